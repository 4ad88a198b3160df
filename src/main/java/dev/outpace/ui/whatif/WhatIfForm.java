package dev.outpace.ui.whatif;

import dev.outpace.model.PacingMode;
import dev.outpace.model.Problem;
import dev.outpace.ui.texts.Texts;
import dev.outpace.whatif.WhatIfQuestion;
import dev.outpace.whatif.WhatIfQuestion.BeforeQueue;
import dev.outpace.whatif.WhatIfQuestion.Called;
import dev.outpace.whatif.WhatIfQuestion.Phones;
import dev.outpace.whatif.WhatIfQuestion.Spread;
import dev.outpace.whatif.WhatIfSetting.Level;
import dev.outpace.workspace.ProblemWords;
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
    private final Map<QuestionField, StringProperty> typed = new EnumMap<>(QuestionField.class);
    private final Map<QuestionField, ReadOnlyStringWrapper> errors = new EnumMap<>(QuestionField.class);
    private final ObjectProperty<PacingMode> wanted = new SimpleObjectProperty<>(PacingMode.SERVICE_LEVEL);
    private final ReadOnlyLongWrapper edits = new ReadOnlyLongWrapper();
    private @Nullable WhatIfQuestion base;

    WhatIfForm(Texts texts) {
        this.texts = texts;
        for (var entry : QuestionField.values()) {
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

    StringProperty typed(QuestionField entry) {
        return of(typed, entry);
    }

    ReadOnlyStringProperty error(QuestionField entry) {
        return of(errors, entry).getReadOnlyProperty();
    }

    private static <T> T of(Map<QuestionField, T> map, QuestionField entry) {
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
        for (var entry : QuestionField.values()) {
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
        var values = new EnumMap<QuestionField, Double>(QuestionField.class);
        for (var entry : QuestionField.values()) {
            read(entry, base).ifPresent(value -> values.put(entry, value));
            of(errors, entry).set(values.containsKey(entry) ? "" : texts.get("whatif.noNumber"));
        }
        if (values.size() < QuestionField.values().length) {
            return Optional.empty();
        }
        var question = question(values, base);
        var problems = question.problems();
        problems.forEach(this::tell);
        return problems.isEmpty() ? Optional.of(question) : Optional.empty();
    }

    private Optional<Double> read(QuestionField entry, WhatIfQuestion untouched) {
        var text = typed(entry).get();
        double was = entry.of(untouched);
        if (text.equals(entry.show(was))) {
            return Optional.of(was);
        }
        var value = entry.read(text);
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    private WhatIfQuestion question(Map<QuestionField, Double> values, WhatIfQuestion untouched) {
        int level = of(values, QuestionField.LEVEL).intValue();
        boolean levelAsked = wanted.get() == PacingMode.SERVICE_LEVEL && hasLevel();
        return new WhatIfQuestion(
                of(values, QuestionField.AGENTS).intValue(),
                of(values, QuestionField.TARGETS).longValue(),
                of(values, QuestionField.TRIES).intValue(),
                new Called(
                        of(values, QuestionField.ANSWERED),
                        of(values, QuestionField.UNREACHABLE),
                        of(values, QuestionField.UNREACHABLE_AFTER),
                        of(values, QuestionField.RING),
                        of(values, QuestionField.NO_ANSWER),
                        new Spread(of(values, QuestionField.TALK), of(values, QuestionField.TALK_SD)),
                        new Spread(of(values, QuestionField.WRAP_UP), of(values, QuestionField.WRAP_UP_SD)),
                        patience(of(values, QuestionField.PATIENCE), untouched.called()),
                        flow(values, untouched.called().flow()),
                        phones(values, untouched.called().phones())),
                of(values, QuestionField.CAMPAIGNS).intValue(),
                untouched.others(),
                of(values, QuestionField.INBOUND),
                levelAsked ? new Level(level) : untouched.current(),
                wanted.get(),
                of(values, QuestionField.ABANDON_TARGET),
                untouched.lines(),
                untouched.rules());
    }

    /** Who types a time means all callers. */
    private static List<Double> patience(double typed, Called untouched) {
        return typed == untouched.meanPatience() ? untouched.patience() : List.of(typed);
    }

    private static BeforeQueue flow(Map<QuestionField, Double> values, BeforeQueue untouched) {
        return new BeforeQueue(
                of(values, QuestionField.MACHINES),
                of(values, QuestionField.DETECTION),
                of(values, QuestionField.MISTAKEN),
                of(values, QuestionField.REACHED),
                new Spread(of(values, QuestionField.TO_QUEUE), of(values, QuestionField.TO_QUEUE_SD)),
                new Spread(of(values, QuestionField.LEAVES), untouched.leaves().sd()),
                of(values, QuestionField.HUNG_UP));
    }

    private static Phones phones(Map<QuestionField, Double> values, Phones untouched) {
        var pickUp =
                new Spread(of(values, QuestionField.PICK_UP), untouched.pickUp().sd());
        var phones = untouched.withPickUp(pickUp);
        double missed = of(values, QuestionField.MISSED);
        return missed == untouched.missed() ? phones : phones.withMissed(missed);
    }

    private void tell(Problem problem) {
        Arrays.stream(QuestionField.values())
                .filter(entry -> entry.place().equals(problem.place()))
                .forEach(entry -> of(errors, entry).set(words.sentence(problem)));
    }

    /** Entries with something wrong. */
    List<QuestionField> wrong() {
        return Arrays.stream(QuestionField.values())
                .filter(entry -> !error(entry).get().isEmpty())
                .toList();
    }
}
