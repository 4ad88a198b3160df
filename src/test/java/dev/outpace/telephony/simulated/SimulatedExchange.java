package dev.outpace.telephony.simulated;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.Missed;
import dev.outpace.engine.Telephony;
import dev.outpace.model.Address;
import dev.outpace.simulation.VirtualClock;
import dev.outpace.telephony.TestedExchange;
import dev.outpace.telephony.simulated.Distribution.Constant;
import dev.outpace.telephony.simulated.WorldSettings.Breaks;
import dev.outpace.telephony.simulated.WorldSettings.Caller;
import dev.outpace.telephony.simulated.WorldSettings.Dial;
import dev.outpace.telephony.simulated.WorldSettings.Handle;
import dev.outpace.telephony.simulated.WorldSettings.Misses;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The simulated exchange, set up for the contract. */
public final class SimulatedExchange implements TestedExchange {
    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-02T09:00:00Z"));
    private final SimulatedTelephony telephony;

    private Misses misses = Misses.NONE;

    public SimulatedExchange(Consumer<EngineInput> sink) {
        telephony = new SimulatedTelephony(clock, sink, world(Party.ANSWERS), 1, CarrierLog.NONE);
    }

    @Override
    public Telephony telephony() {
        return telephony;
    }

    @Override
    public String sound() {
        return "https://example.org/welcome.wav";
    }

    @Override
    public void phonesMiss(@Nullable Missed how) {
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
    public Address number(Party party) {
        telephony.settings(world(party).withMisses(misses));
        return Address.tel("+12125550100");
    }

    @Override
    public boolean next() {
        return clock.runNext();
    }

    @Override
    public void settle() {
        clock.run(Duration.ZERO);
    }

    @Override
    public void dropLink() {
        telephony.dropLink("cable cut");
    }

    @Override
    public void restoreLink() {
        telephony.restoreLink();
    }

    private static WorldSettings world(Party party) {
        boolean answers = party == Party.ANSWERS || party == Party.ANSWERS_IMPATIENTLY || party == Party.HANGS_UP;
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

    @Override
    public void agentHangsUp(UUID agentId) {
        telephony.hangUpByAgent(agentId);
    }

    @Override
    public void agentPassesOn(UUID agentId) {
        telephony.transferByAgent(agentId);
    }

    @Override
    public void restart() {
        telephony.restart();
    }
}
