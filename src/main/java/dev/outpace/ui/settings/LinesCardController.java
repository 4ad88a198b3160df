package dev.outpace.ui.settings;

import dev.outpace.ui.controls.FormField;
import javafx.fxml.FXML;
import javafx.scene.control.TextField;

/** How many calls all campaigns may have together. */
final class LinesCardController {
    private final TelephonyForm form;

    @FXML
    private FormField callsAtOnceField;

    @FXML
    private TextField callsAtOnce;

    @FXML
    private FormField callsPerSecondField;

    @FXML
    private TextField callsPerSecond;

    LinesCardController(TelephonyForm form) {
        this.form = form;
    }

    @FXML
    void initialize() {
        form.entry(TelephonyField.CALLS_AT_ONCE, callsAtOnceField, callsAtOnce);
        form.entry(TelephonyField.CALLS_PER_SECOND, callsPerSecondField, callsPerSecond);
    }
}
