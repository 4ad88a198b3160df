package dev.outpace.ui.live;

import dev.outpace.model.RuleSet;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A set of calling rules. */
public final class RuleSetRow {
    private final ReadOnlyObjectWrapper<RuleSet> rules;

    RuleSetRow(RuleSet rules) {
        this.rules = new ReadOnlyObjectWrapper<>(this, "rules", rules);
    }

    public UUID id() {
        return rules().id();
    }

    public RuleSet rules() {
        return rules.get();
    }

    public ReadOnlyObjectProperty<RuleSet> rulesProperty() {
        return rules.getReadOnlyProperty();
    }

    void show(RuleSet now) {
        rules.set(now);
    }
}
