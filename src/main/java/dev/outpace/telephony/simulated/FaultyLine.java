package dev.outpace.telephony.simulated;

import dev.outpace.engine.EngineClock;
import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.AgentChanged;
import dev.outpace.engine.EngineInput.CallEvent;
import dev.outpace.engine.EngineInput.CallRefused;
import dev.outpace.engine.EngineInput.KeyPressed;
import dev.outpace.engine.EngineInput.LinkDown;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.OrderEnded;
import dev.outpace.engine.EngineInput.OthersCalled;
import dev.outpace.model.Ids;
import dev.outpace.telephony.simulated.Distribution.Exponential;
import dev.outpace.telephony.simulated.WorldSettings.Faults;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What happens to orders and events between the exchange and us. Events of one call or agent keep their order, so that a late one
 * holds up those behind it; those of others overtake it.
 */
final class FaultyLine {
    private static final int LOST = 0;
    private static final int DOUBLED = 1;
    private static final int LATE = 2;
    private static final int HOW_LATE = 3;
    private static final UUID ORDERS = new UUID(0, 1);
    private static final double NANOS = 1e9;

    private final EngineClock clock;
    private final long seed;
    private final Supplier<Faults> faults;
    private final Consumer<EngineInput> sink;
    /** Of calls and agents with late events: engine time at which the last of them is told, in nanoseconds. */
    private final Map<UUID, Long> heldUp = new HashMap<>();

    private boolean up;
    /** Times that the link was lost, found or looked at. */
    private long links;

    private long events;
    private long orders;

    FaultyLine(EngineClock clock, long seed, Supplier<Faults> faults, Consumer<EngineInput> sink) {
        this.clock = clock;
        this.seed = seed;
        this.faults = faults;
        this.sink = sink;
    }

    /** Whether the exchange never hears the next order. */
    boolean losesOrder() {
        double share = faults.get().lostOrders();
        return share > 0 && Dice.of(seed, ORDERS, orders++).chance(LOST, share);
    }

    void tell(EngineInput input) {
        var now = faults.get();
        if (!now.any() && heldUp.isEmpty()) {
            sink.accept(input);
            return;
        }
        var dice = Dice.of(seed, Ids.NIL, events++);
        if (dice.chance(LOST, now.lost())) {
            return;
        }
        double late = dice.chance(LATE, now.late()) ? dice.seconds(HOW_LATE, new Exponential(now.lateBy())) : 0;
        tell(input, (long) (late * NANOS));
        if (dice.chance(DOUBLED, now.doubled())) {
            tell(input, 0);
        }
    }

    /** The link is lost: what is on its way does not arrive any more. */
    void tell(LinkDown down) {
        up = false;
        links++;
        sink.accept(down);
    }

    /** A snapshot has all that is on its way and that a snapshot can have. */
    void tell(LinkUp link) {
        up = true;
        links++;
        sink.accept(link);
    }

    /** Told on this side of the line. */
    void refuse(CallRefused refusal) {
        sink.accept(refusal);
    }

    private boolean arrives(EngineInput input, long sentAt) {
        boolean inSnapshot = input instanceof AgentChanged
                || switch (input) {
                    case OrderEnded _, KeyPressed _, OthersCalled _ -> false;
                    default -> input instanceof CallEvent;
                };
        return up && (links == sentAt || !inSnapshot);
    }

    private void tell(EngineInput input, long late) {
        var subject = subject(input);
        long time = clock.monotonicNanos();
        long at = Math.max(time + late, heldUp.getOrDefault(subject, time));
        if (at == time) {
            sink.accept(input);
            return;
        }
        heldUp.put(subject, at);
        long sentAt = links;
        clock.schedule(Duration.ofNanos(at - time), () -> {
            heldUp.remove(subject, at);
            if (arrives(input, sentAt)) {
                sink.accept(input);
            }
        });
    }

    private static UUID subject(EngineInput input) {
        return switch (input) {
            case CallEvent event -> event.callId();
            case AgentChanged changed -> changed.agentId();
            default -> Ids.NIL;
        };
    }
}
