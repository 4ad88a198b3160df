package dev.outpace.telephony.simulated;

import dev.outpace.engine.EngineClock;
import dev.outpace.engine.EngineInput.CallAccepted;
import dev.outpace.engine.EngineInput.CallAnswered;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.CallEvent;
import dev.outpace.engine.EngineInput.CallRinging;
import dev.outpace.engine.EngineInput.EndedBy;
import dev.outpace.engine.EngineInput.KeyPressed;
import dev.outpace.engine.EngineInput.OrderEnded;
import dev.outpace.engine.EngineInput.OthersCalled;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.EngineInput.Released;
import dev.outpace.engine.Snapshot.CallNow;
import dev.outpace.engine.Snapshot.CallStage;
import dev.outpace.engine.Telephony.CallRequest;
import dev.outpace.engine.Telephony.OrderId;
import dev.outpace.flow.MediaOrder;
import dev.outpace.flow.MediaResult;
import dev.outpace.model.Ids;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One accepted call and the person at its far end. It waits for one thing at a time: its only timer stands for the next
 * step of its stage.
 */
final class SimulatedCall implements Runnable {
    /** A person whom nobody speaks to any more hangs up, so that every call ends. */
    private static final double MAX_SILENCE = 15 * 60.0;

    /** What our hang-up takes when it crosses with an answer. */
    private static final double CROSSING = 0.5;

    static final int REFUSAL = 0;
    static final int FATE = 1;
    static final int ANSWER_TIME = 2;
    static final int PATIENCE = 3;
    static final int TALK = 4;
    private static final int LATE_ANSWER = 5;
    private static final int TALK_ON = 6;
    static final int HEARD = 7;
    static final int WILL = 8;
    private static final int CONGESTED = 9;
    /** One variable for each time that keys are asked for, from here on. */
    static final int KEYS = 16;

    private enum Stage {
        DIALING,
        FAILING,
        RINGING,
        ANSWERED,
        SPEAKING,
        /** Until an agent takes the caller. */
        QUEUED,
        TALKING,
        TRANSFERRED,
        HANGING_UP,
        ENDED
    }

    private final World world;
    private final CallRequest request;
    /** Of the campaign; null where it dials those of the settings. */
    private final @Nullable Numbers numbers;

    private final Dice dice;
    private final @Nullable Person person;
    /** Of a caller who came by himself; null for a call that the engine ordered. */
    private final @Nullable Distribution inboundPatience;

    private Stage stage = Stage.DIALING;
    /** When the stage began. */
    private Instant since = Instant.EPOCH;

    /** How an unanswered call will end; null when a person will answer. */
    private @Nullable Outcome fate;
    /** Seconds from the first ring to the fate. */
    private double ringing;

    private EngineClock.@Nullable Timer timer;
    /** Where the queue is; null for a call that was in none. */
    private @Nullable SimulatedFloor floor;
    /** The latest order that it took. */
    private OrderId doing = new OrderId(0);

    private MediaResult mediaResult = MediaResult.DONE;
    /** Keys that the person is about to press. */
    private String pressing = "";
    /** Whether its flow has called somebody else. */
    private boolean callsOthers;

    private int receives;
    /** A machine would answer. */
    private boolean machine;

    private @Nullable FarEnd farEnd;
    /** The person hangs up at the end of what is being done. */
    private boolean hangsUp;

    /** A call that the engine ordered and hears of. */
    SimulatedCall(World world, CallRequest request, @Nullable Numbers numbers, Dice dice, @Nullable Person person) {
        this(world, request, numbers, dice, person, null);
    }

    private SimulatedCall(
            World world,
            CallRequest request,
            @Nullable Numbers numbers,
            Dice dice,
            @Nullable Person person,
            @Nullable Distribution inboundPatience) {
        this.world = world;
        this.request = request;
        this.numbers = numbers;
        this.dice = dice;
        this.person = person;
        this.inboundPatience = inboundPatience;
    }

    /** Somebody who calls a queue by himself: already on the line, and the engine never hears of him. */
    static SimulatedCall inbound(World world, CallRequest request, Dice dice, Distribution patience) {
        var call = new SimulatedCall(world, request, null, dice, null, patience);
        call.enters(Stage.ANSWERED);
        return call;
    }

    boolean isInbound() {
        return inboundPatience != null;
    }

    private void enters(Stage next) {
        stage = next;
        since = world.now();
    }

    CallNow now() {
        var there = switch (stage) {
            case DIALING, FAILING, ENDED -> CallStage.DIALING;
            case RINGING -> CallStage.RINGING;
            case ANSWERED, HANGING_UP -> CallStage.IDLE;
            case SPEAKING -> CallStage.IN_ORDER;
            case QUEUED -> CallStage.WAITING;
            case TALKING -> CallStage.TALKING;
            case TRANSFERRED -> CallStage.TRANSFERRED;
        };
        var here = new CallNow(there, since, Ids.NIL, Ids.NIL);
        return floor == null ? here : floor.callNow(id()).orElse(here);
    }

    private void tell(CallEvent event) {
        if (!isInbound()) {
            world.wire().tell(event);
        }
    }

    UUID id() {
        return request.callId();
    }

    void dial() {
        since = world.now();
        world.log().started(id(), request.to(), since);
        world.wire().tell(new CallAccepted(world.now(), id()));
        var dial = world.dial(numbers);
        if (person != null) {
            reach(dial, person.outcome(), person.seconds());
            return;
        }
        if (dice.chance(CONGESTED, world.congested(numbers))) {
            fail(dial, Outcome.FAILED);
            return;
        }
        double drawn = dice.uniform(FATE);
        double answered = world.answered(numbers, request.campaignId(), request.to());
        double rejected = answered + dial.rejected();
        double busy = rejected + dial.busy();
        double badNumber = busy + dial.badNumber();
        if (drawn < answered) {
            reach(dial, null, answerTime(dial));
        } else if (drawn < rejected) {
            reach(dial, Outcome.REJECTED, answerTime(dial));
        } else if (drawn < busy) {
            fail(dial, Outcome.BUSY);
        } else if (drawn < badNumber) {
            fail(dial, Outcome.BAD_NUMBER);
        } else if (drawn < badNumber + dial.failed()) {
            fail(dial, Outcome.FAILED);
        } else if (drawn < badNumber + dial.failed() + machines().share()) {
            machine = true;
            reach(dial, null, answerTime(dial));
        } else {
            reach(dial, Outcome.NO_ANSWER, dial.noAnswer());
        }
    }

    private Machines machines() {
        return numbers == null ? Machines.NONE : numbers.machines();
    }

    private double answerTime(WorldSettings.Dial dial) {
        return dial.clipped(dice.seconds(ANSWER_TIME, dial.timeToAnswer()));
    }

    private void fail(WorldSettings.Dial dial, Outcome outcome) {
        fate = outcome;
        enters(Stage.FAILING);
        stepAfter(dial.fastFail());
    }

    private void reach(WorldSettings.Dial dial, @Nullable Outcome outcome, double at) {
        fate = outcome;
        double delay = Math.min(dial.ringDelay(), at);
        ringing = at - delay;
        if (delay == 0) {
            ring();
        } else {
            stepAfter(delay);
        }
    }

    private void ring() {
        enters(Stage.RINGING);
        world.wire().tell(new CallRinging(world.now(), id()));
        stepAfter(ringing);
    }

    /** The next step is due. */
    @Override
    public void run() {
        timer = null;
        switch (stage) {
            case DIALING -> ring();
            case FAILING, RINGING -> meetFate();
            case ANSWERED, QUEUED, TALKING, TRANSFERRED -> end(Outcome.COMPLETED, EndedBy.CALLER);
            case HANGING_UP -> end(Outcome.COMPLETED, EndedBy.US);
            case SPEAKING -> spoken();
            case ENDED -> {}
        }
    }

    private void meetFate() {
        if (fate == null) {
            answer();
            stayOnTheLine();
        } else {
            end(fate, fate == Outcome.REJECTED ? EndedBy.CALLER : EndedBy.EXCHANGE);
        }
    }

    private void answer() {
        world.log().answered(id(), world.clock().wallTime());
        world.wire().tell(new CallAnswered(world.now(), id()));
        farEnd = new FarEnd(dice, machine, numbers == null ? List.of() : numbers.flow());
        if (machine) {
            world.truth().machineAnswered(id());
        }
    }

    private void stayOnTheLine() {
        enters(Stage.ANSWERED);
        stepAfter(MAX_SILENCE);
    }

    void hangUp() {
        switch (stage) {
            case DIALING, FAILING -> end(Outcome.CANCELLED, EndedBy.US);
            case RINGING -> cancel();
            case ANSWERED, SPEAKING, QUEUED, TALKING, TRANSFERRED -> end(Outcome.COMPLETED, EndedBy.US);
            case HANGING_UP, ENDED -> {}
        }
    }

    private void cancel() {
        if (dice.chance(LATE_ANSWER, world.dial(numbers).lateAnswer())) {
            answer();
            enters(Stage.HANGING_UP);
            stepAfter(CROSSING);
        } else {
            end(Outcome.CANCELLED, EndedBy.US);
        }
    }

    void execute(OrderId order, MediaOrder media) {
        if (stage != Stage.ANSWERED) {
            world.wire()
                    .tell(new OrderEnded(world.now(), order, id(), MediaResult.failed("the call is not ready for it")));
            return;
        }
        doing = order;
        if (media instanceof MediaOrder.Connect connect && !connect.to().isEmpty()) {
            // The first one takes the call at once.
            callsOthers = true;
            tell(new OthersCalled(world.now(), id(), 1));
        }
        var stay = farEnd == null ? null : farEnd.next();
        if (stay != null) {
            hangsUp = stay.hangsUp();
            pressing = stay.presses() ? FlowStage.Key.PRESSED : "";
            busy(stay.seconds(), new MediaResult("", stay.heardMachine()));
            return;
        }
        if (media instanceof MediaOrder.ReceiveDigits receive) {
            pressing = Reaction.pressed(receive, dice.uniform(KEYS + receives++));
        }
        double seconds =
                Reaction.seconds(media, pressing, world.settings().caller().charactersPerSecond());
        if (seconds < 0) {
            ended(MediaResult.DONE);
        } else {
            busy(seconds, MediaResult.DONE);
        }
    }

    private void busy(double seconds, MediaResult result) {
        enters(Stage.SPEAKING);
        mediaResult = result;
        stepAfter(seconds);
    }

    private void spoken() {
        if (hangsUp) {
            end(Outcome.COMPLETED, EndedBy.CALLER);
            return;
        }
        if (mediaResult.machine() && !machine) {
            world.truth().takenForMachine(id());
        }
        ended(mediaResult);
    }

    private void ended(MediaResult result) {
        if (stage == Stage.SPEAKING) {
            stayOnTheLine();
        }
        for (int i = 0; i < pressing.length(); i++) {
            tell(new KeyPressed(world.now(), id(), pressing.charAt(i)));
        }
        pressing = "";
        if (callsOthers) {
            callsOthers = false;
            tell(new OthersCalled(world.now(), id(), 0));
        }
        world.wire().tell(new OrderEnded(world.now(), doing, id(), result));
    }

    /** Nothing was pressed yet of what was asked for. */
    void cancel(OrderId order) {
        if (stage == Stage.SPEAKING && order.equals(doing)) {
            pressing = "";
            ended(MediaResult.failed("cancelled"));
        }
    }

    boolean canJoin() {
        return stage == Stage.ANSWERED;
    }

    /** The person waits in a queue, as long as patience lasts; also while an agent's phone rings. */
    void joins(SimulatedFloor ofQueue) {
        floor = ofQueue;
        enters(Stage.QUEUED);
        var callers = inboundPatience == null ? world.settings().caller().patience() : inboundPatience;
        stepAfter(person == null ? dice.seconds(PATIENCE, callers) : person.patience());
    }

    /** Without an agent: the caller stays on the line. */
    void leftQueue() {
        floor = null;
        stayOnTheLine();
    }

    /** Whether all that happens to this person was recorded. */
    boolean isKnown() {
        return person != null;
    }

    void taken(SimulatedAgent agent) {
        enters(Stage.TALKING);
        stepAfter(talk(agent));
    }

    private double talk(SimulatedAgent agent) {
        if (machine) {
            return machines().talk();
        }
        if (person != null) {
            return person.talk();
        }
        return dice.seconds(TALK, world.settings().handle().talk()) * agent.slowness();
    }

    /** By our order: the caller stays on the line. */
    void withdraw() {
        if (floor != null) {
            floor.withdraw(id());
        }
    }

    /** The agent goes: the caller is alone on the line, or talks on with somebody else. */
    void released(Released how) {
        if (how == Released.TRANSFERRED) {
            enters(Stage.TRANSFERRED);
            stepAfter(dice.seconds(TALK_ON, world.settings().handle().talk()));
        } else {
            stayOnTheLine();
        }
    }

    /** The exchange died. */
    void cut() {
        end(Outcome.FAILED, EndedBy.EXCHANGE);
    }

    /** Seconds of an agent's work for this caller, where they are known. */
    double pickUp(double otherwise) {
        return person == null ? otherwise : person.pickUp();
    }

    double wrapUp(double otherwise) {
        return person == null ? otherwise : person.wrapUp();
    }

    private void end(Outcome outcome, EndedBy by) {
        enters(Stage.ENDED);
        stopTimer();
        if (!isInbound()) {
            world.calls().remove(id());
            world.log().ended(id(), outcome, world.clock().wallTime());
        }
        var end = new CallEnded(world.now(), id(), outcome, by);
        if (floor == null) {
            tell(end);
        } else {
            floor.ended(end);
        }
    }

    private void stepAfter(double seconds) {
        stopTimer();
        timer = world.after(seconds, this);
    }

    private void stopTimer() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }
}
