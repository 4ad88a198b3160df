package dev.outpace.pacing;

import dev.outpace.floor.Line;
import dev.outpace.floor.LinesByAge;
import dev.outpace.model.AbandonDenominator;
import dev.outpace.model.AbandonStanding;
import dev.outpace.model.PacingChoice;
import dev.outpace.model.PastCall;
import dev.outpace.pacing.FadingCount.Fading;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was learned of one campaign's numbers, in whichever queue it is paced. Moments are nanoseconds of monotonic time. */
final class CampaignMemory {
    private static final double NANOS = 1e9;
    static final double RECENT = 600e9;
    private static final double MOST_TO_MACHINES = 0.9;

    final Passage ringing = Passage.ringing();
    /** From the answer to the first queue. */
    final Passage fromAnswer = Passage.throughFlow();

    /** From the dial to the first queue. */
    final Durations timeToQueue = new Durations(LinesByAge.STEPS * LinesByAge.STEP_SECONDS, 2_000, 8, 5);

    private final Map<UUID, Passage> fromStages = new HashMap<>();
    final FlowEnds flowEnds = new FlowEnds();
    final AbandonLedger ledger = new AbandonLedger();
    /**
     * The campaign's choice while it is paced adaptively; its answers and abandoned calls then change the balance of its queue.
     * Null otherwise.
     */
    @Nullable
    PacingChoice adaptive;

    /** Seconds after which a wait counts as abandoned; infinite where no wait does. */
    double longestWait = Double.POSITIVE_INFINITY;

    PickUp pickUp = new PickUp();

    private long firstDialedAt = Long.MAX_VALUE;
    private long changes;
    private final FadingCount recentDials;
    final FadingCount recentCallers;
    final AbandonControl control = new AbandonControl();

    CampaignMemory() {
        this(new Fading(RECENT), new Fading(PoolMemory.RECENT_CALLERS));
    }

    /** @param dials how recent dials fade, and {@code callers} recent callers; the same for all campaigns */
    CampaignMemory(Fading dials, Fading callers) {
        recentDials = new FadingCount(dials);
        recentCallers = new FadingCount(callers);
    }

    /** Called with every event that may change what the campaign may risk. */
    void changed() {
        changes++;
    }

    /** A number that grows with every such event. */
    long changes() {
        return changes;
    }

    void dialed(long now) {
        firstDialedAt = Math.min(firstDialedAt, now);
        recentDials.add(now);
    }

    /** From one stage of the flow to the first queue. */
    Passage fromStage(UUID stage) {
        return fromStages.computeIfAbsent(stage, _ -> Passage.throughFlow());
    }

    /** Learns of the time before. */
    void knew(PastCall call) {
        ringing.knewTime(call.answered(), call.ring());
        if (call.answered()) {
            fromAnswer.knew(call.queued(), call.flow());
            call.stages().forEach(stage -> fromStage(stage.id()).knew(call.queued(), stage.left()));
            if (!call.machine()) {
                flowEnds.observe(call.queued());
            }
        }
        if (call.queued()) {
            timeToQueue.observe(call.ring() + call.flow());
        }
    }

    void leftFlow(Line line, boolean toQueue, long now) {
        int others = line.campaign().inFlow();
        fromAnswer.observe(toQueue, (now - line.answeredAt()) / NANOS, others);
        for (var visit : line.visits()) {
            fromStage(visit.stage()).observe(toQueue, (now - visit.since()) / NANOS, others);
        }
        flowEnds.observe(toQueue);
        if (toQueue) {
            timeToQueue.observe((now - line.dialedAt()) / NANOS);
            recentCallers.add(now);
        }
    }

    /** Dials of the last ten minutes or so; earlier ones count less. */
    double recentDials(long now) {
        return recentDials.now(now);
    }

    /** {@link Long#MAX_VALUE} before the first dial. */
    long firstDialedAt() {
        return firstDialedAt;
    }

    /** Whether its waits count, while it is paced adaptively. */
    boolean countsWaits() {
        return adaptive != null && longestWait < Double.POSITIVE_INFINITY;
    }

    /** Whether a caller without an agent left while the phone of one rang who had been free at once. */
    boolean isLostToPickUp(Line line) {
        return countsWaits() && line.rangAtOnce();
    }

    /** The share of its people that agents who take their time to pick up cost it, by its denominator. */
    double lostToPickUp(PacingChoice choice) {
        return countsWaits() ? pickUp.lateShare() * callersPer(choice) : 0;
    }

    /** Callers in the queue for each one that the denominator counts. */
    double callersPer(PacingChoice choice) {
        return choice.denominator() == AbandonDenominator.ANSWERED ? flowEnds.callersPerPerson() : 1;
    }

    /** The share of its people whom machine detection takes for machines, by its denominator. */
    private double lostToMachines(PacingChoice choice) {
        double taken = choice.machineErrors() * flowEnds.machinesPerPerson();
        double others = choice.denominator() == AbandonDenominator.QUEUED ? flowEnds.callersPerPerson() : 1;
        return taken / (others + taken);
    }

    /**
     * The part of the target that is left for callers who find no free agent. Where machine detection errs so often that hardly
     * anything is left, the budget of the window holds the calls.
     */
    double spare(PacingChoice choice) {
        double target = choice.abandonTarget();
        return Math.max(0, target - Math.min(lostToMachines(choice), MOST_TO_MACHINES * target) - lostToPickUp(choice));
    }

    /** The abandon rate within the campaign's window, which ends with {@code hour}. */
    AbandonStanding standing(PacingChoice choice, long hour) {
        var window = choice.window().length();
        return standing(choice, window == null ? ledger.ever() : ledger.within(hour, window.toHours()));
    }

    private static AbandonStanding standing(PacingChoice choice, AbandonLedger.Counts counts) {
        boolean ofQueued = choice.denominator() == AbandonDenominator.QUEUED;
        long people = choice.peopleAmong(counts.machines());
        return new AbandonStanding(
                counts.abandoned() + people,
                (ofQueued ? counts.queued() : counts.answered()) + people,
                choice.abandonTarget());
    }

    /**
     * The hour in which enough calls have left the window to meet the target again; empty if no call ever leaves the window.
     */
    OptionalLong withinTargetAt(PacingChoice choice, long hour) {
        var window = choice.window().length();
        return window == null
                ? OptionalLong.empty()
                : ledger.firstHour(
                        hour,
                        window.toHours(),
                        counts -> !standing(choice, counts).isOver());
    }
}
