package dev.outpace.ui.live;

import dev.outpace.model.Outplan;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** An outplan. */
public final class OutplanRow {
    private final ReadOnlyObjectWrapper<Outplan> outplan;

    OutplanRow(Outplan outplan) {
        this.outplan = new ReadOnlyObjectWrapper<>(this, "outplan", outplan);
    }

    public UUID id() {
        return outplan().id();
    }

    public Outplan outplan() {
        return outplan.get();
    }

    public ReadOnlyObjectProperty<Outplan> outplanProperty() {
        return outplan.getReadOnlyProperty();
    }

    void show(Outplan now) {
        outplan.set(now);
    }
}
