package dev.outpace.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.outpace.formats.JacksonJson;
import dev.outpace.telephony.simulated.Congestion;
import dev.outpace.telephony.simulated.Distribution.AtOnce;
import dev.outpace.telephony.simulated.Distribution.Exponential;
import dev.outpace.telephony.simulated.Distribution.Lognormal;
import dev.outpace.telephony.simulated.Distribution.Weibull;
import dev.outpace.telephony.simulated.Drift;
import dev.outpace.telephony.simulated.Numbers;
import dev.outpace.telephony.simulated.WorldSettings.Misses;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What real centres have: the day is as its scenario file says. */
class LabWorldTest {
    private static final String QUIET = "\"lines\": {}";

    /** A day of 10 agents and 4 h, each of these fields in place of the one that has its name. */
    private static Scenario day(String dial, String handle, String agents, String caller, String more) {
        var text = """
            {"name": "world", "hours": 4, "queues": [{"id": "sales", "agents": 10}],
            "campaigns": [{"id": "renewal", "queue": "sales", "pacing": "progressive"}],
            "dial": {"answered": 0.3, "no_answer_seconds": 26%s,
            "time_to_answer": {"distribution": "constant", "mean": 9}},
            "handle": {"talk": {"distribution": "constant", "mean": 100}%s},
            "agents": {%s}, "caller": {%s}, %s}\
            """.formatted(dial, handle, agents, caller, more);
        var reading = ScenarioReader.read("day.json", new JacksonJson().read(text), new LabPolicies());
        assertThat(reading.problems()).isEmpty();
        return reading.scenario().orElseThrow();
    }

    private static Persons persons(Scenario day) {
        var persons = new Persons();
        new LabRun(day, null, 5, persons).run();
        return persons;
    }

    private static DayResult result(Scenario day) {
        return LabRun.of(day, null, 5).run();
    }

    /** Within four standard errors. */
    private static void isShare(long part, long whole, double expected) {
        assertThat(whole).isGreaterThan(200);
        assertThat((double) part / whole).isCloseTo(expected, within(4 * Math.sqrt(expected * (1 - expected) / whole)));
    }

    @Test
    void everyFieldIsRead() {
        var day = day(
                ", \"congestion\": [{\"share\": 0.1}, {\"share\": 0.5, \"from_minutes\": 60, \"until_minutes\": 70}],"
                        + " \"answered_drift\": {\"shape\": \"walk\", \"spread\": 0.3, \"minutes\": 20}",
                ", \"pick_up\": {\"distribution\": \"lognormal\", \"mean\": 1.8, \"sd\": 0.6}",
                "\"talk_spread\": 0.25, \"misses\": {\"no_answer\": 0.02, \"rejected\": 0.01, \"unreachable\": 0.03,"
                        + " \"ring_seconds\": 20}",
                "\"patience\": {\"distribution\": \"weibull\", \"mean\": 60, \"shape\": 0.7, \"at_once\": 0.1}",
                "\"inbound\": {\"sales\": {\"per_hour\": 30, \"drift\": {\"shape\": \"hourly\", \"factors\": [1, 0.5]},"
                        + " \"patience\": {\"distribution\": \"exponential\", \"mean\": 90}}}");

        var numbers = day.campaigns().getFirst().numbers();
        assertThat(numbers.drift()).isEqualTo(new Drift.Walk(0.3, 20));
        assertThat(numbers.congestion())
                .containsExactly(new Congestion(0.1, 0, Scenario.MAX_HOURS * 3_600), new Congestion(0.5, 3_600, 4_200));
        assertThat(day.handle().pickUp()).isEqualTo(new Lognormal(1.8, 0.6));
        assertThat(day.handle().talkSpread()).isEqualTo(0.25);
        assertThat(day.misses()).isEqualTo(new Misses(0.02, 0.01, 0.03, 20));
        assertThat(day.patience()).isEqualTo(new AtOnce(0.1, new Weibull(60, 0.7)));
        assertThat(day.queues().getFirst().inbound())
                .isEqualTo(new Scenario.Inbound(30, new Drift.Hourly(List.of(1.0, 0.5)), new Exponential(90)));
    }

    @Test
    void agentsPickUpAfterAWhileAndCallersDoNotWaitForThatLongerThanForAnything() {
        var pickUp = ", \"pick_up\": {\"distribution\": \"constant\", \"mean\": 3}";

        var tooLate = result(day("", pickUp, "", "\"patience_seconds\": 2", QUIET));
        assertThat(tooLate.answered()).isGreaterThan(500);
        assertThat(tooLate.abandoned()).isEqualTo(tooLate.answered());
        assertThat(new HashSet<>(persons(day("", pickUp, "", "\"patience_seconds\": 60", QUIET))
                        .onTheLine
                        .values()))
                .containsExactly(Duration.ofSeconds(103));
    }

    /** Callers are put through to phones that are on the line: none rings, and nobody is missed. */
    @Test
    void agentsWhoStayConnectedNeitherPickUpNorMissAnybody() {
        var pickUp = ", \"pick_up\": {\"distribution\": \"constant\", \"mean\": 3}";
        var day = day("", pickUp, "\"misses\": {\"no_answer\": 1}", "\"patience_seconds\": 2", QUIET);
        var desk = day.queues().getFirst();
        var stay = new Scenario(
                day.name(),
                day.hours(),
                day.seed(),
                List.of(new Scenario.Desk(desk.id(), desk.rota(), desk.inbound(), true, List.of())),
                day.campaigns(),
                day.handle(),
                day.patience(),
                day.breaks(),
                day.lines(),
                day.misses());
        assertThat(new HashSet<>(persons(stay).onTheLine.values())).containsExactly(Duration.ofSeconds(100));
        assertThat(result(stay).abandoned()).isZero();
    }

    @Test
    void somePhonesRingInVain() {
        var someMiss = result(day("", "", "\"misses\": {\"no_answer\": 0.2, \"ring_seconds\": 20}", "", QUIET));
        isShare(someMiss.abandoned(), someMiss.answered(), 0.2);
        var nobody = result(day("", "", "\"misses\": {\"unreachable\": 1}", "", QUIET));
        assertThat(nobody.abandoned()).isEqualTo(nobody.answered()).isPositive();
    }

    @Test
    void anAgentSetAwayForMissingCallersIsBackAfterFiveMinutes() {
        var day = result(day("", "", "\"misses\": {\"rejected\": 0.2}", "\"patience_seconds\": 60", QUIET));

        assertThat(day.staffedSeconds()).isBetween(0.5 * 10 * 4 * 3_600, 10 * 4 * 3_600 - 300.0);
        double away = 10 * 4 * 3_600 - day.staffedSeconds();
        assertThat(away / 300).isCloseTo(Math.rint(away / 300), within(1e-6));
    }

    @Test
    void agentsDifferInHowLongTheyTalk() {
        var lengths = persons(day("", "", "\"talk_spread\": 0.3", "", QUIET))
                .onTheLine
                .values();
        assertThat(new HashSet<>(lengths)).hasSize(10);
        assertThat(new HashSet<>(persons(day("", "", "", "", QUIET)).onTheLine.values()))
                .containsExactly(Duration.ofSeconds(100));
    }

    @Test
    void someCallersHangUpAtOnce() {
        var pickUp = ", \"pick_up\": {\"distribution\": \"constant\", \"mean\": 1}";
        var day = result(day(
                "",
                pickUp,
                "",
                "\"patience\": {\"distribution\": \"constant\", \"mean\": 60, \"at_once\": 0.2}",
                QUIET));

        isShare(day.abandoned(), day.answered(), 0.2);
    }

    @Test
    void dialsFailInCongestionAndOnlyThen() {
        var day = day(
                ", \"congestion\": [{\"share\": 0.3, \"from_minutes\": 60, \"until_minutes\": 180}]",
                "",
                "",
                "",
                QUIET);
        var persons = persons(day);

        var begin = persons.dialed.getFirst();
        var during = persons.fates.keySet().stream()
                .filter(dial -> {
                    long minutes =
                            Duration.between(begin, persons.dialed.get(dial)).toMinutes();
                    return minutes >= 60 && minutes < 180;
                })
                .toList();
        var failed = persons.fates.entrySet().stream()
                .filter(fate -> fate.getValue().startsWith("FAILED"))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(during).containsAll(failed);
        isShare(failed.size(), during.size(), 0.3);
    }

    @Test
    void theAnswerRateFollowsTheHours() {
        var persons = persons(
                day(", \"answered_drift\": {\"shape\": \"hourly\", \"factors\": [1, 0, 0.5]}", "", "", "", QUIET));

        var begin = persons.dialed.getFirst();
        double[] shares = {0.3, 0, 0.15, 0.15};
        for (int hour = 0; hour < shares.length; hour++) {
            int now = hour;
            var dials = persons.fates.keySet().stream()
                    .filter(dial ->
                            Duration.between(begin, persons.dialed.get(dial)).toHours() == now)
                    .toList();
            isShare(dials.stream().filter(persons.answers::containsKey).count(), dials.size(), shares[hour]);
        }
    }

    @Test
    void theWalkOfTheAnswerRateIsAnotherOneEachDayAroundItsMean() {
        var walk = new Drift.Walk(0.3, 20);
        var numbers = new Numbers(Day.DIAL, walk);
        var campaign = new UUID(1, 2);

        var logarithms = IntStream.range(0, 2_000)
                .mapToObj(day -> numbers.on(day, campaign).drift())
                .mapToDouble(day -> Math.log(day.factor(3_600)) + 0.045)
                .summaryStatistics();
        assertThat(logarithms.getAverage()).isCloseTo(0, within(4 * 0.3 / Math.sqrt(2_000)));
        double together = 0;
        double squares = 0;
        for (int day = 0; day < 2_000; day++) {
            var drift = numbers.on(day, campaign).drift();
            double first = Math.log(drift.factor(3_600)) + 0.045;
            squares += first * first;
            together += first * (Math.log(drift.factor(3_600 + 20 * 60)) + 0.045);
        }
        assertThat(Math.sqrt(squares / 2_000)).isCloseTo(0.3, within(4 * 0.3 / Math.sqrt(4_000)));
        assertThat(together / squares).isCloseTo(Math.exp(-1), within(0.09));
        assertThat(numbers.on(1, campaign).answered(600))
                .isEqualTo(numbers.on(1, campaign).answered(600))
                .isNotEqualTo(numbers.on(2, campaign).answered(600))
                .isNotEqualTo(numbers.on(1, new UUID(1, 3)).answered(600));
    }

    @Test
    void inboundCallersFollowTheHoursAndTheirOwnPatience() {
        var callers =
                "\"inbound\": {\"sales\": {\"per_hour\": 60, \"drift\": {\"shape\": \"hourly\", \"factors\": [%s]},"
                        + " \"patience\": {\"distribution\": \"constant\", \"mean\": %s}}}";
        var nobodyElse =
                day("", "", "", "", callers.formatted("0, 1, 3, 0", 500)).withAnswered(0);

        double expected = 60 * 4;
        assertThat((double) result(nobodyElse).handledInbound()).isCloseTo(expected, within(4 * Math.sqrt(expected)));
        var never = day("", "", "", "", callers.formatted("0", 500));
        assertThat(result(never).handledInbound()).isZero();
        var pickUp = ", \"pick_up\": {\"distribution\": \"constant\", \"mean\": 1}";
        var hasty = day("", pickUp, "", "", callers.formatted("1", 0));
        assertThat(result(hasty).handledInbound()).isZero();
        assertThat(result(hasty).handled()).isPositive();
    }
}
