package dev.outpace.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Address;
import dev.outpace.telephony.simulated.CarrierLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Lists whose targets are tried again. */
class LabRetriesTest {
    private static final int TARGETS = 4_000;

    /** Every try of each number, in order. */
    private static final class Tries implements CarrierLog {
        private final Map<String, List<Try>> ofNumber = new HashMap<>();
        private final Map<UUID, Try> open = new HashMap<>();

        private static final class Try {
            final Instant begun;
            Instant ended = Instant.MAX;
            boolean answered;

            Try(Instant begun) {
                this.begun = begun;
            }
        }

        @Override
        public void started(UUID callId, Address to, Instant at) {
            var one = new Try(at);
            open.put(callId, one);
            ofNumber.computeIfAbsent(to.target(), _ -> new ArrayList<>()).add(one);
        }

        private Try open(UUID callId) {
            var one = open.get(callId);
            if (one == null) {
                throw new AssertionError("never started: " + callId);
            }
            return one;
        }

        @Override
        public void answered(UUID callId, Instant at) {
            open(callId).answered = true;
        }

        @Override
        public void ended(UUID callId, Outcome outcome, Instant at) {
            open(callId).ended = at;
        }

        private List<Try> nth(int number) {
            return ofNumber.values().stream()
                    .filter(tries -> tries.size() > number)
                    .map(tries -> tries.get(number))
                    .toList();
        }

        void answerInShare(int number, double expected) {
            var tries = nth(number);
            long answered = tries.stream().filter(one -> one.answered).count();
            assertThat(tries).hasSizeGreaterThan(1_000);
            assertThat((double) answered / tries.size())
                    .as("try %d", number + 1)
                    .isCloseTo(expected, within(4 * Math.sqrt(expected * (1 - expected) / tries.size())));
        }
    }

    private static Scenario day(String campaign) {
        var text = """
            {"name": "retries", "hours": 24, "queues": [{"id": "sales", "agents": 60}],
            "campaigns": [{"id": "renewal", "queue": "sales", "pacing": "boost:1", "targets": %d, %s}],
            "dial": {"answered": 0.3, "no_answer_seconds": 26,
            "time_to_answer": {"distribution": "constant", "mean": 9}},
            "handle": {"talk": {"distribution": "constant", "mean": 60}}, "caller": {"patience_seconds": 600}}\
            """.formatted(TARGETS, campaign);
        var reading = ScenarioReader.read("day.json", new JacksonJson().read(text), new LabPolicies());
        assertThat(reading.problems()).isEmpty();
        return reading.scenario().orElseThrow();
    }

    private static Tries tries(Scenario day, String policy) {
        var tries = new Tries();
        new LabRun(day, Day.policy(policy), 1, tries).run();
        return tries;
    }

    @Test
    void eachTargetIsTriedUntilAnAgentHasItOrItsTriesAreUsedUp() {
        var day = day("\"tries\": 3, \"retry_minutes\": 30, \"spread\": 0.8");
        var tries = tries(day, "boost:1");

        assertThat(tries.ofNumber).hasSize(TARGETS);
        for (var ofOne : tries.ofNumber.values()) {
            assertThat(ofOne.getLast().answered || ofOne.size() == 3).isTrue();
            for (int i = 1; i < ofOne.size(); i++) {
                assertThat(ofOne.get(i - 1).answered).isFalse();
                assertThat(Duration.between(ofOne.get(i - 1).ended, ofOne.get(i).begun))
                        .isGreaterThanOrEqualTo(Duration.ofMinutes(30));
            }
        }
        var campaign = LabRun.of(day, null, 1).run().campaigns().getFirst();
        assertThat(campaign.dials())
                .isEqualTo(tries.ofNumber.values().stream().mapToInt(List::size).sum());
        assertThat(campaign.finishedHours()).isNotNull();
    }

    /** Half of the people answer 54 % of their calls, half 6 %. */
    @Test
    void firstTriesAnswerBetterThanLaterOnesAsPeopleDiffer() {
        var tries = tries(day("\"tries\": 3, \"retry_minutes\": 30, \"spread\": 0.8"), "boost:1");

        tries.answerInShare(0, 0.3);
        tries.answerInShare(1, (0.54 * 0.46 + 0.06 * 0.94) / (0.46 + 0.94));
        tries.answerInShare(2, (0.54 * 0.46 * 0.46 + 0.06 * 0.94 * 0.94) / (0.46 * 0.46 + 0.94 * 0.94));
    }

    @Test
    void peopleWhoAreAllAlikeAnswerEachTryAlike() {
        var tries = tries(day("\"tries\": 3, \"retry_minutes\": 1"), "boost:1");

        tries.answerInShare(0, 0.3);
        tries.answerInShare(1, 0.3);
        tries.answerInShare(2, 0.3);
    }

    @Test
    void underEveryPolicyATryMeetsTheSamePerson() {
        var day = day("\"tries\": 3, \"retry_minutes\": 30, \"spread\": 0.8");
        var careful = tries(day, "progressive");
        var eager = tries(day, "boost:2");

        for (var number : careful.ofNumber.keySet()) {
            assertThat(eager.ofNumber.getOrDefault(number, List.of()))
                    .as(number)
                    .extracting(one -> one.answered)
                    .isEqualTo(careful.ofNumber.getOrDefault(number, List.of()).stream()
                            .map(one -> one.answered)
                            .toList());
        }
    }
}
