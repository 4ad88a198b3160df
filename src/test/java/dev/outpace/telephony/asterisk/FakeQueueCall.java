package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineInput.Missed;
import dev.outpace.telephony.asterisk.Transcript.Step;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A caller in a queue of a {@link FakeAsterisk}, as recorded: who waits, is offered to members, talks and leaves. */
final class FakeQueueCall extends FakeDial {
    private static final Duration REACTION = Duration.ofSeconds(2);
    /** What was told has arrived by then. */
    private static final Duration UNTIL_HEARD = Duration.ofMillis(300);

    private static final Duration RING = Duration.ofSeconds(15);
    private static final Duration TALK = Duration.ofSeconds(60);

    private enum Stage {
        WAITING,
        DIALING,
        RINGING,
        TALKING,
        OVER
    }

    private final FakeAgi.World world;
    private final FakeQueues queues;
    private final String queue;
    private final String arguments;
    private final String commandId;
    private Stage stage = Stage.WAITING;
    private String phone = "";
    private String legId = "";
    private String status = "";
    private String missedBy = "";
    private boolean shortened;

    /** @param arguments of the application, {@code support,c,,,20} */
    FakeQueueCall(FakeAgi.World world, FakeQueues queues, String arguments, String commandId) {
        super(world, "", "", Duration.ZERO, commandId);
        this.world = world;
        this.queues = queues;
        this.arguments = arguments;
        this.commandId = commandId;
        queue = arguments.split(",", -1)[0];
    }

    String queue() {
        return queue;
    }

    /** The variable {@code QUEUESTATUS}. */
    String status() {
        return status;
    }

    @Override
    void begin(@Nullable Missed howMissed) {
        if (!queues.has(queue)) {
            status = "UNKNOWN";
            stage = Stage.OVER;
            world.later(Duration.ofMillis(1), () -> tell("queue-limit", "AsyncAGIExec"));
            return;
        }
        world.later(Duration.ofMillis(1), () -> {
            if (stage == Stage.WAITING) {
                tell("queue-joined", "");
                queues.joined(this);
            }
        });
        var limit = arguments.split(",", -1)[4];
        if (!limit.isEmpty()) {
            world.later(Duration.ofSeconds(Long.parseLong(limit)), () -> {
                if (stage == Stage.WAITING) {
                    over("TIMEOUT");
                    tell("queue-limit", "");
                }
            });
        }
    }

    /** Who missed this caller last, and is rung again only if nobody else is free. */
    String missedBy() {
        return missedBy;
    }

    boolean waits() {
        return stage == Stage.WAITING;
    }

    /** A member is rung. */
    void offered(String member, String leg) {
        phone = member;
        legId = leg;
        stage = Stage.DIALING;
        var misses = world.misses();
        boolean silent = misses == Missed.UNREACHABLE;
        for (var step : Transcript.of(silent ? "queue-cannot-be-reached" : "queue-rings")
                .beforeHangUp()) {
            world.later(step.at(), () -> {
                if (legId.equals(leg) && (stage == Stage.DIALING || stage == Stage.RINGING)) {
                    happens(step);
                    stage = step.is("Newstate") ? Stage.RINGING : stage;
                }
            });
        }
        world.later(UNTIL_HEARD, () -> {});
        world.later(silent ? Duration.ofSeconds(5) : misses == Missed.NO_ANSWER ? RING : REACTION, () -> {
            if (!legId.equals(leg) || (stage != Stage.DIALING && stage != Stage.RINGING)) {
                return;
            }
            if (misses == null) {
                stage = Stage.TALKING;
                tell("queue-answers", "");
                world.later(TALK, this::callerHangsUp);
            } else {
                if (!silent) {
                    tell(misses == Missed.REJECTED ? "queue-rejects" : "queue-is-not-answered", "");
                }
                waitsAgain();
            }
        });
    }

    private void waitsAgain() {
        stage = Stage.WAITING;
        missedBy = phone;
        queues.missed(phone);
        phone = "";
        legId = "";
    }

    private void over(String how) {
        if (stage == Stage.TALKING) {
            queues.talked(phone);
        } else if (stage != Stage.WAITING) {
            queues.free(phone);
        }
        status = how;
        stage = Stage.OVER;
        queues.left(this);
    }

    @Override
    void callerHangsUp() {
        if (stage == Stage.TALKING) {
            world.hangsUp();
            over("CONTINUE");
            tell("queue-caller-hangs-up", "");
        }
    }

    @Override
    boolean weHangUp() {
        var before = stage;
        if (before == Stage.OVER) {
            return false;
        }
        over("");
        tell(
                switch (before) {
                    case WAITING -> "queue-waiting-we-hang-up";
                    case DIALING, RINGING -> "queue-ringing-we-hang-up";
                    case TALKING, OVER -> "queue-we-hang-up";
                },
                "");
        return true;
    }

    /** The channel is sent back to where it waits for commands. */
    void isLeft() {
        var before = stage;
        over("");
        tell(before == Stage.WAITING ? "queue-is-left" : "queue-is-left-ringing", "");
    }

    @Override
    void legIsHungUp() {
        if (stage == Stage.TALKING) {
            over("CONTINUE");
            tell("queue-phone-is-hung-up", "");
        }
    }

    @Override
    void agentHangsUp() {
        if (stage == Stage.TALKING) {
            over("CONTINUE");
            tell("queue-agent-hangs-up", "");
        }
    }

    /** The member's local channel is left out: the caller and the phone are brought together without it. */
    void legIsShortened() {
        tell("queue-leg-is-shortened", "");
        legId += ".phone";
        shortened = true;
    }

    private void tell(String recording, String only) {
        for (var step : Transcript.of(recording).beforeHangUp()) {
            if (only.isEmpty() || step.is(only)) {
                happens(step);
            }
        }
    }

    private void happens(Step step) {
        var leg = legId;
        var rung = phone;
        world.happens(
                step,
                text -> text.replace("${leg}", leg)
                        .replace("${phone}", rung)
                        .replace("${bridge}", "bridge-" + leg)
                        .replace("${command}", commandId)
                        .replace("${queue}", queue)
                        .replace("${second}", queues.lastCall(rung)));
    }

    @Override
    boolean isOver() {
        return stage == Stage.OVER;
    }

    @Override
    boolean isAt(String channelId) {
        return !isOver() && legId.equals(channelId);
    }

    @Override
    boolean isAtPhone(String dialed) {
        return !isOver() && phone.equals(dialed);
    }

    @Override
    String bridge() {
        return stage == Stage.TALKING ? "bridge-" + legId : "";
    }

    @Override
    List<String> application() {
        return List.of("Queue", arguments);
    }

    @Override
    String row(String actionId, String linkedId) {
        return stage == Stage.WAITING || stage == Stage.DIALING
                ? ""
                : "Event: CoreShowChannel\nActionID: %s\nChannel: %s-00000001\nChannelState: %d\nApplication: %s\nBridgeId: %s\nUniqueid: %s\nLinkedid: %s\n"
                        .formatted(
                                actionId,
                                phone,
                                stage == Stage.TALKING ? 6 : 5,
                                shortened ? "AppDial" : "AppQueue",
                                bridge(),
                                legId,
                                linkedId);
    }
}
