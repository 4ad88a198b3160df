package dev.outpace.ui.live;

import dev.outpace.model.DoNotCallList;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A do-not-call list, without its entries. */
public final class DoNotCallRow {
    private final ReadOnlyObjectWrapper<DoNotCallList> list;

    DoNotCallRow(DoNotCallList list) {
        this.list = new ReadOnlyObjectWrapper<>(this, "list", list);
    }

    public UUID id() {
        return list().id();
    }

    public DoNotCallList list() {
        return list.get();
    }

    public ReadOnlyObjectProperty<DoNotCallList> listProperty() {
        return list.getReadOnlyProperty();
    }

    void show(DoNotCallList now) {
        list.set(now);
    }
}
