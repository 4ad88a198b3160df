package dev.outpace.ui.whatif;

import dev.outpace.model.PacingMode;
import dev.outpace.model.Problem;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.ProblemWords;
import dev.outpace.workspace.WhatIfQuestion;
import dev.outpace.workspace.WhatIfQuestion.Called;
import dev.outpace.workspace.WhatIfQuestion.Spread;
import dev.outpace.workspace.WhatIfSetting.Level;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The question as it is typed. A value that nobody touched is exactly the campaign's, however it is rounded in its field. */
final class WhatIfForm {
    private final Texts texts;
    private final ProblemWords words = new ProblemWords();
    private final Map<Entry, StringProperty> typed = new EnumMap<>(Entry.class);
    private final Map<Entry, ReadOnlyStringWrapper> errors = new EnumMap<>(Entry.class);
    private final ObjectProperty<PacingMode> wanted = new SimpleObjectProperty<>(PacingMode.SERVICE_LEVEL);
    private final ReadOnlyLongWrapper edits = new ReadOnlyLongWrapper();
    private @Nullable WhatIfQuestion base;

    WhatIfForm(Texts texts) {
        this.texts = texts;
        for (var entry : Entry.values()) {
            var text = new SimpleStringProperty("");
            var error = new ReadOnlyStringWrapper("");
            text.subscribe((before, now) -> {
                edits.set(edits.get() + 1);
                if (!error.get().isEmpty()) {
                    error.set(entry.read(now).isEmpty() ? texts.get("whatif.noNumber") : "");
                }
            });
            typed.put(entry, text);
            errors.put(entry, error);
        }
        wanted.subscribe((before, now) -> edits.set(edits.get() + 1));
    }

    StringProperty typed(Entry entry) {
        return of(typed, entry);
    }

    ReadOnlyStringProperty error(Entry entry) {
        return of(errors, entry).getReadOnlyProperty();
    }

    private static <T> T of(Map<Entry, T> map, Entry entry) {
        return java.util.Objects.requireNonNull(map.get(entry));
    }

    ObjectProperty<PacingMode> wantedProperty() {
        return wanted;
    }

    /** Grows with every edit. */
    ReadOnlyLongProperty editsProperty() {
        return edits.getReadOnlyProperty();
    }

    /** Whether the service level says how the campaign is paced now. */
    boolean hasLevel() {
        return base == null || base.current() instanceof Level;
    }

    void fill(WhatIfQuestion question) {
        base = question;
        for (var entry : Entry.values()) {
            typed(entry).set(entry.show(entry.of(question)));
            of(errors, entry).set("");
        }
        wanted.set(question.wanted());
    }

    /** What is typed; empty if something is wrong, which its field says then. */
    Optional<WhatIfQuestion> question() {
        if (base == null) {
            return Optional.empty();
        }
        var values = new EnumMap<Entry, Double>(Entry.class);
        for (var entry : Entry.values()) {
            read(entry, base).ifPresent(value -> values.put(entry, value));
            of(errors, entry).set(values.containsKey(entry) ? "" : texts.get("whatif.noNumber"));
        }
        if (values.size() < Entry.values().length) {
            return Optional.empty();
        }
        var question = question(values, base);
        var problems = question.problems();
        problems.forEach(this::tell);
        return problems.isEmpty() ? Optional.of(question) : Optional.empty();
    }

    private Optional<Double> read(Entry entry, WhatIfQuestion untouched) {
        var text = typed(entry).get();
        double was = entry.of(untouched);
        if (text.equals(entry.show(was))) {
            return Optional.of(was);
        }
        var value = entry.read(text);
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    private WhatIfQuestion question(Map<Entry, Double> values, WhatIfQuestion untouched) {
        int level = of(values, Entry.LEVEL).intValue();
        boolean levelAsked = wanted.get() == PacingMode.SERVICE_LEVEL && hasLevel();
        return new WhatIfQuestion(
                of(values, Entry.AGENTS).intValue(),
                of(values, Entry.TARGETS).longValue(),
                of(values, Entry.TRIES).intValue(),
                new Called(
                        of(values, Entry.ANSWERED),
                        of(values, Entry.UNREACHABLE),
                        of(values, Entry.UNREACHABLE_AFTER),
                        of(values, Entry.RING),
                        of(values, Entry.NO_ANSWER),
                        new Spread(of(values, Entry.TALK), of(values, Entry.TALK_SD)),
                        new Spread(of(values, Entry.WRAP_UP), of(values, Entry.WRAP_UP_SD)),
                        of(values, Entry.PATIENCE)),
                of(values, Entry.CAMPAIGNS).intValue(),
                untouched.others(),
                of(values, Entry.INBOUND),
                levelAsked ? new Level(level) : untouched.current(),
                wanted.get(),
                of(values, Entry.ABANDON_TARGET),
                untouched.lines());
    }

    private void tell(Problem problem) {
        Arrays.stream(Entry.values())
                .filter(entry -> entry.place().equals(problem.place()))
                .forEach(entry -> of(errors, entry).set(words.sentence(problem)));
    }

    /** Entries with something wrong. */
    List<Entry> wrong() {
        return Arrays.stream(Entry.values())
                .filter(entry -> !error(entry).get().isEmpty())
                .toList();
    }
}
