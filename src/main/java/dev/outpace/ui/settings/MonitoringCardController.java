package dev.outpace.ui.settings;

import dev.outpace.ui.controls.FormField;
import javafx.fxml.FXML;
import javafx.scene.control.TextField;

/** At which phone a supervisor hears calls, and where recordings are found. */
final class MonitoringCardController {
    private final TelephonyForm form;

    @FXML
    private FormField supervisorPhoneField;

    @FXML
    private TextField supervisorPhone;

    @FXML
    private FormField recordingsField;

    @FXML
    private TextField recordings;

    MonitoringCardController(TelephonyForm form) {
        this.form = form;
    }

    @FXML
    void initialize() {
        form.entry(TelephonyField.SUPERVISOR_PHONE, supervisorPhoneField, supervisorPhone);
        form.entry(TelephonyField.RECORDINGS, recordingsField, recordings);
    }
}
