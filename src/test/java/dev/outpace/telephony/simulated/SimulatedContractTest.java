package dev.outpace.telephony.simulated;

import dev.outpace.engine.EngineInput.Missed;
import dev.outpace.engine.Telephony;
import dev.outpace.model.Address;
import dev.outpace.simulation.VirtualClock;
import dev.outpace.telephony.TelephonyContractTest;
import dev.outpace.telephony.simulated.Distribution.Constant;
import dev.outpace.telephony.simulated.WorldSettings.Breaks;
import dev.outpace.telephony.simulated.WorldSettings.Caller;
import dev.outpace.telephony.simulated.WorldSettings.Dial;
import dev.outpace.telephony.simulated.WorldSettings.Handle;
import dev.outpace.telephony.simulated.WorldSettings.Misses;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

class SimulatedContractTest extends TelephonyContractTest {
    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-02T09:00:00Z"));
    private final SimulatedTelephony telephony =
            new SimulatedTelephony(clock, ledger, world(Party.ANSWERS), 1, CarrierLog.NONE);

    private Misses misses = Misses.NONE;

    @Override
    protected Telephony telephony() {
        return telephony;
    }

    @Override
    protected void phonesMiss(@Nullable Missed how) {
        misses = how == null
                ? Misses.NONE
                : new Misses(
                        how == Missed.NO_ANSWER ? 1 : 0,
                        how == Missed.REJECTED ? 1 : 0,
                        how == Missed.UNREACHABLE ? 1 : 0,
                        15);
        telephony.settings(world(Party.ANSWERS).withMisses(misses));
    }

    @Override
    protected Address number(Party party) {
        telephony.settings(world(party).withMisses(misses));
        return Address.tel("+12125550100");
    }

    @Override
    protected boolean next() {
        return clock.runNext();
    }

    @Override
    protected void settle() {
        clock.run(Duration.ZERO);
    }

    @Override
    protected void dropLink() {
        telephony.dropLink("cable cut");
    }

    @Override
    protected void restoreLink() {
        telephony.restoreLink();
    }

    private static WorldSettings world(Party party) {
        boolean answers = party == Party.ANSWERS || party == Party.ANSWERS_IMPATIENTLY;
        var dial = new Dial(
                answers ? 1 : 0,
                party == Party.BUSY ? 1 : 0,
                party == Party.REJECTS ? 1 : 0,
                party == Party.WRONG_NUMBER ? 1 : 0,
                0,
                new Constant(5),
                1,
                2,
                26,
                party == Party.REFUSED_BY_THE_EXCHANGE ? 1 : 0,
                party == Party.ANSWERS_AS_WE_HANG_UP ? 1 : 0);
        double patience = party == Party.ANSWERS_IMPATIENTLY ? 10 : 120;
        return new WorldSettings(
                dial,
                new Handle(new Constant(2), new Constant(60), new Constant(10)),
                new Caller(new Constant(patience), 15),
                Breaks.NONE);
    }
}
