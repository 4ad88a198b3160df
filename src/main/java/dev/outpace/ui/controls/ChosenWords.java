package dev.outpace.ui.controls;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Words for the items of a control in which one is chosen and nothing is typed. */
public final class ChosenWords<T> extends StringConverter<T> {
    private final Function<T, String> words;

    public ChosenWords(Function<T, String> words) {
        this.words = words;
    }

    @Override
    public String toString(@Nullable T item) {
        return item == null ? "" : words.apply(item);
    }

    @Override
    public T fromString(String typed) {
        throw new UnsupportedOperationException("nothing is typed");
    }
}
