package dev.outpace.ui.calls;

import dev.outpace.model.EndCause;
import dev.outpace.ui.texts.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the history can be narrowed to: any result, a success, any failure, or one cause. */
record ResultChoice(String name, List<EndCause> causes) {

    private static final List<EndCause> FAILURES = Arrays.stream(EndCause.values())
            .filter(cause -> cause != EndCause.NORMAL && cause != EndCause.NOT_PLACED)
            .toList();

    static List<ResultChoice> all(Texts texts, CallWords words) {
        var choices = new ArrayList<ResultChoice>();
        choices.add(new ResultChoice(texts.get("calls.result.any"), List.of()));
        choices.add(new ResultChoice(texts.get("status.result.success"), List.of(EndCause.NORMAL)));
        choices.add(new ResultChoice(texts.get("calls.result.fail"), FAILURES));
        Arrays.stream(EndCause.values())
                .filter(cause -> cause != EndCause.NORMAL)
                .forEach(cause -> choices.add(new ResultChoice(words.cause(cause), List.of(cause))));
        return List.copyOf(choices);
    }

    /** As the picker shows it. */
    @Override
    public String toString() {
        return name;
    }
}
