package dev.outpace.ui.flow;

import dev.outpace.flow.ActionType;
import dev.outpace.flow.TestCall.Caller;
import dev.outpace.flow.TestCall.End;
import dev.outpace.flow.TestCall.Result;
import dev.outpace.flow.TestCall.Step;
import dev.outpace.model.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A test call that is looked at step by step. Each time the caller presses something, the whole call is made anew with all
 * the keys known by then; what was seen before comes out the same, as nothing in a test call is left to chance.
 */
final class TestCallRun {
    private final Function<Caller, Result> calls;
    private final List<String> keys = new ArrayList<>();
    private @Nullable Caller caller;
    private @Nullable Result result;
    private Map<String, String> before = Map.of();
    private int revealed;
    /** In the path; -1 for none. */
    private int waitingAt = -1;
    /** Which of the inputs that is. */
    private int waitingInput;

    TestCallRun(Function<Caller, Result> calls) {
        this.calls = calls;
    }

    /** @param newCaller its keys are those of the first inputs; the others are asked for */
    void start(Caller newCaller) {
        caller = newCaller;
        before = before(newCaller);
        keys.clear();
        keys.addAll(newCaller.keys());
        revealed = 0;
        call();
    }

    boolean isStarted() {
        return result != null;
    }

    /** What a flow finds when it begins: that is all there is where nobody picks up. */
    private Map<String, String> before(Caller who) {
        var unanswered = calls.apply(new Caller(
                false,
                false,
                List.of(),
                who.time(),
                who.variables(),
                who.targetName(),
                who.targetDetail(),
                who.targetData(),
                who.destination()));
        return unanswered.end() == End.NOT_ANSWERED ? unanswered.variables() : who.variables();
    }

    private void call() {
        var now = call(keys);
        result = now;
        findWaiting(now);
    }

    private Result call(List<String> pressed) {
        var from = Objects.requireNonNull(caller);
        return calls.apply(new Caller(
                from.answers(),
                from.machine(),
                List.copyOf(pressed),
                from.time(),
                from.variables(),
                from.targetName(),
                from.targetDetail(),
                from.targetData(),
                from.destination()));
    }

    /** Reveals the next step; nothing while keys are awaited, or after the end. */
    void step() {
        if (canStep()) {
            revealed++;
        }
    }

    /** Goes on to the end, or to where keys are awaited. */
    void runOn() {
        while (canStep()) {
            revealed++;
        }
    }

    boolean canStep() {
        return revealed < path().size() && !awaitsKeys();
    }

    /** Whether the last step that is seen is an input for which nothing was pressed yet. */
    boolean awaitsKeys() {
        return revealed > 0 && revealed - 1 == waitingAt;
    }

    /** @param pressed empty for no key */
    void press(String pressed) {
        if (awaitsKeys()) {
            var earlier = padded(waitingInput);
            keys.clear();
            keys.addAll(earlier);
            keys.add(pressed);
            call();
        }
    }

    boolean isOver() {
        return isStarted() && !awaitsKeys() && revealed == path().size();
    }

    List<Step> revealed() {
        return path().subList(0, revealed);
    }

    private List<Step> path() {
        return result == null ? List.of() : result.path();
    }

    /** What was said so far. */
    List<String> spoken() {
        return revealed().stream()
                .map(Step::spoken)
                .filter(spoken -> !spoken.isEmpty())
                .toList();
    }

    /** As they were before the call, and after its end as they are then. */
    Map<String, String> variables() {
        if (result != null && isOver()) {
            return result.variables();
        }
        return before;
    }

    boolean isChanged(String variable) {
        return !variables().getOrDefault(variable, "").equals(before.getOrDefault(variable, ""));
    }

    /** Null before the end. */
    @Nullable
    Result ended() {
        return isOver() ? result : null;
    }

    /** Indexes of the flow's own actions that were passed, in order; those of nested flows are not among them. */
    List<Integer> passed() {
        return revealed().stream()
                .filter(step -> Ids.isNil(step.flowId()))
                .map(Step::index)
                .toList();
    }

    /** Inputs count by their order, also those that enough was pressed for before; skipped ones don't. */
    private static List<Integer> inputs(Result shown) {
        return IntStream.range(0, shown.path().size())
                .filter(i -> {
                    var step = shown.path().get(i);
                    return step.action().type().equals(ActionType.DIGITS_RECEIVE.published())
                            && step.skipped().isEmpty();
                })
                .boxed()
                .toList();
    }

    /**
     * Looks for the first input that waits in vain. To press nothing is what happens to it anyway, so an input waits if the
     * call waits for one less when it is told that nothing is pressed.
     */
    private void findWaiting(Result shown) {
        waitingAt = -1;
        var inputs = inputs(shown);
        for (int input = keys.size(); shown.waits() > 0 && input < inputs.size(); input++) {
            if (call(padded(input + 1)).waits() < shown.waits()) {
                waitingAt = inputs.get(input);
                waitingInput = input;
                return;
            }
        }
    }

    private List<String> padded(int inputs) {
        return Stream.concat(keys.stream(), Stream.generate(() -> ""))
                .limit(inputs)
                .toList();
    }
}
