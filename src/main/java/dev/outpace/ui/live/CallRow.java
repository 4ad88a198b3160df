package dev.outpace.ui.live;

import dev.outpace.model.CampaignCall;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A call in progress. */
public final class CallRow {
    private final ReadOnlyObjectWrapper<CampaignCall> call;

    CallRow(CampaignCall call) {
        this.call = new ReadOnlyObjectWrapper<>(this, "call", call);
    }

    public UUID id() {
        return call().id();
    }

    public CampaignCall call() {
        return call.get();
    }

    public ReadOnlyObjectProperty<CampaignCall> callProperty() {
        return call.getReadOnlyProperty();
    }

    void show(CampaignCall now) {
        call.set(now);
    }
}
