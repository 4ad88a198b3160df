package dev.outpace.ui.controls;

import javafx.scene.Node;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** A state as icon and word, in its colour. */
public final class IconWord extends Label {

    private @Nullable Look look;

    public IconWord() {
        getStyleClass().add("icon-word");
        CutText.tell(this);
    }

    public IconWord(Look look, String word) {
        this();
        show(look, word);
    }

    public void show(Look newLook, String word) {
        if (!newLook.equals(look)) {
            look = newLook;
            Node icon = newLook.symbol().draw();
            newLook.tone().dress(icon);
            newLook.wordTone().dress(this);
            setGraphic(icon);
        }
        setText(word);
    }

    /** For cells that are empty again. */
    public void clear() {
        look = null;
        setGraphic(null);
        setText("");
    }
}
