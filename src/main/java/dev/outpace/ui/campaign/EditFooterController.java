package dev.outpace.ui.campaign;

import dev.outpace.model.CampaignStatus;
import dev.outpace.model.Severity;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.texts.Texts;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** What is unsaved of a campaign and what stands in the way, with Revert and Save. */
final class EditFooterController {
    private final CampaignEdit edit;
    private final CampaignSaving saving;
    private final Texts texts;

    @FXML
    private Region dot;

    @FXML
    private Label changes;

    @FXML
    private IconWord problems;

    @FXML
    private Label applies;

    @FXML
    private Button revert;

    @FXML
    private Button save;

    EditFooterController(CampaignEdit edit, CampaignSaving saving, Texts texts) {
        this.edit = edit;
        this.saving = saving;
        this.texts = texts;
    }

    /** Both live as long as the other. */
    @FXML
    void initialize() {
        var _ = edit.onChange(this::show);
        show();
    }

    private void show() {
        boolean dirty = edit.isDirty();
        dot.setVisible(dirty);
        dot.setManaged(dirty);
        changes.setText(texts.get("campaignSettings.changes", edit.changes()));
        int errors = dirty ? edit.errors() : 0;
        problems.setVisible(errors > 0);
        problems.setManaged(errors > 0);
        problems.show(Looks.of(Severity.ERROR), texts.get("campaignSettings.problems", errors));
        boolean running = edit.saved().status() != CampaignStatus.STOP;
        applies.setVisible(running);
        applies.setManaged(running);
        revert.setDisable(!dirty || edit.isSaving());
        save.setDisable(!edit.canSave());
    }

    @FXML
    void revert() {
        edit.revert();
    }

    @FXML
    void save() {
        saving.save(() -> {});
    }
}
