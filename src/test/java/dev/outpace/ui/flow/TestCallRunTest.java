package dev.outpace.ui.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.flow.TestCall.Caller;
import dev.outpace.flow.TestCall.End;
import dev.outpace.flow.TestCall.Result;
import dev.outpace.flow.TestCall.Step;
import dev.outpace.model.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TestCallRunTest {
    private static final Caller CALLER = new Caller(
            true,
            false,
            List.of(),
            Instant.parse("2026-05-12T10:42:18Z"),
            Map.of("step", "none"),
            "Ilse Hartmann",
            "",
            "",
            "+12125550101");

    private final List<List<String>> made = new ArrayList<>();

    private static Step step(int index, String type, String spoken, String keys) {
        return new Step(index, Ids.NIL, FlowSamples.action(index + 1, type, "{}"), "", spoken, keys, "");
    }

    private static String key(Caller caller, int input) {
        return input < caller.keys().size() ? caller.keys().get(input) : "";
    }

    /** Speaks, asks, asks again after a 1 and skips that question after a 2, then hangs up. */
    private Result menu(Caller caller) {
        made.add(caller.keys());
        var path = new ArrayList<>(List.of(
                step(0, "answer", "", ""),
                step(1, "talk", "Press 1", ""),
                step(2, "digits_receive", "", key(caller, 0))));
        int waits = caller.keys().isEmpty() ? 1 : 0;
        if (key(caller, 0).equals("1")) {
            path.add(step(3, "digits_receive", "", key(caller, 1)));
            waits += caller.keys().size() < 2 ? 1 : 0;
        }
        path.add(step(4, "hangup", "Goodbye", ""));
        return new Result(
                path, List.of(), Map.of("step", key(caller, 0), "target.name", "Ilse"), End.HANGUP, "", Ids.NIL, waits);
    }

    @Test
    void theCallIsRevealedStepByStep() {
        var run = new TestCallRun(this::menu);
        assertThat(run.isStarted()).isFalse();
        assertThat(run.isOver()).isFalse();
        run.start(CALLER);
        assertThat(run.revealed()).isEmpty();
        run.step();
        run.step();
        assertThat(run.passed()).containsExactly(0, 1);
        assertThat(run.spoken()).containsExactly("Press 1");
        assertThat(run.awaitsKeys()).isFalse();
        assertThat(run.variables()).isEqualTo(CALLER.variables());
    }

    @Test
    void itWaitsAtAnInputUntilSomethingIsPressed() {
        var run = new TestCallRun(this::menu);
        run.start(CALLER);
        run.runOn();
        assertThat(run.passed()).containsExactly(0, 1, 2);
        assertThat(run.awaitsKeys()).isTrue();
        run.step();
        assertThat(run.passed()).hasSize(3);
        run.press("1");
        run.runOn();
        assertThat(run.passed()).containsExactly(0, 1, 2, 3);
        assertThat(run.revealed().get(2).keys()).isEqualTo("1");
        run.press("9");
        assertThat(made.getLast()).containsExactly("1", "9");
        run.runOn();
        assertThat(run.isOver()).isTrue();
        assertThat(run.spoken()).containsExactly("Press 1", "Goodbye");
    }

    @Test
    void noKeyIsAnAnswerToo() {
        var run = new TestCallRun(this::menu);
        run.start(CALLER);
        run.runOn();
        run.press("");
        assertThat(run.awaitsKeys()).isFalse();
        run.runOn();
        assertThat(run.isOver()).isTrue();
        assertThat(run.ended()).isNotNull().extracting(Result::end).isEqualTo(End.HANGUP);
    }

    @Test
    void startingAgainForgetsTheKeys() {
        var run = new TestCallRun(this::menu);
        run.start(CALLER);
        run.runOn();
        run.press("2");
        run.runOn();
        assertThat(run.isOver()).isTrue();
        run.start(CALLER);
        assertThat(run.ended()).isNull();
        run.runOn();
        assertThat(run.awaitsKeys()).isTrue();
    }

    @Test
    void changedVariablesAreKnownAfterTheEnd() {
        var run = new TestCallRun(this::menu);
        run.start(CALLER);
        run.runOn();
        run.press("2");
        run.runOn();
        assertThat(run.variables()).containsEntry("step", "2");
        assertThat(run.isChanged("step")).isTrue();
        assertThat(run.isChanged("missing")).isFalse();
    }

    /** An input that enough was pressed for before takes its turn, but waits for nothing. */
    @Test
    void anInputThatWaitsForNothingIsPassed() {
        var run = new TestCallRun(caller -> new Result(
                List.of(
                        step(0, "digits_receive", "", ""),
                        step(1, "digits_receive", "", key(caller, 1)),
                        step(2, "hangup", "", "")),
                List.of(),
                Map.of(),
                End.HANGUP,
                "",
                Ids.NIL,
                caller.keys().size() < 2 ? 1 : 0));
        run.start(CALLER);
        run.runOn();
        assertThat(run.passed()).containsExactly(0, 1);
        assertThat(run.awaitsKeys()).isTrue();
        run.press("5");
        run.runOn();
        assertThat(run.revealed().get(1).keys()).isEqualTo("5");
        assertThat(run.isOver()).isTrue();
    }

    @Test
    void stepsOfNestedFlowsLightNoCard() {
        var nested = new Step(0, new UUID(4, 4), FlowSamples.action(1, "talk", "{}"), "", "Hi", "", "");
        var run = new TestCallRun(_ -> new Result(
                List.of(step(0, "fetch_flow", "", ""), nested, step(1, "stop", "", "")),
                List.of(),
                Map.of(),
                End.FINISHED,
                "",
                Ids.NIL,
                0));
        run.start(CALLER);
        run.runOn();
        assertThat(run.passed()).containsExactly(0, 1);
        assertThat(run.revealed()).hasSize(3);
    }

    @Test
    void nobodyPicksUp() {
        var run = new TestCallRun(_ -> new Result(List.of(), List.of(), Map.of(), End.NOT_ANSWERED, "", Ids.NIL, 0));
        run.start(CALLER);
        assertThat(run.isOver()).isTrue();
        assertThat(run.canStep()).isFalse();
    }
}
