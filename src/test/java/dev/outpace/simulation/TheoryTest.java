package dev.outpace.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.PacingSnapshot;
import dev.outpace.pacing.PacingPolicy;
import dev.outpace.simulation.baseline.ErlangB;
import dev.outpace.simulation.baseline.OpenLoop;
import dev.outpace.telephony.simulated.Distribution.Constant;
import dev.outpace.telephony.simulated.Distribution.Exponential;
import dev.outpace.telephony.simulated.WorldSettings.Dial;
import dev.outpace.telephony.simulated.WorldSettings.Handle;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The laboratory against results that are known exactly, each within the statistical error of the runs themselves. */
class TheoryTest {
    private static final double STANDARD_ERRORS = 4;
    private static final int DAYS = 6;

    /** Callers who find all agents busy are lost: Erlang's loss formula, whatever the times are distributed like. */
    @ParameterizedTest
    @CsvSource({"5, 4", "20, 18"})
    void openLoopDialingLosesWhatErlangSays(int agents, double offered) {
        double handle = Day.HANDLE.talk().mean() + Day.HANDLE.wrapUp().mean();
        double rate = offered / handle / Day.DIAL.answered();
        var openLoop = Day.policy(
                "open loop",
                (campaign, pool, now) -> new OpenLoop(campaign.id(), pool, now.waker(), now.seed(), () -> rate));

        var lost = Day.days(Day.of(agents, 40, openLoop, Day.DIAL, Day.HANDLE, 0), DAYS)
                .figure(DayResult::abandonRate);

        agrees(lost, ErlangB.lost(agents, offered), 0.01);
    }

    /** One line for each free agent, always: rho = H / (H + t_a + (1 - p) / p × t_f). */
    @ParameterizedTest
    @CsvSource({"10, 0.30, 0.15", "10, 0.12, 0.18"})
    void progressiveDialingHasItsClosedForm(int agents, double answered, double failing) {
        var dial = new Dial(answered, 0, 0, failing, 0, new Constant(9), 0, 2, 26, 0, 0);
        double handle = Day.HANDLE.talk().mean() + Day.HANDLE.wrapUp().mean();
        double unanswered = failing * dial.fastFail() + (1 - answered - failing) * dial.noAnswer();

        var days = Day.days(Day.of(agents, 24, Day.policy("progressive"), dial, Day.HANDLE, 2), DAYS);

        agrees(
                days.figure(DayResult::utilisation),
                handle / (handle + dial.timeToAnswer().mean() + unanswered / answered),
                0.003);
        assertThat(days.days()).allSatisfy(day -> assertThat(day.abandoned()).isZero());
    }

    /**
     * Where all times are exponential and nobody waits, the best table of ringing lines by free agents is known. It is found
     * here again, and the laboratory comes to the chain's own figures for it.
     */
    @ParameterizedTest
    @CsvSource({"5, 0.833", "10, 0.862", "20, 0.897"})
    void theBestTableOfAMemorylessWorldDoesWhatItsChainSays(int agents, double published) {
        var chain = new RingingChain(agents, 180, 15, 0.3);
        var best = chain.best(0.03);
        assertThat(best.utilisation()).isBetween(published - 0.0008, published + 0.0008);

        var lines = best.table();
        var table = Day.policy("table", (_, _, _) -> new Table(lines));
        var dial = new Dial(0.3, 0, 0.7, 0, 0, new Exponential(15), 0, 2, 600, 0, 0);
        var handle = new Handle(new Constant(0), new Exponential(180), new Constant(0));
        var days = Day.days(Day.of(agents, 40, table, dial, handle, 0), DAYS);

        var own = chain.figures(lines);
        agrees(days.figure(DayResult::utilisation), own.utilisation(), 0.003);
        agrees(days.figure(DayResult::abandonRate), own.abandonRate(), 0.003);
    }

    private record Table(List<Integer> lines) implements PacingPolicy {
        @Override
        public boolean mayDial(PacingSnapshot snapshot) {
            return snapshot.dialing() < lines.get(snapshot.available());
        }

        @Override
        public OptionalInt allowed(PacingSnapshot snapshot) {
            return OptionalInt.of(lines.get(snapshot.available()));
        }
    }

    @Test
    void theLossFormulaHasItsPublishedLoads() {
        assertThat(0.97 * ErlangB.offered(5, 0.03) / 5).isBetween(0.3635, 0.3645);
        assertThat(0.97 * ErlangB.offered(20, 0.03) / 20).isBetween(0.6785, 0.6795);
        assertThat(0.97 * ErlangB.offered(100, 0.03) / 100).isBetween(0.8805, 0.8815);
    }

    /** @param precision the runs are long enough to tell so much */
    private static void agrees(Figure figure, double theory, double precision) {
        assertThat(figure.standardError()).isPositive().isLessThan(precision);
        assertThat(Math.abs(figure.mean() - theory) / figure.standardError())
                .as("%s against %f", figure, theory)
                .isLessThan(STANDARD_ERRORS);
    }
}
