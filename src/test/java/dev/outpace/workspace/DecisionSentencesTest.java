package dev.outpace.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.AbandonStanding;
import dev.outpace.model.DecisionReason;
import dev.outpace.model.PacingDecision;
import dev.outpace.model.PacingForecast;
import dev.outpace.model.PacingForecast.Caution;
import dev.outpace.model.PacingSnapshot;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("NullAway")
class DecisionSentencesTest {
    private static final Instant NEXT = Instant.parse("2026-05-12T12:31:00Z");

    private final DecisionSentences sentences = new DecisionSentences(ZoneOffset.UTC);

    private String hold(DecisionReason reason, int available, int dialing, int serviceLevel, int limit, Instant next) {
        var snapshot =
                new PacingSnapshot(NEXT, new UUID(1, 1), new UUID(1, 40), available, 0, dialing, dialing, serviceLevel);
        return sentences.of(PacingDecision.hold(reason, snapshot, limit, next));
    }

    @Test
    void aDecisionReadsAsTheSumThatItWasMadeFrom() {
        assertThat(hold(DecisionReason.DIALING, 12, 8, 100, 0, null))
                .isEqualTo("12 available > 8 dialing × 100 %: dialing");
        assertThat(hold(DecisionReason.WAITING_FOR_AGENT, 3, 5, 60, 0, null))
                .isEqualTo("3 available, 5 dialing × 60 % = 3: waiting for an agent");
        assertThat(hold(DecisionReason.WAITING_FOR_AGENT, 3, 7, 55, 0, null)).contains("× 55 % = 3.85:");
        assertThat(hold(DecisionReason.OVER_LIMIT, 3, 20, 1_000, 0, null))
                .isEqualTo("3 available, 20 dialing × 1000 % = 200: over limit, waiting");
    }

    private static PacingDecision forecast(DecisionReason reason, double budget) {
        return forecast(reason, budget, 0, 0.124, Caution.NONE);
    }

    private static PacingDecision forecast(
            DecisionReason reason, double budget, int inFlow, double chance, Caution caution) {
        var forecast = new PacingForecast(18, inFlow, 5.12, 6.2, 0.4, 0.283, 0.021, budget, chance, 0.0812, caution);
        var snapshot = new PacingSnapshot(NEXT, new UUID(1, 1), new UUID(1, 40), 4, 0, 18, 18, 100).with(forecast);
        return PacingDecision.hold(reason, snapshot, 0, null);
    }

    @Test
    void withAForecastADecisionReadsAsWhatIsExpected() {
        assertThat(sentences.of(forecast(DecisionReason.DIALING, 11.4)))
                .isEqualTo("18 ringing: 5.1 callers expected, 6.2 agents free, 0.4 abandons expected;"
                        + " one more call would risk 0.12 abandoned calls, 0.08 are allowed; dialing");
        assertThat(sentences.of(forecast(DecisionReason.WAITING_FOR_AGENT, 11.4)))
                .endsWith("one more call would risk 0.12 abandoned calls, 0.08 are allowed; waiting for an agent");
        assertThat(sentences.of(forecast(DecisionReason.OVER_LIMIT, 11.4))).endsWith("; over limit, waiting");
        assertThat(sentences.of(forecast(DecisionReason.NO_AGENT_AVAILABLE, 11.4)))
                .endsWith("0.08 are allowed; waiting for an agent");
        assertThat(sentences.of(forecast(DecisionReason.NO_AGENT_AVAILABLE, 11.4, 0, 0.08, Caution.NONE)))
                .isEqualTo("no agent can take a call: waiting");
        assertThat(sentences.of(forecast(DecisionReason.TELEPHONY_DOWN, 11.4))).isEqualTo("telephony down");
    }

    @Test
    void callersInTheFlowAreNamedWhereThereAreAny() {
        assertThat(sentences.of(forecast(DecisionReason.DIALING, 11.4, 4, 0.01, Caution.NONE)))
                .startsWith("18 ringing, 4 in the flow: 5.1 callers expected,");
    }

    /** A difference that two decimals don't show is what decided. */
    @Test
    void theRiskHasAsManyDecimalsAsTellItFromTheAllowedOne() {
        assertThat(sentences.of(forecast(DecisionReason.WAITING_FOR_AGENT, 11.4, 0, 0.0829, Caution.NONE)))
                .contains("risk 0.083 abandoned calls, 0.081 are allowed");
        assertThat(sentences.of(forecast(DecisionReason.WAITING_FOR_AGENT, 11.4, 0, 0.08121, Caution.NONE)))
                .contains("risk 0.0812 abandoned calls, 0.0812 are allowed");
    }

    @Test
    void carefulStartAndBrakeAreNamed() {
        assertThat(sentences.of(forecast(DecisionReason.WAITING_FOR_AGENT, 11.4, 0, 0.01, Caution.START)))
                .endsWith("; the answer rate is not known yet, so one call per free agent; waiting for an agent");
        assertThat(sentences.of(forecast(DecisionReason.WAITING_FOR_AGENT, 11.4, 0, 0.01, Caution.BRAKE)))
                .endsWith("; far more callers were lost than expected, so about one call per free agent;"
                        + " waiting for an agent");
    }

    @Test
    void agentsWhoPickUpLateAreNamed() {
        assertThat(sentences.of(forecast(DecisionReason.WAITING_FOR_AGENT, 11.4, 0, 0.12, Caution.PICK_UP)))
                .endsWith("; too many callers wait too long even for a free agent, so one call per free agent;"
                        + " waiting for an agent");
    }

    @Test
    void inDetailItSaysWhatMayStillBeDropped() {
        assertThat(sentences.inDetail(forecast(DecisionReason.DIALING, 11.4)))
                .endsWith("; dialing; 28.3 % of dials answered, 2.1 % abandoned so far," + " 11 more abandons allowed");
        assertThat(sentences.inDetail(forecast(DecisionReason.DIALING, -0.5)))
                .endsWith("1 abandon over what is allowed");
        var plain = PacingDecision.hold(
                DecisionReason.LINE_LIMIT,
                new PacingSnapshot(NEXT, new UUID(1, 1), new UUID(1, 40), 3, 0, 0, 0, 100),
                30,
                null);
        assertThat(sentences.inDetail(plain)).isEqualTo("line limit 30 reached");
    }

    @Test
    void overTheAbandonTargetItSaysByHowMuchAndUntilWhen() {
        var snapshot = new PacingSnapshot(NEXT, new UUID(1, 1), new UUID(1, 40), 3, 0, 0, 0, 40)
                .with(new AbandonStanding(17, 500, 0.03));
        var reason = DecisionReason.OVER_ABANDON_TARGET;
        assertThat(sentences.of(PacingDecision.hold(reason, snapshot, 0, NEXT)))
                .isEqualTo("3.4 % abandoned > 3.0 % target: held until 2026-05-12 12:31");
        assertThat(sentences.of(PacingDecision.hold(reason, snapshot, 0, null)))
                .isEqualTo("3.4 % abandoned > 3.0 % target: held");
    }

    @Test
    void everyOtherHoldNamesItsReason() {
        assertThat(hold(DecisionReason.LINE_LIMIT, 3, 0, 100, 30, null)).isEqualTo("line limit 30 reached");
        assertThat(hold(DecisionReason.NO_TARGET_DUE, 3, 0, 100, 0, NEXT))
                .isEqualTo("no target is due, next try at 12:31:00");
        assertThat(hold(DecisionReason.NO_TARGET_DUE, 3, 0, 100, 0, null)).isEqualTo("no target is due");
        assertThat(hold(DecisionReason.TELEPHONY_DOWN, 3, 0, 100, 0, null)).isEqualTo("telephony down");
        assertThat(hold(DecisionReason.QUEUE_GONE, 0, 0, 100, 0, null)).isEqualTo("the queue no longer exists");
        assertThat(hold(DecisionReason.NO_TARGET_LEFT, 3, 0, 100, 0, null)).isEqualTo("no targets left: will stop");
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasASentence(DecisionReason reason) {
        assertThat(hold(reason, 1, 2, 3, 4, NEXT)).isNotBlank().doesNotContain("{");
    }

    @Test
    void aNewWorkspaceHasThirtyLinesAndFiveCallsASecond() {
        assertThat(WorkspaceSettings.DEFAULT.lines().concurrentCalls()).isEqualTo(30);
        assertThat(WorkspaceSettings.DEFAULT.lines().callsPerSecond()).isEqualTo(5);
    }
}
