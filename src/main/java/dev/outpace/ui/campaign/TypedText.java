package dev.outpace.ui.campaign;

import javafx.scene.control.TextInputControl;

/** A text field of the form. A text that it can't show as it is, such as one of two lines, is not changed by being shown. */
final class TypedText {
    private final TextInputControl control;
    private final CampaignField<String> field;
    private final CampaignEdit edit;
    private String value;
    private boolean showing;

    TypedText(TextInputControl control, CampaignField<String> field, CampaignEdit edit) {
        this.control = control;
        this.field = field;
        this.edit = edit;
        value = edit.get(field);
        control.setText(value);
        control.textProperty().subscribe((_, typed) -> take(typed));
    }

    private void take(String typed) {
        if (!showing) {
            value = typed.strip();
            edit.set(field, value);
        }
    }

    void show() {
        var now = edit.get(field);
        if (!now.equals(value)) {
            value = now;
            showing = true;
            control.setText(now);
            showing = false;
        }
    }
}
