package dev.outpace.ui.calls;

import dev.outpace.model.CallStatus;
import dev.outpace.model.CampaignCall;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A call in the table: the same object as long as it is loaded. */
final class CallLine {

    private final ReadOnlyObjectWrapper<CampaignCall> call;

    CallLine(CampaignCall call) {
        this.call = new ReadOnlyObjectWrapper<>(this, "call", call);
    }

    UUID id() {
        return call().id();
    }

    CampaignCall call() {
        return call.get();
    }

    ReadOnlyObjectProperty<CampaignCall> callProperty() {
        return call.getReadOnlyProperty();
    }

    boolean inProgress() {
        return call().status() != CallStatus.DONE;
    }

    void show(CampaignCall now) {
        if (!now.equals(call())) {
            call.set(now);
        }
    }
}
