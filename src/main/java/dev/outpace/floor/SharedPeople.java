package dev.outpace.floor;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Queues that are connected by agents who serve several of them. An agent takes one call at a time: an agent whom a call of
 * another queue needs is not free for a queue's own calls.
 *
 * <p>The number of these agents follows from Hall's condition and is computed as a maximum flow from queues to crews. First,
 * the calls of the other queues are assigned to agents so that as many as possible have one. Then the queue takes as many
 * agents as it can without leaving one of those calls without an agent. Calls that could not find an agent anyway, because
 * another queue dials more than its agents can take, need no agent of this queue.
 */
final class SharedPeople {
    /** One agent, in the unit of calls × service level. */
    private static final int AGENT = 100;

    private final List<QueueFloor> queues;
    private final List<Crew> crews;
    /** By queue and crew: the part of the crew that calls of the queue take, in hundredths of an agent. */
    private final long[][] taken;

    /** By crew: the part that no call has taken, in hundredths of an agent. */
    private final long[] left;

    /** The same of all crews. Without any left, nobody can take more, whatever is exchanged. */
    private long leftOfAll;

    private final boolean[] tried;
    /** By queue: the crews that serve it. */
    private final int[][] crewsOf;
    /** By crew: the queues that it serves. */
    private final int[][] queuesOf;

    /** Agents who serve exactly the same queues, two or more. */
    static final class Crew {
        final List<QueueFloor> queues;
        final Staff staff = new Staff();

        Crew(List<QueueFloor> queues) {
            this.queues = List.copyOf(queues);
        }
    }

    SharedPeople(List<QueueFloor> queues, List<Crew> crews) {
        this.queues = List.copyOf(queues);
        this.crews = List.copyOf(crews);
        taken = new long[queues.size()][crews.size()];
        left = new long[crews.size()];
        tried = new boolean[crews.size()];
        crewsOf = this.queues.stream()
                .map(queue -> places(this.crews, crew -> crew.queues.contains(queue)))
                .toArray(int[][]::new);
        queuesOf = this.crews.stream()
                .map(crew -> places(this.queues, crew.queues::contains))
                .toArray(int[][]::new);
    }

    private static <T> int[] places(List<T> all, Predicate<T> wanted) {
        return IntStream.range(0, all.size())
                .filter(place -> wanted.test(all.get(place)))
                .toArray();
    }

    List<QueueFloor> queues() {
        return queues;
    }

    /** Whether a call of the queue needs agents who also serve other queues. */
    static boolean needsOthers(QueueFloor queue, int serviceLevel) {
        return beyondOwn(queue, queue.dialing(), serviceLevel) > 0;
    }

    /**
     * The part of a queue's free agents that calls of other queues need, in hundredths of an agent.
     *
     * @param serviceLevel weight of a dialing call in percent; an answered caller on the way counts as 100
     * @param keptApart whether a call with a reserved agent counts by that agent alone
     */
    int neededElsewhere(QueueFloor own, int serviceLevel, boolean keptApart) {
        if (own.freeShared() == 0 || !othersNeed(serviceLevel)) {
            return 0;
        }
        leftOfAll = 0;
        for (int crew = 0; crew < left.length; crew++) {
            left[crew] = (long) AGENT * crews.get(crew).staff.in(AgentPhase.FREE);
            leftOfAll += left[crew];
        }
        for (var ofQueue : taken) {
            Arrays.fill(ofQueue, 0);
        }
        for (int queue = 0; queue < taken.length; queue++) {
            var other = queues.get(queue);
            if (other != own) {
                int dialing = keptApart ? other.dialingWithoutAgent() : other.dialing();
                take(queue, beyondOwn(other, dialing, serviceLevel));
            }
        }
        long shared = (long) AGENT * own.freeShared();
        return Math.toIntExact(shared - take(queues.indexOf(own), shared));
    }

    private boolean othersNeed(int serviceLevel) {
        for (int i = 0; i < queues.size(); i++) {
            if (needsOthers(queues.get(i), serviceLevel)) {
                return true;
            }
        }
        return false;
    }

    private static long beyondOwn(QueueFloor queue, int dialing, int serviceLevel) {
        long need = (long) AGENT * queue.reserved() + (long) serviceLevel * dialing;
        return Math.max(0, need - (long) AGENT * (queue.free() - queue.freeShared()));
    }

    /** @return how much of {@code wanted} the queue could take */
    private long take(int queue, long wanted) {
        long got = 0;
        long more = wanted;
        while (got < wanted && more > 0 && leftOfAll > 0) {
            Arrays.fill(tried, false);
            more = takeOnce(queue, wanted - got);
            got += more;
        }
        return got;
    }

    /** Takes from a crew with free agents, or from one that another queue can exchange for a different crew. */
    private long takeOnce(int queue, long wanted) {
        for (int crew : crewsOf[queue]) {
            if (left[crew] > 0) {
                long some = Math.min(wanted, left[crew]);
                left[crew] -= some;
                leftOfAll -= some;
                taken[queue][crew] += some;
                return some;
            }
        }
        for (int crew : crewsOf[queue]) {
            if (!tried[crew]) {
                tried[crew] = true;
                long some = takeOver(queue, crew, wanted);
                if (some > 0) {
                    return some;
                }
            }
        }
        return 0;
    }

    private long takeOver(int queue, int crew, long wanted) {
        for (int other : queuesOf[crew]) {
            if (other != queue && taken[other][crew] > 0) {
                long some = takeOnce(other, Math.min(wanted, taken[other][crew]));
                if (some > 0) {
                    taken[other][crew] -= some;
                    taken[queue][crew] += some;
                    return some;
                }
            }
        }
        return 0;
    }
}
