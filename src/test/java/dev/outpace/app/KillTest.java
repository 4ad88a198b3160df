package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.formats.JacksonJson;
import dev.outpace.journal.JournalFolder;
import dev.outpace.journal.Replay;
import dev.outpace.model.AttemptLimit;
import dev.outpace.model.CallWindow;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.Json;
import dev.outpace.model.Outplan;
import dev.outpace.model.Resource;
import dev.outpace.model.RestRules;
import dev.outpace.model.RetryCause;
import dev.outpace.model.RetryRule;
import dev.outpace.model.RetryRules;
import dev.outpace.model.RetryThen;
import dev.outpace.model.RuleSet;
import dev.outpace.model.Stamps;
import dev.outpace.model.UnknownZone;
import dev.outpace.model.WeekHours;
import dev.outpace.rules.RuleBreaches;
import dev.outpace.store.Store;
import dev.outpace.telephony.simulated.CarrierLogReader;
import dev.outpace.workspace.Audit;
import dev.outpace.workspace.ProblemWords;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a fast demo as the operating system does, at any moment of its life, opens it again, and holds its calls against what
 * the carrier saw, all of it from the first moment on, and runs its journal again. {@code -Dseed=N} repeats the moments; the machine's own pace does not.
 */
@Tag("kill")
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class KillTest {
    private static final int KILLS = Integer.getInteger("kills", 30);
    private static final int[] SPEEDS = {5, 20, 60};

    /** Kept where it fails, to be looked into. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);
    private final List<Path> carrierLogs = new ArrayList<>();
    private final Set<String> replayed = new HashSet<>();
    private int unclosed;
    private int runs;
    private int[] speeds = SPEEDS;

    @Test
    void everyKilledRunLeavesAWorkspaceThatAgreesWithTheCarrier() throws Exception {
        System.out.println("kill test: -Dseed=" + seed);
        for (int kill = 1; kill <= KILLS; kill++) {
            long millis = killed();
            if (random.nextInt(4) == 0) {
                // Killed again while it opens, or soon after.
                millis += killed();
            }
            assertThat(ended(run("2s")))
                    .as("the run after kill " + kill + output())
                    .isZero();
            var report = audited();
            replayed();
            System.out.printf(
                    "kill %d after %d ms: %d calls compared, %d differ%n",
                    kill, millis, report.calls(), report.problems().size());
        }
        long before = audited().calls();
        assertThat(ended(run("5s"))).as("the last run" + output()).isZero();
        assertThat(audited().calls()).as("calls after a run that nobody killed").isGreaterThan(before);
        replayed();
        assertThat(unclosed).as("journals of killed runs").isPositive();
        long cut = CarrierLogReader.read(carrierLogs, new JacksonJson()).calls().values().stream()
                .filter(call -> call.endedAt() == null)
                .count();
        System.out.println(cut + " calls were cut by a kill");
        assertThat(cut).as("kills that hit calls").isPositive();
    }

    /**
     * The same in real time, with rules whose hours close and open again while it runs, limits, rests, retries at once, and a
     * do-not-call list that grows: none is forgotten by a kill. A second reading of the rules looks at all calls.
     */
    @Test
    void noKilledRunBreaksACallingRule() throws Exception {
        System.out.println("kill test with rules: -Dseed=" + seed);
        speeds = new int[] {1};
        assertThat(ended(run("2s"))).as("the first run" + output()).isZero();
        var begins = Instant.now();
        var rules = rules(begins, 2);
        setRules(rules);
        var barred = new HashMap<String, Instant>();
        for (int kill = 1; kill <= Math.max(6, KILLS / 3); kill++) {
            var process = run("10m");
            stillRuns(process, 2_000 + random.nextInt(9_000));
            process.destroyForcibly().waitFor();
            assertThat(ended(run("4s")))
                    .as("the run after kill " + kill + output())
                    .isZero();
            var calls = calls();
            assertThat(new RuleBreaches(rules, ZoneId.systemDefault()).in(calls, begins))
                    .as("calls that the rules forbade, -Dseed=" + seed)
                    .isEmpty();
            assertThat(calls)
                    .as("calls to barred numbers, -Dseed=" + seed)
                    .noneMatch(call ->
                            barred.getOrDefault(number(call), Instant.MAX).isBefore(call.createdAt()));
            var next = number(calls.get(random.nextInt(calls.size())));
            assertThat(CommandOutput.of("dnc", "add", next, "--list", "Company", "--workspace", workspace())
                            .exitCode())
                    .isZero();
            barred.putIfAbsent(next, Instant.now());
            System.out.printf("kill %d with rules: %d calls in all%n", kill, calls.size());
        }
        audited();
        assertThat(new RuleBreaches(rules(begins, 1), ZoneId.systemDefault()).in(calls(), begins))
                .as("calls that a stricter limit would have forbidden")
                .isNotEmpty();
    }

    private static String number(CampaignCall call) {
        return Objects.requireNonNull(call.destination()).target();
    }

    /** Closed for the next minute of the clock, in New York and in Chicago. */
    private static RuleSet rules(Instant now, int callsToNumber) {
        var days = new EnumMap<DayOfWeek, List<CallWindow>>(DayOfWeek.class);
        int minute = ZonedDateTime.ofInstant(now, ZoneId.of("America/New_York")).get(ChronoField.MINUTE_OF_DAY);
        var windows = List.of(
                new CallWindow(inDay(minute - 58), inDay(minute + 1)),
                new CallWindow(inDay(minute + 2), inDay(minute - 59)));
        for (var day : DayOfWeek.values()) {
            days.put(day, windows);
        }
        return new RuleSet(
                new UUID(15, 1),
                "Hours, limits and rests",
                "",
                null,
                new WeekHours(days, null, null),
                UnknownZone.WORKSPACE,
                List.of(),
                Map.of(),
                List.of(
                        new AttemptLimit(callsToNumber, Duration.ofHours(1), AttemptLimit.Per.NUMBER),
                        new AttemptLimit(3, Duration.ofHours(2), AttemptLimit.Per.PERSON)),
                new RestRules(Duration.ofHours(1), Duration.ofHours(1), Duration.ZERO, false),
                "",
                List.of(),
                null,
                Stamps.createdAt(now),
                Json.Obj.EMPTY);
    }

    private static int inDay(int minute) {
        return Math.floorMod(minute, CallWindow.DAY);
    }

    /** All campaigns keep the rules, and all outplans try again after a second, by cause. */
    private void setRules(RuleSet rules) {
        try (var store = Store.open(workspace(), "kill test", new JacksonJson())) {
            var book = store.resources().join();
            var changed = new ArrayList<Resource>(List.of(rules));
            for (var campaign : book.campaigns()) {
                changed.add(campaign.withOptions(campaign.options().withRules(rules.id())));
            }
            for (var plan : book.outplans()) {
                changed.add(new Outplan(
                        plan.id(),
                        plan.name(),
                        plan.detail(),
                        plan.source(),
                        plan.dialTimeout(),
                        1_000,
                        List.of(9, 9, 0, 0, 0),
                        new RetryRules(Map.of(RetryCause.BUSY, new RetryRule(500L, 5, RetryThen.NEXT_DESTINATION)), 12),
                        plan.stamps(),
                        plan.unknown()));
            }
            store.targets().storeAll(changed, Map.of(), Set.of());
        }
    }

    private List<CampaignCall> calls() {
        try (var store = Store.open(workspace(), "kill test", new JacksonJson())) {
            var all = new ArrayList<CampaignCall>();
            long after = 0;
            do {
                var page = store.callQueries().inOrder(after, 2_000).join();
                all.addAll(page.calls());
                after = page.next();
            } while (after != 0);
            return all;
        }
    }

    /** @return after how many milliseconds */
    private long killed() throws IOException, InterruptedException {
        var process = run("10m");
        long began = System.nanoTime();
        boolean whileItOpens = random.nextInt(4) == 0;
        if (!whileItOpens) {
            waitForTheFirstCall(process);
        }
        stillRuns(process, random.nextInt(whileItOpens ? 1_500 : 2_500));
        process.destroyForcibly().waitFor();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    private void waitForTheFirstCall(Process process) throws IOException, InterruptedException {
        var log = carrierLogs.getLast();
        while (!Files.exists(log) || Files.size(log) == 0) {
            stillRuns(process, 20);
        }
    }

    private void stillRuns(Process process, long millis) throws IOException, InterruptedException {
        assertThat(process.waitFor(millis, TimeUnit.MILLISECONDS))
                .as("ended by itself" + output())
                .isFalse();
    }

    private static int ended(Process process) throws InterruptedException {
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ends by itself").isTrue();
        return process.exitValue();
    }

    private Process run(String time) throws IOException {
        var carrierLog = folder.resolve("carrier-" + ++runs + ".jsonl");
        carrierLogs.add(carrierLog);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-cp", classPath()));
        command.add(Main.class.getName());
        command.addAll(List.of("run", "--headless", "--demo", "--for", time));
        command.addAll(List.of("--workspace", workspace().toString()));
        command.addAll(List.of("--speed", Integer.toString(speeds[random.nextInt(speeds.length)])));
        command.addAll(List.of("--carrier-log", carrierLog.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(outputFile()))
                .start();
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private Path workspace() {
        return folder.resolve("workspace");
    }

    private File outputFile() {
        return folder.resolve("output.txt").toFile();
    }

    private String output() throws IOException {
        var output = Files.readString(outputFile().toPath());
        return ":\n" + output.substring(Math.max(0, output.length() - 2_000));
    }

    /** Every opening, of a killed run too, is decided again as it was; each is run again once. */
    private void replayed() throws IOException {
        var journals = JournalFolder.of(workspace());
        for (var day : journals.days()) {
            for (var session : journals.sessions(day)) {
                if (replayed.add(day + " " + session.name())) {
                    var result = Replay.run(session, new JacksonJson(), Replay.Watcher.NONE);
                    assertThat(result.difference()).as(session.name()).isNull();
                    unclosed += result.closed() ? 0 : 1;
                }
            }
        }
    }

    /** Without a record of a run that was killed before it made one. */
    private Audit.Report audited() throws IOException {
        carrierLogs.removeIf(log -> !Files.exists(log));
        var report = Audit.of(workspace(), "kill test", carrierLogs, new JacksonJson());
        assertThat(new ProblemWords().lines(report.problems())).isEmpty();
        return report;
    }
}
