package dev.outpace.app;

import dev.outpace.files.PrivateFiles;
import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Alarm;
import dev.outpace.model.CampaignMoment;
import dev.outpace.model.JsonText;
import dev.outpace.model.PacingDecision;
import dev.outpace.telephony.simulated.CarrierLog;
import dev.outpace.telephony.simulated.CarrierLogFile;
import dev.outpace.workspace.DecisionSentences;
import dev.outpace.workspace.ProblemWords;
import dev.outpace.workspace.Workspace;
import dev.outpace.workspace.Workspace.Opening;
import dev.outpace.workspace.WorkspaceListener;
import dev.outpace.workspace.secrets.SecretAccess;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The same engine without a window: it goes on with what was running and tells how it stands, line by line. */
final class HeadlessRun implements WorkspaceListener {
    private static final Logger LOG = LoggerFactory.getLogger(HeadlessRun.class);
    private static final int SECONDS_BETWEEN_LINES = 5;

    private final WorkspaceOptions options;
    private final SecretAccess secrets;
    private final Output output;
    private final JsonText json = new JacksonJson();
    private final CampaignReport lines = new CampaignReport();
    private final ProblemWords words = new ProblemWords();
    private final DecisionSentences sentences = new DecisionSentences(ZoneId.systemDefault());
    private final Map<UUID, CampaignMoment> moments = new ConcurrentHashMap<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable PrintStream decisions;

    /** @param runFor null until it is told to end */
    record Output(
            boolean json,
            @Nullable Duration runFor,
            @Nullable Path decisions,
            @Nullable Path carrierLog) {}

    HeadlessRun(WorkspaceOptions options, SecretAccess secrets, Output output) {
        this.options = options;
        this.secrets = secrets;
        this.output = output;
    }

    int call() {
        var hook = new Thread(this::endAtShutdown, "shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
        try (var carrierLog = carrierLog()) {
            openDecisions();
            var folder = options.folder();
            Logging.into(folder);
            var opening = new Opening(
                    folder,
                    Owner.of("outpace run --headless"),
                    options.speed(),
                    options.demo(),
                    true,
                    new SecureRandom().nextLong(),
                    carrierLog == null ? CarrierLog.NONE : carrierLog,
                    secrets);
            try (var workspace = Workspace.open(opening, json, Clock.systemUTC())) {
                workspace.listen(this);
                tellUntilEnd(workspace);
                return workspace.isDown() ? ExitCode.REFUSED : 0;
            }
        } catch (IOException failure) {
            return Failures.refused(failure);
        } finally {
            if (decisions != null) {
                decisions.close();
            }
            ended.countDown();
        }
    }

    private @Nullable CarrierLogFile carrierLog() throws IOException {
        return output.carrierLog() == null
                ? null
                : CarrierLogFile.open(
                        output.carrierLog(), failure -> LOG.error("The carrier's record failed", failure));
    }

    private void openDecisions() throws IOException {
        if (output.decisions() != null) {
            var file = Channels.newOutputStream(
                    PrivateFiles.open(output.decisions(), StandardOpenOption.CREATE, StandardOpenOption.APPEND));
            decisions = new PrintStream(new BufferedOutputStream(file, 1 << 16), false, StandardCharsets.UTF_8);
        }
    }

    /** Ctrl-C: the run ends in its own order before the program does. */
    private void endAtShutdown() {
        end.countDown();
        try {
            ended.await();
        } catch (InterruptedException atOnce) {
            Thread.currentThread().interrupt();
        }
    }

    private void tellUntilEnd(Workspace workspace) {
        long last = output.runFor() == null
                ? Long.MAX_VALUE
                : System.nanoTime() + output.runFor().toNanos();
        long next = System.nanoTime();
        int second = 0;
        while (System.nanoTime() < last) {
            next += TimeUnit.SECONDS.toNanos(1);
            if (await(Math.min(next, last) - System.nanoTime())) {
                return;
            }
            second++;
            if (output.json() || second % SECONDS_BETWEEN_LINES == 0) {
                tell(workspace);
            }
        }
    }

    private boolean await(long nanos) {
        try {
            return end.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void tell(Workspace workspace) {
        for (var campaign : workspace.resourceBook().campaigns()) {
            var moment = moments.get(campaign.id());
            if (moment != null) {
                System.out.println(
                        output.json()
                                ? json.write(lines.json(campaign, moment))
                                : lines.text(campaign, moment, sentences.of(moment.decision())));
            }
        }
        System.out.flush();
        if (decisions != null) {
            decisions.flush();
        }
    }

    @Override
    public void campaignMoved(CampaignMoment moment) {
        moments.put(moment.campaignId(), moment);
    }

    @Override
    public void decided(PacingDecision decision) {
        if (decisions != null) {
            decisions.println(json.write(lines.json(decision, sentences.of(decision))));
        }
    }

    @Override
    public void alarmed(Alarm alarm) {
        var sentence = words.sentence(alarm.problem());
        System.out.println(output.json() ? json.write(lines.json(alarm, sentence)) : "! " + sentence);
        System.out.flush();
    }
}
