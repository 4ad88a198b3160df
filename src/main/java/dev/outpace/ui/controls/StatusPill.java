package dev.outpace.ui.controls;

import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** A state as icon and word on a tinted pill, 22 px high. */
public final class StatusPill extends Label {

    private @Nullable Look look;

    public StatusPill() {
        getStyleClass().add("status-pill");
        setMinWidth(USE_PREF_SIZE);
    }

    public StatusPill(Look look, String word) {
        this();
        show(look, word);
    }

    public void show(Look newLook, String word) {
        if (!newLook.equals(look)) {
            look = newLook;
            newLook.tone().dress(this);
            setGraphic(newLook.symbol().draw());
        }
        setText(word);
    }
}
