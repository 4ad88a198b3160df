package dev.outpace.ui.controls;

import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;

/** Words that a person or a campaign chose may be longer than their place: then the tooltip has the whole of them. */
public final class CutText {

    private CutText() {}

    /** For words that change; the tooltip comes and goes with the need for it. */
    public static void tell(Labeled labeled) {
        labeled.textTruncatedProperty().subscribe(cut -> show(labeled));
        labeled.textProperty().subscribe(text -> show(labeled));
    }

    private static void show(Labeled labeled) {
        boolean cut = labeled.isTextTruncated() && labeled.getText() != null;
        labeled.setTooltip(cut ? new Tooltip(labeled.getText()) : null);
    }
}
