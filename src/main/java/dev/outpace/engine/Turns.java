package dev.outpace.engine;

import dev.outpace.floor.QueueFloor;
import dev.outpace.model.PacingSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whom to ask next whether a call may be placed. A campaign that was asked sleeps until something changed that its answer may depend on.
 *
 * <p>Campaigns that the pacing of their queue holds are not asked one by one when the floor changes: one question for all that are held
 * together tells whether any of them may dial, and then the one whose turn it is comes first.
 */
final class Turns {
    private static final Comparator<CampaignRun> BY_TURN = Comparator.comparingLong(run -> run.place.turn);

    private final List<CampaignRun> awake = new ArrayList<>();
    private final Map<QueueFloor, Sleepers> queues = new HashMap<>();
    /** The same in the order in which they came; after each event all of them are looked at. */
    private final List<Sleepers> sleepers = new ArrayList<>();

    private long lastTurn;

    /** Where one campaign stands. */
    static final class Place {
        private long turn;
        private boolean awake;
        private boolean held;
        /** Whether it was woken for all who are held with it, as the one whose turn it is. */
        private boolean chosen;
        /** Those who are woken together with the campaign; null while it is awake, and if no queue wakes it. */
        private @Nullable Collection<CampaignRun> among;
    }

    /** The sleeping campaigns that one queue paces. */
    private static final class Sleepers {
        final QueueFloor queue;
        /** Held by pacing, by what holds them alike. */
        final Map<Object, NavigableSet<CampaignRun>> held = new LinkedHashMap<>();
        /** Kept from dialing by something else that the floor may change. */
        final LinkedHashSet<CampaignRun> resting = new LinkedHashSet<>();
        /** How often the queue had told of changes when the campaigns were last looked at. */
        long toldBefore;

        boolean lookAgain = true;
        /** Whether one was chosen who does not dial, so that it is the next one's turn. */
        boolean chooseAgain;

        boolean toBeExplained;

        Sleepers(QueueFloor queue) {
            this.queue = queue;
        }

        boolean areTold() {
            return lookAgain || queue.told() != toldBefore;
        }
    }

    /** A campaign that was just made or opened. */
    void comes(CampaignRun run) {
        run.place.turn = ++lastTurn;
        wakes(run);
    }

    void leaves(CampaignRun run) {
        leavesPlace(run);
        awake.remove(run);
    }

    /** Moves a campaign to the end of the order, because it placed a call. */
    void placedCall(CampaignRun run) {
        run.place.turn = ++lastTurn;
    }

    void wakes(CampaignRun run) {
        if (!run.place.awake) {
            leavesPlace(run);
            run.place.awake = true;
            awake.add(run);
        }
    }

    /** Something changed that is no change of the floor, so that it is nothing to a campaign that pacing holds. */
    void wakesUnlessHeld(CampaignRun run) {
        if (!run.place.held) {
            run.wake();
        }
    }

    boolean isHeldByRule(CampaignRun run) {
        return run.place.held;
    }

    /** Looks again at everybody whom pacing holds, because time has passed. */
    void lookAgain() {
        for (var some : sleepers) {
            some.held.values().removeIf(NavigableSet::isEmpty);
            some.lookAgain = true;
        }
    }

    private static void leavesPlace(CampaignRun run) {
        var place = run.place;
        if (place.among != null) {
            place.among.remove(run);
            place.among = null;
        }
        place.held = false;
        place.awake = false;
        place.chosen = false;
    }

    /** Until somebody wakes it, or the floor changes. */
    void sleeps(CampaignRun run) {
        boolean chosen = run.place.chosen;
        leavesPlace(run);
        if (run.isPaced()) {
            var some = sleepers(run);
            some.chooseAgain |= chosen;
            comesTo(run, some.resting);
        }
    }

    /**
     * Until somebody wakes it, or those who are held with it may dial.
     *
     * @param with equal for campaigns of a queue that one question tells about
     */
    void heldByRule(CampaignRun run, Object with) {
        leavesPlace(run);
        comesTo(run, sleepers(run).held.computeIfAbsent(with, _ -> new TreeSet<>(BY_TURN)));
        run.place.held = true;
    }

    private static void comesTo(CampaignRun run, Collection<CampaignRun> some) {
        some.add(run);
        run.place.among = some;
    }

    private Sleepers sleepers(CampaignRun run) {
        return queues.computeIfAbsent(run.onFloor.queue(), queue -> {
            var some = new Sleepers(queue);
            sleepers.add(some);
            return some;
        });
    }

    /** Whether anybody is awake, or is to be woken because the floor changed. */
    boolean someoneAwake() {
        if (!awake.isEmpty()) {
            return true;
        }
        for (int i = 0; i < sleepers.size(); i++) {
            var some = sleepers.get(i);
            if (some.chooseAgain || some.areTold()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Those who are awake, in the order of their turns. Each must then be put to sleep or given back by {@link #askAgain}.
     *
     * @param snapshots for the question about campaigns that are held together
     */
    List<CampaignRun> next(Function<CampaignRun, PacingSnapshot> snapshots) {
        for (int i = 0; i < sleepers.size(); i++) {
            var some = sleepers.get(i);
            if (some.areTold()) {
                some.lookAgain = false;
                some.toldBefore = some.queue.told();
                some.toBeExplained = true;
                if (!some.resting.isEmpty()) {
                    List.copyOf(some.resting).forEach(this::wakes);
                }
                choose(some, snapshots);
            } else if (some.chooseAgain) {
                choose(some, snapshots);
            }
        }
        if (awake.isEmpty()) {
            return List.of();
        }
        var next = new ArrayList<>(awake);
        awake.clear();
        next.sort(BY_TURN);
        return next;
    }

    /** Whether another campaign is to be chosen in place of one that did not dial. */
    boolean choosesAgain() {
        for (int i = 0; i < sleepers.size(); i++) {
            if (sleepers.get(i).chooseAgain) {
                return true;
            }
        }
        return false;
    }

    void askAgain(CampaignRun run) {
        awake.add(run);
    }

    private void choose(Sleepers some, Function<CampaignRun, PacingSnapshot> snapshots) {
        some.chooseAgain = false;
        for (var group : some.held.values()) {
            var first = first(group, snapshots);
            if (first != null) {
                wakes(first);
                first.place.chosen = true;
            }
        }
    }

    /** Those whom pacing holds in queues whose floor has changed since the last call of this method. */
    List<CampaignRun> toBeExplained() {
        var held = new ArrayList<CampaignRun>();
        for (var some : sleepers) {
            if (some.toBeExplained) {
                some.toBeExplained = false;
                some.held.values().forEach(held::addAll);
            }
        }
        return held;
    }

    /** The campaign whose turn it is among those of a group that may dial; null if none may. */
    private static @Nullable CampaignRun first(
            NavigableSet<CampaignRun> group, Function<CampaignRun, PacingSnapshot> snapshots) {
        if (group.isEmpty()) {
            return null;
        }
        var some = group.first();
        var ofSome = snapshots.apply(some);
        if (!some.policy().mightAnyDial(ofSome)) {
            return null;
        }
        if (some.policy().mayDial(ofSome)) {
            return some;
        }
        for (var run : group) {
            if (run != some && run.policy().mayDial(snapshots.apply(run))) {
                return run;
            }
        }
        return null;
    }
}
