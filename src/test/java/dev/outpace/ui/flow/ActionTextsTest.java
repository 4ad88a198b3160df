package dev.outpace.ui.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.flow.ActionType;
import dev.outpace.ui.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ActionTextsTest {
    private final Texts texts = FlowSamples.texts();
    private final ActionWords words = new ActionWords(texts);

    @Test
    void everyTypeAndCategoryHasItsWords() {
        assertThat(ActionType.values()).hasSize(43).allSatisfy(type -> {
            assertThat(words.summary(type)).isNotBlank().hasSizeLessThan(24);
            assertThat(words.purpose(type)).isNotBlank();
        });
        assertThat(ActionType.Category.values())
                .allSatisfy(category -> assertThat(words.category(category)).isNotBlank());
    }

    @Test
    void everyOptionHasALabelAndItsChoicesHaveWords() {
        var missing = new ArrayList<String>();
        for (var type : ActionType.values()) {
            for (var spec : type.options()) {
                assertThat(words.option(type, spec)).isNotBlank();
                spec.values().stream()
                        .map(value -> "choice." + spec.name() + "." + value)
                        .filter(key -> !texts.bundle().containsKey(key))
                        .forEach(missing::add);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void operatorsAreWords() {
        var condition = ActionType.CONDITION_VARIABLE.spec("condition").orElseThrow();
        assertThat(condition.values().stream().map(value -> words.choice("condition_variable", condition, value)))
                .containsExactly("equals", "is not", "is greater than", "is at least", "is less than", "is at most");
    }

    /** There the given value stands before the operator, and now behind it. */
    @Test
    void operatorsOfDateAndTimeAreReadFromTheValueToNow() {
        var condition = ActionType.CONDITION_DATETIME.spec("condition").orElseThrow();
        assertThat(condition.values().stream().map(value -> words.choice("condition_datetime", condition, value)))
                .containsExactly(
                        "is now", "is not now", "is after now", "is now or after", "is before now", "is now or before");
    }

    @Test
    void noTextIsOfNothingInTheCatalogue() {
        var types = Stream.of(ActionType.values()).map(ActionType::published).toList();
        assertThat(texts.bundle().keySet().stream()
                        .filter(key -> key.startsWith("action.") && !key.startsWith("action.category."))
                        .map(key -> key.substring("action.".length(), key.lastIndexOf('.'))))
                .allSatisfy(type -> assertThat(types).contains(type));
        var hints = Stream.of(ActionType.values())
                .flatMap(type -> type.options().stream().map(spec -> "hint." + type.published() + "." + spec.name()))
                .toList();
        assertThat(texts.bundle().keySet().stream().filter(key -> key.startsWith("hint.")))
                .allSatisfy(key -> assertThat(hints).contains(key));
    }

    @Test
    void aForeignValueIsShownAsItStands() {
        var reason = ActionType.HANGUP.spec("reason").orElseThrow();
        assertThat(words.choice("hangup", reason, "tired")).isEqualTo("tired (not known here)");
        assertThat(words.unset("hangup", reason)).isEqualTo("Not set (Normal)");
        assertThat(List.of(words.option(
                        ActionType.TALK, ActionType.TALK.spec("async").orElseThrow())))
                .containsExactly("Continue while speaking");
    }
}
