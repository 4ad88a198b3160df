package dev.outpace.telephony.asterisk.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.formats.JacksonJson;
import dev.outpace.model.CallCounts;
import dev.outpace.model.CallFilter;
import dev.outpace.model.CallStep;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.CampaignMoment;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.StopMode;
import dev.outpace.model.TargetBar;
import dev.outpace.workspace.Audit;
import dev.outpace.workspace.ProblemWords;
import dev.outpace.workspace.Workspace;
import dev.outpace.workspace.WorkspaceListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A workspace whose campaigns really call; when it is closed, what became of them. */
final class RealCampaigns implements WorkspaceListener {
    private static final int PAGE = 5_000;
    private static final int LONGEST_SECONDS = 150;

    private final Path folder;
    private final Workspace workspace;
    private final Map<UUID, CampaignMoment> moments = new ConcurrentHashMap<>();
    private final Semaphore news = new Semaphore(0);
    private final List<CampaignCall> calls = new ArrayList<>();
    private final Map<UUID, List<CallStep>> steps = new HashMap<>();
    private final Map<UUID, TargetBar> bars = new HashMap<>();
    private Map<UUID, CallCounts> counts = Map.of();

    RealCampaigns(Path folder) {
        this.folder = folder;
        workspace = AsteriskWorkspace.open(folder);
        workspace.listen(this);
    }

    @Override
    public void campaignMoved(CampaignMoment moment) {
        moments.put(moment.campaignId(), moment);
        news.release();
    }

    void start(UUID... campaigns) {
        for (var campaign : campaigns) {
            AsteriskWorkspace.start(workspace, campaign);
        }
    }

    void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (!condition.getAsBoolean()) {
            boolean heard = news.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            assertThat(heard).as("waiting for %s; %s", what, moments).isTrue();
            news.drainPermits();
        }
    }

    void awaitRinging(UUID campaign, int calls) throws InterruptedException {
        await(calls + " ringing", () -> {
            var moment = moments.get(campaign);
            return moment != null && moment.snapshot().ownDialing() == calls;
        });
    }

    void awaitStopped(UUID... campaigns) throws InterruptedException {
        for (var campaign : campaigns) {
            await("the end of " + campaign, () -> {
                var moment = moments.get(campaign);
                return moment != null && moment.status() == CampaignStatus.STOP;
            });
        }
    }

    void awaitTargets(UUID campaign, Predicate<TargetBar> condition) throws InterruptedException {
        await("targets", () -> condition.test(barNow(campaign)));
    }

    void stopRinging(UUID campaign) {
        AsteriskWorkspace.done(
                workspace.campaigns().stop(campaign, StopMode.CANCEL_RINGING).join());
    }

    private TargetBar barNow(UUID campaign) {
        return workspace.targetLists().bar(CampaignSetUp.listOf(campaign)).join();
    }

    /** Ends it, and keeps what became of everything. */
    void close() throws InterruptedException {
        await("the last end", () -> workspace.callsInProgress().join() == 0);
        for (var campaign : workspace.resourceBook().campaigns()) {
            bars.put(campaign.id(), barNow(campaign.id()));
        }
        counts = workspace.windowCounts(Instant.EPOCH).join();
        calls.addAll(workspace
                .calls()
                .page(new CallFilter(null, List.of(), "", null), 0, PAGE)
                .join()
                .calls());
        calls.sort(Comparator.comparing(CampaignCall::createdAt));
        for (var call : calls) {
            steps.put(call.id(), workspace.calls().steps(call.id()).join());
        }
        workspace.close();
    }

    /** All, in the order in which they were placed. */
    List<CampaignCall> calls() {
        return calls;
    }

    /** The numbers that were called, as the carrier writes them. */
    Set<String> numbers() {
        return calls.stream().map(CarrierRecord::digits).collect(Collectors.toSet());
    }

    /** When the first call to a number was placed. */
    Instant orderedAt(String number) {
        return calls.stream()
                .filter(call -> CarrierRecord.digits(call).equals(number))
                .map(CampaignCall::createdAt)
                .findFirst()
                .orElseThrow();
    }

    List<CampaignCall> callsOf(UUID campaign) {
        return calls.stream().filter(call -> call.campaignId().equals(campaign)).toList();
    }

    /** The calls of each target, in their order. */
    Map<UUID, List<CampaignCall>> byTarget(UUID campaign) {
        var byTarget = new TreeMap<UUID, List<CampaignCall>>();
        callsOf(campaign)
                .forEach(call -> byTarget.computeIfAbsent(call.outdialTargetId(), _ -> new ArrayList<>())
                        .add(call));
        return byTarget;
    }

    List<CallStep> steps(CampaignCall call) {
        return steps.getOrDefault(call.id(), List.of());
    }

    /** Of all calls together, in the order of time. */
    List<CallStep> stepsOf(UUID campaign) {
        return callsOf(campaign).stream()
                .flatMap(call -> steps(call).stream())
                .sorted(Comparator.comparing(CallStep::at))
                .toList();
    }

    static Instant at(List<CallStep> steps, CallStep.Kind kind) {
        return steps.stream()
                .filter(step -> step.kind() == kind)
                .map(CallStep::at)
                .findFirst()
                .orElseThrow();
    }

    CallCounts counts(UUID campaign) {
        return counts.getOrDefault(campaign, CallCounts.NONE);
    }

    TargetBar bar(UUID campaign) {
        return bars.getOrDefault(campaign, TargetBar.NONE);
    }

    /** What differs between the workspace's calls and the carrier's, in words. */
    List<String> audit(CarrierRecord carrier, Path log) throws IOException {
        carrier.writeFor(calls, log);
        var report = Audit.of(folder, "real calls", List.of(log), new JacksonJson());
        return new ProblemWords().lines(report.problems());
    }
}
