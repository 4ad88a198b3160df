package dev.outpace.telephony.asterisk;

import dev.outpace.flow.MediaResult;

/** Is over as soon as it is begun. */
record InstantOrder(CallLeg leg, Runnable act, MediaResult result) implements LegOrder {
    static InstantOrder failed(CallLeg leg, String problem) {
        return new InstantOrder(leg, () -> {}, MediaResult.failed(problem));
    }

    @Override
    public void begin() {
        act.run();
        leg.ended(this, result, leg.clock().wallTime());
    }

    @Override
    public void cancel() {}
}
