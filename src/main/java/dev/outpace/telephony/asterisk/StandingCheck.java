package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineClock;
import dev.outpace.telephony.asterisk.ami.AmiAction;
import dev.outpace.telephony.asterisk.ami.AmiMessage;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Looks again and again whether a linked Asterisk still has what no call can do without: the user's rights, the place in the dialplan,
 * a trunk that can be reached. It asks some questions over the link that is there, and makes no call.
 */
public final class StandingCheck {
    /** The lines of a whole check that it knows, too. */
    public static final Set<String> LINES = Set.of("rights", "dialplan", "trunk");

    private static final Duration BETWEEN = Duration.ofSeconds(30);

    private final EngineClock clock;
    private final AsteriskLink link;
    private final AsteriskSettings settings;
    private final Consumer<Set<String>> told;
    private EngineClock.Timer next = () -> {};

    /** @param told hears after each look which of the lines are red */
    StandingCheck(EngineClock clock, AsteriskLink link, AsteriskSettings settings, Consumer<Set<String>> told) {
        this.clock = clock;
        this.link = link;
        this.settings = settings;
        this.told = told;
    }

    /** The link is up. What was asked over an earlier one is never answered. */
    void begin() {
        next.cancel();
        var look = new Look();
        new RightsCheck(look)
                .run(() -> new DialplanCheck(look, settings.context(), settings.extension())
                        .run(_ -> new TrunkCheck(look, settings.trunk()).run(() -> end(look))));
    }

    private void end(Look look) {
        told.accept(Set.copyOf(look.red));
        next = clock.schedule(BETWEEN, this::begin);
    }

    void linkIsLost() {
        next.cancel();
    }

    private final class Look implements CheckedExchange {
        private final Set<String> red = new TreeSet<>();

        @Override
        public void ask(AmiAction action, Consumer<AmiMessage> answered) {
            link.ask(action, answered);
        }

        @Override
        public void list(AmiAction action, Consumer<List<AmiMessage>> listed) {
            link.list(action, listed);
        }

        @Override
        public void found(CheckResult result) {
            if (result.state() == CheckResult.State.FAIL) {
                red.add(result.name());
            }
        }
    }
}
