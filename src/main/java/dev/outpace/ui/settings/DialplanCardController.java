package dev.outpace.ui.settings;

import dev.outpace.ui.controls.FormField;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;

/** What is seldom other than usual: the accepted certificate, how numbers are written, and where answered calls wait. */
final class DialplanCardController {
    private final TelephonyForm form;
    private final TelephonyDraft draft;

    @FXML
    private FormField certificateField;

    @FXML
    private TextField certificate;

    @FXML
    private CheckBox plus;

    @FXML
    private FormField contextField;

    @FXML
    private TextField context;

    @FXML
    private FormField extensionField;

    @FXML
    private TextField extension;

    DialplanCardController(TelephonyForm form) {
        this.form = form;
        draft = form.draft();
    }

    @FXML
    void initialize() {
        form.entry(TelephonyField.CERTIFICATE, certificateField, certificate);
        form.entry(TelephonyField.CONTEXT, contextField, context);
        form.entry(TelephonyField.EXTENSION, extensionField, extension);
        plus.selectedProperty().subscribe(on -> form.edit(() -> draft.setPlus(on)));
        form.alsoShows(() -> {
            plus.setSelected(draft.isPlus());
            CheckController.put(certificateField, draft.isEncrypted());
        });
    }
}
