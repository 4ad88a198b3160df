package dev.outpace.ui.targets;

import dev.outpace.model.CallStatus;
import dev.outpace.model.OutdialTarget;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** A target in the table: the same object as long as it is in the window of loaded rows. */
final class TargetRow {

    private final ReadOnlyObjectWrapper<OutdialTarget> target;
    private final ReadOnlyObjectWrapper<@Nullable CallStatus> call = new ReadOnlyObjectWrapper<>(this, "call");

    TargetRow(OutdialTarget target) {
        this.target = new ReadOnlyObjectWrapper<>(this, "target", target);
    }

    UUID id() {
        return target().id();
    }

    OutdialTarget target() {
        return target.get();
    }

    ReadOnlyObjectProperty<OutdialTarget> targetProperty() {
        return target.getReadOnlyProperty();
    }

    void show(OutdialTarget now) {
        if (!now.equals(target())) {
            target.set(now);
        }
    }

    /** Of the call that it is in; null for none. */
    ReadOnlyObjectProperty<@Nullable CallStatus> callProperty() {
        return call.getReadOnlyProperty();
    }

    void showCall(@Nullable CallStatus now) {
        call.set(now);
    }
}
