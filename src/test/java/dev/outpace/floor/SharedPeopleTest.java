package dev.outpace.floor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Agent;
import dev.outpace.model.AgentMoment.Remark;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Queue;
import dev.outpace.model.ResourceBook;
import dev.outpace.model.Stamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One person is one agent, against a look at every union of queues. */
@SuppressWarnings("NullAway")
class SharedPeopleTest {
    private static final int SET_UPS = 6_000;

    /** People who are free, by the queues that they serve, and queues with their calls. */
    private record Centre(CallFloor floor, List<QueueFloor> queues, List<List<QueueFloor>> free, int level) {
        static Centre of(int queues, int level, List<List<Integer>> people) {
            var floor = new CallFloor(() -> 0, _ -> {});
            var book = new ResourceBook();
            for (int i = 0; i < queues; i++) {
                book.put(resource(i));
            }
            for (int i = 0; i < people.size(); i++) {
                book.put(agent(i, people.get(i)));
            }
            floor.assign(book, Instant.EPOCH);
            book.agents()
                    .forEach(agent -> floor.changed(
                            agent.id(), AgentStatus.AVAILABLE, false, AwayReason.BREAK, Remark.NONE, Instant.EPOCH));
            var floors =
                    IntStream.range(0, queues).mapToObj(i -> floor.queue(id(i))).toList();
            var served = people.stream()
                    .map(person -> person.stream().map(floors::get).toList())
                    .toList();
            return new Centre(floor, floors, served, level);
        }

        private static UUID id(int queue) {
            return new UUID(1, queue);
        }

        private static Queue resource(int number) {
            return new Queue(id(number), "", "", "", List.of(id(number)), Ids.NIL, 0, 0, Stamps.NONE, Json.Obj.EMPTY);
        }

        private static Agent agent(int number, List<Integer> serves) {
            return new Agent(
                    new UUID(2, number),
                    "",
                    "",
                    "",
                    "",
                    AgentStatus.AVAILABLE,
                    0,
                    serves.stream().map(Centre::id).toList(),
                    List.of(),
                    Stamps.NONE,
                    Json.Obj.EMPTY);
        }

        static Centre random(SplittableRandom random) {
            int queues = random.nextInt(1, 7);
            var people = new ArrayList<List<Integer>>();
            for (int i = random.nextInt(12); i > 0; i--) {
                var person = new ArrayList<Integer>();
                double serves = random.nextDouble();
                for (int queue = 0; queue < queues; queue++) {
                    if (random.nextDouble() < serves) {
                        person.add(queue);
                    }
                }
                people.add(person);
            }
            var centre = of(queues, random.nextInt(4) == 0 ? random.nextInt(400) : 100, people);
            for (int queue = 0; queue < queues; queue++) {
                centre.dial(queue, random.nextInt(5));
                for (int i = random.nextInt(3); i > 0; i--) {
                    centre.floor.reserve(centre.line(queue), id(queue));
                }
            }
            return centre;
        }

        private Line line(int queue) {
            var campaign = floor.campaign(new UUID(3, queue), id(queue), () -> {});
            return floor.line(campaign, id(queue), false);
        }

        void dial(int queue, int lines) {
            for (int i = 0; i < lines; i++) {
                floor.dialed(line(queue));
            }
        }

        QueueFloor queue(int number) {
            return queues.get(number);
        }

        boolean isIn(int union, QueueFloor queue) {
            return ((union >> queues.indexOf(queue)) & 1) == 1;
        }

        int freeIn(int union) {
            return (int) free.stream()
                    .filter(person -> person.stream().anyMatch(queue -> isIn(union, queue)))
                    .count();
        }

        /** Hundredths of agents that are left when every call of the union but those of one queue has what it counts for. */
        long left(int union, QueueFloor but) {
            long left = 100L * freeIn(union);
            for (var queue : queues) {
                left -= isIn(union, queue) && queue != but
                        ? 100L * queue.reserved() + (long) level * queue.dialing()
                        : 0;
            }
            return left;
        }

        long leastLeft(QueueFloor own, boolean with) {
            long least = Long.MAX_VALUE;
            for (int union = 0; union < (1 << queues.size()); union++) {
                if (isIn(union, own) == with) {
                    least = Math.min(least, left(union, own));
                }
            }
            return least;
        }

        boolean rule(QueueFloor own) {
            return 100L * own.available() - own.neededElsewhere(level) > (long) level * own.dialing();
        }

        boolean ruleIn(int union) {
            return left(union, null) > 0;
        }
    }

    @Test
    void whatOthersNeedIsWhatEveryUnionSays() {
        long seed = 20261129;
        var random = new SplittableRandom(seed);
        int withNeed = 0;
        for (int i = 0; i < SET_UPS; i++) {
            var centre = Centre.random(random);
            for (var own : centre.queues()) {
                long takes = centre.leastLeft(own, true) - centre.leastLeft(own, false);
                long needed = 100L * own.free() - takes;
                assertThat(own.neededElsewhere(centre.level()))
                        .as("seed %d, set-up %d, queue %s", seed, i, own.id())
                        .isEqualTo(needed);
                withNeed += needed > 0 ? 1 : 0;
            }
        }
        assertThat(withNeed).isGreaterThan(SET_UPS / 4);
    }

    /** Where no queue has dialed beyond its people before, the rule is true if it is in every union with the queue. */
    @Test
    void theRuleHoldsInEveryUnion() {
        long seed = 20261130;
        var random = new SplittableRandom(seed);
        int bound = 0;
        for (int i = 0; i < SET_UPS; i++) {
            var centre = Centre.random(random);
            for (var own : centre.queues()) {
                if (centre.leastLeft(own, false) < 0) {
                    continue;
                }
                boolean everywhere = true;
                for (int union = 0; union < (1 << centre.queues().size()); union++) {
                    everywhere &= !centre.isIn(union, own) || centre.ruleIn(union);
                }
                assertThat(centre.rule(own))
                        .as("seed %d, set-up %d, queue %s", seed, i, own.id())
                        .isEqualTo(everywhere);
                boolean alone = 100L * own.available() > (long) centre.level() * own.dialing();
                bound += alone && !everywhere ? 1 : 0;
            }
        }
        assertThat(bound).as("set-ups in which a union is tighter").isGreaterThan(500);
    }

    @Test
    void tenPeopleInTwoQueuesAreTen() {
        var centre = Centre.of(2, 100, everyone(10, List.of(0, 1)));
        centre.dial(0, 6);
        assertThat(centre.queue(1).neededElsewhere(100)).isEqualTo(600);
        centre.dial(1, 4);
        assertThat(centre.rule(centre.queue(0))).isFalse();
        assertThat(centre.rule(centre.queue(1))).isFalse();
    }

    @Test
    void othersTakeTheirOwnPeopleFirst() {
        var people = new ArrayList<>(everyone(3, List.of(0)));
        people.addAll(everyone(2, List.of(0, 1)));
        var centre = Centre.of(2, 100, people);
        centre.dial(0, 4);
        assertThat(centre.queue(1).neededElsewhere(100)).isEqualTo(100);
    }

    /** Ten of its own, one shared with a queue that dials eight: those find nobody but the one, and take no more. */
    @Test
    void whatAnotherQueueDialsBeyondItsPeopleTakesNobodyElse() {
        var people = new ArrayList<>(everyone(10, List.of(0)));
        people.add(List.of(0, 1));
        var centre = Centre.of(2, 100, people);
        centre.dial(1, 8);
        assertThat(centre.queue(0).neededElsewhere(100)).isEqualTo(100);
        centre.dial(0, 9);
        assertThat(centre.rule(centre.queue(0))).isTrue();
        centre.dial(0, 1);
        assertThat(centre.rule(centre.queue(0))).isFalse();
    }

    /** The people of both ends of a chain can only be had by moving a call of the middle to others. */
    @Test
    void aCallOfTheMiddleOfAChainMovesToOtherPeople() {
        var centre = Centre.of(3, 100, List.of(List.of(0, 1), List.of(1, 2)));
        centre.dial(1, 1);
        assertThat(centre.queue(0).neededElsewhere(100)).isZero();
        centre.dial(2, 1);
        assertThat(centre.queue(0).neededElsewhere(100)).isEqualTo(100);
    }

    private static List<List<Integer>> everyone(int count, List<Integer> serves) {
        return java.util.Collections.nCopies(count, serves);
    }
}
