package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineClock;
import dev.outpace.flow.MediaOrder.ReceiveDigits;
import dev.outpace.flow.MediaResult;
import org.jspecify.annotations.Nullable;

/** Waits for keys. Asterisk tells each key that is pressed, whatever it does meanwhile, so that none is lost. */
final class KeysOrder implements LegOrder {
    private final CallLeg leg;
    private final ReceiveDigits wanted;
    private EngineClock.@Nullable Timer timer;
    private int count;

    KeysOrder(CallLeg leg, ReceiveDigits wanted) {
        this.leg = leg;
        this.wanted = wanted;
    }

    @Override
    public void begin() {
        timer = leg.clock().schedule(wanted.longest(), this::over);
        leg.keysSince(wanted.heard()).chars().forEach(key -> pressed((char) key));
    }

    @Override
    public void pressed(char key) {
        count++;
        if (count == wanted.length() || wanted.endKeys().indexOf(key) >= 0) {
            over();
        }
    }

    @Override
    public void cancel() {
        over();
    }

    private void over() {
        if (timer != null) {
            timer.cancel();
        }
        leg.ended(this, MediaResult.DONE, leg.clock().wallTime());
    }
}
