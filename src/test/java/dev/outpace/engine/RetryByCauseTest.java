package dev.outpace.engine;

import static dev.outpace.engine.EngineRig.agent;
import static dev.outpace.engine.EngineRig.campaign;
import static dev.outpace.engine.EngineRig.list;
import static dev.outpace.engine.EngineRig.outplan;
import static dev.outpace.engine.EngineRig.queue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.model.RetryCause;
import dev.outpace.model.RetryRule;
import dev.outpace.model.RetryRules;
import dev.outpace.model.RetryThen;
import dev.outpace.model.TargetStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an outplan does by the cause of a failed try; its own interval is a minute. */
@SuppressWarnings("NullAway")
class RetryByCauseTest {
    private static final String FIRST = "+12125550101";
    private static final String SECOND = "+12125550102";

    private final EngineRig rig = new EngineRig();

    private void begin(RetryRules rules, Integer... tries) {
        rig.with(outplan(20, 60_000, tries).withRetry(rules), list(30), queue(40), agent(51, 40))
                .with(campaign(1, 20, 30, 40, 100));
        rig.target(30, FIRST, SECOND);
        rig.open();
        rig.linkUp();
        rig.start(1);
    }

    private static RetryRules after(RetryCause cause, Long interval, int tries, RetryThen then) {
        return new RetryRules(Map.of(cause, new RetryRule(interval, tries, then)), 0);
    }

    private void ends(Outcome outcome) {
        rig.ended(rig.open(1).getFirst(), outcome);
    }

    private List<String> dialed() {
        return rig.ordered.values().stream()
                .map(request -> request.to().target())
                .toList();
    }

    private TargetStatus status() {
        return rig.store.targets.values().iterator().next().status();
    }

    @Test
    void aCauseHasItsOwnIntervalAndTheOthersTheOutplans() {
        begin(after(RetryCause.BUSY, 5_000L, 0, RetryThen.NEXT_DESTINATION), 3);
        ends(Outcome.BUSY);
        rig.wait(Duration.ofMillis(4_999));
        assertThat(dialed()).hasSize(1);
        rig.wait(Duration.ofMillis(1));
        assertThat(dialed()).hasSize(2);

        ends(Outcome.NO_ANSWER);
        rig.wait(Duration.ofMillis(59_999));
        assertThat(dialed()).hasSize(2);
        rig.wait(Duration.ofMillis(1));
        assertThat(dialed()).hasSize(3);
    }

    @Test
    void aWrongNumberGivesWayToTheNextDestinationAtOnce() {
        begin(after(RetryCause.BAD_NUMBER, 0L, 1, RetryThen.NEXT_DESTINATION), 3, 3);
        ends(Outcome.BAD_NUMBER);
        rig.wait(Duration.ofMillis(1));
        assertThat(dialed()).containsExactly(FIRST, SECOND);
        for (int i = 0; i < 4; i++) {
            rig.open(1).forEach(id -> rig.ended(id, Outcome.BUSY));
            rig.wait(Duration.ofMinutes(1));
        }
        assertThat(dialed()).containsExactly(FIRST, SECOND, SECOND, SECOND);
        assertThat(status()).isEqualTo(TargetStatus.DONE);
    }

    @Test
    void neverAgainEndsTheTargetWhateverDestinationsAreLeft() {
        begin(after(RetryCause.REJECTED, null, 1, RetryThen.NEVER), 3, 3);
        ends(Outcome.REJECTED);
        rig.wait(Duration.ofMinutes(5));
        assertThat(dialed()).containsExactly(FIRST);
        assertThat(status()).isEqualTo(TargetStatus.DONE);
    }

    @Test
    void allCausesCountTheSameTries() {
        begin(after(RetryCause.BUSY, null, 2, RetryThen.NEXT_DESTINATION), 5, 0);
        ends(Outcome.NO_ANSWER);
        rig.wait(Duration.ofMinutes(1));
        ends(Outcome.BUSY);
        rig.wait(Duration.ofMinutes(5));
        assertThat(dialed()).as("the busy try was the second").hasSize(2);
        assertThat(status()).isEqualTo(TargetStatus.DONE);
    }

    @Test
    void theTriesOfATargetAreLimitedOverAllItsDestinations() {
        begin(new RetryRules(Map.of(), 3), 2, 2);
        for (int i = 0; i < 5; i++) {
            rig.open(1).forEach(id -> rig.ended(id, Outcome.BUSY));
            rig.wait(Duration.ofMinutes(1));
        }
        assertThat(dialed()).containsExactly(FIRST, FIRST, SECOND);
        assertThat(status()).isEqualTo(TargetStatus.DONE);
    }

    @Test
    void aCongestedCallWaitsByItsOwnIntervalAndCostsNoTry() {
        begin(after(RetryCause.CONGESTION, 10_000L, 0, RetryThen.NEXT_DESTINATION), 1);
        rig.accepted(rig.open(1).getFirst());
        ends(Outcome.CONGESTED);
        var target = rig.store.targets.values().iterator().next();
        assertThat(target.nextTryAt()).isEqualTo(rig.clock.wallTime().plusSeconds(10));
        assertThat(target.tryCounts()).containsOnly(0);
    }
}
