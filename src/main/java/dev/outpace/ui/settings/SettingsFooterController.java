package dev.outpace.ui.settings;

import dev.outpace.model.Severity;
import dev.outpace.ui.controls.CutText;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.forms.DiscardQuestion;
import dev.outpace.ui.shell.Shortcut;
import dev.outpace.ui.texts.Texts;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The foot of a page of settings: what differs from what is saved, saving it, and going back; and the question before leaving. */
final class SettingsFooterController {
    private static final PseudoClass NONE = PseudoClass.getPseudoClass("none");

    private final Texts texts;
    private final DiscardQuestion question;
    private final Form form;

    @FXML
    private HBox footer;

    @FXML
    private Label changes;

    @FXML
    private Label changed;

    @FXML
    private IconWord faults;

    @FXML
    private Label effect;

    @FXML
    private Button revertButton;

    @FXML
    private Button saveButton;

    /** What the foot is of. */
    interface Form {
        boolean isChanged();

        void revert();

        /** Only while it can be saved. */
        void save();
    }

    /**
     * How a form stands.
     *
     * @param count of what differs from what is saved
     * @param names of that, as far as they are told
     * @param faults that stand in the way of saving
     * @param effect of saving, where it is more than saving; empty otherwise
     * @param save the word on the button
     * @param busy whether it is being saved
     * @param savable whether saving may be tried
     */
    record State(
            int count, List<String> names, int faults, String effect, String save, boolean busy, boolean savable) {}

    SettingsFooterController(Texts texts, DialogLayer dialogs, Form form) {
        this.texts = texts;
        question = new DiscardQuestion(texts, dialogs);
        this.form = form;
    }

    @FXML
    void initialize() {
        CutText.tell(changed);
        CutText.tell(effect);
    }

    void show(State now) {
        changes.setText(texts.get("settings.changes", now.count()));
        changes.pseudoClassStateChanged(NONE, now.count() == 0);
        changed.setText(String.join(", ", now.names()));
        CheckController.put(changed, !now.names().isEmpty());
        CheckController.put(faults, now.faults() > 0);
        faults.show(Looks.of(Severity.ERROR), texts.get("settings.faults", now.faults()));
        CheckController.put(effect, !now.effect().isEmpty());
        effect.setText(now.effect());
        saveButton.setText(now.save());
        revertButton.setDisable(now.count() == 0 || now.busy());
        saveButton.setDisable(now.count() == 0 || now.busy() || !now.savable());
    }

    HBox region() {
        return footer;
    }

    @FXML
    void revert() {
        form.revert();
    }

    @FXML
    void save() {
        if (!saveButton.isDisabled()) {
            form.save();
        }
    }

    boolean perform(Shortcut shortcut) {
        if (shortcut == Shortcut.SAVE) {
            save();
            return true;
        }
        return false;
    }

    void beforeLeave(Runnable proceed) {
        if (!form.isChanged()) {
            proceed.run();
            return;
        }
        question.ask(() -> {
            form.revert();
            proceed.run();
        });
    }
}
