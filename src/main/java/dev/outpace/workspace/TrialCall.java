package dev.outpace.workspace;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.CallAnswered;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.CallRefused;
import dev.outpace.engine.EngineInput.LinkDown;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.OrderEnded;
import dev.outpace.engine.EngineThread;
import dev.outpace.engine.Telephony;
import dev.outpace.flow.MediaOrder;
import dev.outpace.model.Address;
import dev.outpace.model.Ids;
import dev.outpace.telephony.asterisk.AsteriskTelephony;
import dev.outpace.telephony.asterisk.ami.AmiSocket;
import dev.outpace.workspace.secrets.SecretKeeper;
import dev.outpace.workspace.secrets.SecretRefused;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/** Calls one number over a connection, so that a person can hear whether it works: whoever answers hears what they say. */
final class TrialCall {
    static final Duration RINGS = Duration.ofSeconds(25);
    static final Duration LISTENS = Duration.ofSeconds(10);
    /** For the link, and for the end after the last order. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final Telephony.OrderId ECHO = new Telephony.OrderId(1);

    private final EngineThread clock;
    private final Address number;
    private final CompletableFuture<CheckLine> result;
    private final UUID call = UUID.randomUUID();
    private final Telephony telephony;
    private boolean called;
    private boolean answered;

    private TrialCall(
            EngineThread clock,
            Address number,
            Function<Consumer<EngineInput>, Telephony> telephonies,
            CompletableFuture<CheckLine> result) {
        this.clock = clock;
        this.number = number;
        this.result = result;
        telephony = telephonies.apply(this::heard);
    }

    /**
     * Blocks until the call is over, for less than a minute.
     *
     * @param number as it is dialed
     */
    static CheckLine run(AsteriskConnection connection, SecretKeeper secrets, String number) {
        if (!connection.problems().isEmpty()) {
            return CheckLine.ofCall(
                    CheckLine.State.FAIL,
                    "call.impossible",
                    new ProblemWords().sentence(connection.problems().getFirst()));
        }
        try {
            // A mark of its own: nobody else takes this call for theirs.
            var settings = connection.settings(UUID.randomUUID().toString().replace("-", ""), secrets);
            return run(
                    number,
                    clock -> heard -> new AsteriskTelephony(
                            clock,
                            heard,
                            AmiSocket.to(connection.place(), clock::monotonicNanos, clock::handIn),
                            settings));
        } catch (SecretRefused refused) {
            return CheckLine.ofCall(
                    CheckLine.State.FAIL, "call.impossible", new ProblemWords().sentence(refused.problem()));
        }
    }

    /** @param telephonies makes the telephony on the thread of the clock */
    static CheckLine run(
            String number, Function<EngineThread, Function<Consumer<EngineInput>, Telephony>> telephonies) {
        var result = new CompletableFuture<CheckLine>();
        try (var clock = new EngineThread(1)) {
            clock.startClock();
            clock.handIn(() -> new TrialCall(clock, Address.tel(number), telephonies.apply(clock), result).begin());
            return result.join();
        }
    }

    private void begin() {
        telephony.connect();
        clock.schedule(PATIENCE, () -> {
            if (!called) {
                finish(CheckLine.ofCall(CheckLine.State.FAIL, "call.no_link"));
            }
        });
    }

    private void finish(CheckLine line) {
        if (!result.isDone()) {
            telephony.close();
            result.complete(line);
        }
    }

    private void heard(EngineInput input) {
        switch (input) {
            case LinkUp _ -> call();
            case LinkDown(var _, var reason) -> {
                if (called) {
                    finish(CheckLine.ofCall(CheckLine.State.FAIL, "call.lost", reason));
                }
            }
            case CallRefused(var _, var _, var _, var text) ->
                finish(CheckLine.ofCall(CheckLine.State.FAIL, "call.refused", text));
            case CallAnswered _ -> {
                answered = true;
                telephony.execute(ECHO, call, new MediaOrder.Echo(LISTENS));
                hangUpAfter(LISTENS);
            }
            case OrderEnded _ -> hangUp();
            case CallEnded ended -> finish(line(ended));
            default -> {
                // Nothing that this call waits for.
            }
        }
    }

    private void call() {
        if (called) {
            return;
        }
        called = true;
        telephony.originate(new Telephony.CallRequest(call, Ids.NIL, number, null, RINGS));
        clock.schedule(RINGS, () -> {
            if (!answered) {
                hangUp();
            }
        });
    }

    private void hangUpAfter(Duration time) {
        clock.schedule(time, this::hangUp);
    }

    private void hangUp() {
        telephony.hangUp(call);
        clock.schedule(PATIENCE, () -> finish(CheckLine.ofCall(CheckLine.State.WARN, "call.no_end")));
    }

    private CheckLine line(CallEnded ended) {
        if (answered) {
            return CheckLine.ofCall(CheckLine.State.OK, "call.ok");
        }
        return switch (ended.outcome()) {
            case COMPLETED -> CheckLine.ofCall(CheckLine.State.OK, "call.ok");
            case BUSY -> CheckLine.ofCall(CheckLine.State.WARN, "call.busy");
            case REJECTED -> CheckLine.ofCall(CheckLine.State.WARN, "call.rejected");
            case NO_ANSWER, CANCELLED -> CheckLine.ofCall(CheckLine.State.WARN, "call.no_answer");
            case BAD_NUMBER -> CheckLine.ofCall(CheckLine.State.FAIL, "call.bad_number");
            case CONGESTED -> CheckLine.ofCall(CheckLine.State.FAIL, "call.congested");
            case UNREACHABLE, FAILED, UNKNOWN -> CheckLine.ofCall(CheckLine.State.FAIL, "call.failed");
        };
    }
}
