package dev.outpace.ui.settings;

import dev.outpace.ui.controls.FormField;
import javafx.fxml.FXML;
import javafx.scene.control.TextField;

/** What callers hear: who speaks, where the exchange fetches it, and the music of those who wait. */
final class SpeechCardController {
    private final TelephonyForm form;

    @FXML
    private FormField voiceField;

    @FXML
    private TextField voice;

    @FXML
    private FormField languageField;

    @FXML
    private TextField language;

    @FXML
    private FormField addressField;

    @FXML
    private TextField address;

    @FXML
    private FormField musicField;

    @FXML
    private TextField music;

    SpeechCardController(TelephonyForm form) {
        this.form = form;
    }

    @FXML
    void initialize() {
        form.entry(TelephonyField.VOICE, voiceField, voice);
        form.entry(TelephonyField.LANGUAGE, languageField, language);
        form.entry(TelephonyField.ADDRESS, addressField, address);
        form.entry(TelephonyField.MUSIC, musicField, music);
    }
}
