package dev.outpace.floor;

import java.util.Arrays;
import java.util.List;

/**
 * Queues that people who serve several of them connect. One person takes one call: of the people who are free for a queue, those
 * whom the calls of the others need are not free for its own.
 *
 * <p>How many these are follows from Hall's condition. The calls of the other queues are given to people so that as many as possible
 * have one, then the queue takes as many people as it can without leaving a call of another that had one without: a maximum
 * flow from queues to crews. Calls that could find nobody anyhow, because another queue dials beyond its people, take nobody away.
 */
final class SharedPeople {
    /** An agent, in the unit in which calls × service level are counted. */
    private static final int AGENT = 100;

    private final List<QueueFloor> queues;
    private final List<Crew> crews;
    /** By queue and crew: hundredths of agents that the calls of the queue take of the crew. */
    private final long[][] taken;

    /** By crew: hundredths of agents that nobody has taken. */
    private final long[] left;

    private final boolean[] tried;
    private final boolean[][] serves;

    /** People who serve exactly the same queues, two or more. */
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
        serves = new boolean[queues.size()][crews.size()];
        for (int queue = 0; queue < queues.size(); queue++) {
            for (int crew = 0; crew < crews.size(); crew++) {
                serves[queue][crew] = crews.get(crew).queues.contains(queues.get(queue));
            }
        }
    }

    List<QueueFloor> queues() {
        return queues;
    }

    /** Whether some call of the queue needs people who serve others, too. */
    static boolean needsOthers(QueueFloor queue, int serviceLevel) {
        return beyondOwn(queue, queue.dialing(), serviceLevel) > 0;
    }

    /**
     * Hundredths of an agent, of those free for a queue, that the calls of the others need.
     *
     * @param serviceLevel that a call in status dialing counts by; a caller on the way counts as one
     * @param keptApart a call for which an agent is kept is counted by that agent alone
     */
    int neededElsewhere(QueueFloor own, int serviceLevel, boolean keptApart) {
        if (own.freeShared() == 0 || !othersNeed(serviceLevel)) {
            return 0;
        }
        for (int crew = 0; crew < left.length; crew++) {
            left[crew] = (long) AGENT * crews.get(crew).staff.in(AgentPhase.FREE);
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

    /** @return how much of the wanted the queue could take */
    private long take(int queue, long wanted) {
        long got = 0;
        long more = wanted;
        while (got < wanted && more > 0) {
            Arrays.fill(tried, false);
            more = takeOnce(queue, wanted - got);
            got += more;
        }
        return got;
    }

    /** From a crew that has people left, or from one of which another queue can do without by taking elsewhere. */
    private long takeOnce(int queue, long wanted) {
        for (int crew = 0; crew < left.length; crew++) {
            if (left[crew] > 0 && serves[queue][crew]) {
                long some = Math.min(wanted, left[crew]);
                left[crew] -= some;
                taken[queue][crew] += some;
                return some;
            }
        }
        for (int crew = 0; crew < left.length; crew++) {
            if (!tried[crew] && serves[queue][crew]) {
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
        for (int other = 0; other < taken.length; other++) {
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
