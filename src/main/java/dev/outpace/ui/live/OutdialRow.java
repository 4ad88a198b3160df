package dev.outpace.ui.live;

import dev.outpace.model.Outdial;
import dev.outpace.model.TargetCounts;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** A target list and how far it is. */
public final class OutdialRow {
    private final ReadOnlyObjectWrapper<Outdial> outdial;
    private final ReadOnlyObjectWrapper<@Nullable TargetCounts> counts = new ReadOnlyObjectWrapper<>(this, "counts");

    OutdialRow(Outdial outdial) {
        this.outdial = new ReadOnlyObjectWrapper<>(this, "outdial", outdial);
    }

    public UUID id() {
        return outdial().id();
    }

    public Outdial outdial() {
        return outdial.get();
    }

    public ReadOnlyObjectProperty<Outdial> outdialProperty() {
        return outdial.getReadOnlyProperty();
    }

    /** Null until it was counted. */
    public @Nullable TargetCounts counts() {
        return counts.get();
    }

    public ReadOnlyObjectProperty<@Nullable TargetCounts> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    void show(Outdial now) {
        outdial.set(now);
    }

    void show(TargetCounts now) {
        counts.set(now);
    }
}
