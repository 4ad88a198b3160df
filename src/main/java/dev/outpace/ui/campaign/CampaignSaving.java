package dev.outpace.ui.campaign;

import dev.outpace.model.Campaign;
import dev.outpace.model.Outplan;
import dev.outpace.model.PacingMode;
import dev.outpace.model.Problem;
import dev.outpace.ui.controls.ChoiceDialog;
import dev.outpace.ui.controls.ChoiceDialog.Choice;
import dev.outpace.ui.controls.ConfirmDialog;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.forms.LowLevel;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.Campaigns;
import dev.outpace.workspace.ProblemWords;
import dev.outpace.workspace.Resources;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Saves what was edited, with the questions that come before: an outplan that other campaigns use too, failed targets that
 * a raised maximum lets be called again, values that others changed meanwhile. First the outplan, then the campaign.
 */
final class CampaignSaving {

    private enum Way {
        STAY,
        DISCARD,
        SAVE
    }

    private enum Sharing {
        CANCEL,
        NEW,
        ALL
    }

    private final CampaignEdit edit;
    private final Parts parts;
    private final FieldWords fields;
    private final LowLevel lowLevel;
    private final ProblemWords words = new ProblemWords();

    /** What saving needs of the console. */
    record Parts(
            Texts texts,
            Campaigns campaigns,
            Resources resources,
            LiveWorkspace live,
            Tasks tasks,
            DialogLayer dialogs,
            ToastLayer toasts) {}

    CampaignSaving(CampaignEdit edit, Parts parts) {
        this.edit = edit;
        this.parts = parts;
        fields = new FieldWords(parts.texts(), parts.live());
        lowLevel = new LowLevel(parts.texts(), parts.dialogs(), parts.tasks());
    }

    /** @param saved runs when everything went through; nothing runs when there is nothing that can be saved */
    void save(Runnable saved) {
        edit.whenChecked(() -> saveChecked(saved));
    }

    private void saveChecked(Runnable saved) {
        if (edit.canSave()) {
            lowLevel.ask(levelBefore(), levelNow(), () -> saveAsked(saved));
        }
    }

    private int levelBefore() {
        return edit.saved(CampaignField.POLICY) == PacingMode.ADAPTIVE
                ? Campaign.MAX_SERVICE_LEVEL
                : edit.saved(CampaignField.SERVICE_LEVEL);
    }

    /** Adaptive pacing does not go by it. */
    private int levelNow() {
        return edit.get(CampaignField.POLICY) == PacingMode.ADAPTIVE
                ? Campaign.MAX_SERVICE_LEVEL
                : edit.get(CampaignField.SERVICE_LEVEL);
    }

    private void saveAsked(Runnable saved) {
        var outplan = edit.outplan().wanted();
        if (outplan == null) {
            saveCampaign(null, saved);
        } else {
            askWhoseOutplan(outplan, saved);
        }
    }

    /** Runs {@code proceed} at once, or after the user chose to save or to drop the changes, or never. */
    void beforeLeave(Runnable proceed) {
        if (edit.isDirty()) {
            edit.whenChecked(() -> askToLeave(proceed));
        } else {
            proceed.run();
        }
    }

    private void askToLeave(Runnable proceed) {
        var choices = List.of(
                new Choice<>(text("form.keep"), "", Way.STAY),
                new Choice<>(text("form.discard"), "danger-outline", Way.DISCARD),
                new Choice<>(text("control.save"), "primary", Way.SAVE));
        var dialog = new ChoiceDialog<>(
                text("campaignSettings.leave.title", edit.saved().name()),
                text("campaignSettings.changes", edit.changes()),
                edit.canSave() ? choices : choices.subList(0, 2));
        parts.tasks().onFx(dialog.askIn(parts.dialogs()), way -> {
            switch (way) {
                case STAY -> {}
                case DISCARD -> {
                    edit.revert();
                    proceed.run();
                }
                case SAVE -> save(proceed);
            }
        });
    }

    private void askWhoseOutplan(Outplan outplan, Runnable saved) {
        var others = parts.resources().usedBy(outplan.id()).stream()
                .filter(campaign -> !campaign.id().equals(edit.saved().id()))
                .map(Campaign::name)
                .collect(Collectors.joining(", "));
        if (others.isEmpty()) {
            askToReopen(outplan, saved);
            return;
        }
        var dialog = new ChoiceDialog<>(
                text("campaignSettings.shared.title", outplan.name()),
                text("campaignSettings.shared.text", others),
                List.of(
                        new Choice<>(text("control.cancel"), "", Sharing.CANCEL),
                        new Choice<>(text("campaignSettings.saveAsNew"), "", Sharing.NEW),
                        new Choice<>(text("campaignSettings.shared.all"), "primary", Sharing.ALL)));
        parts.tasks().onFx(dialog.askIn(parts.dialogs()), way -> {
            switch (way) {
                case CANCEL -> {}
                case NEW -> saveOutplanAsNew(outplan, made -> saveCampaign(made, saved));
                case ALL -> askToReopen(outplan, saved);
            }
        });
    }

    private void askToReopen(Outplan outplan, Runnable saved) {
        askToReopen(
                OutplanEdit.raised(edit.outplan().saved(), outplan),
                reopen -> order(parts.resources().save(outplan, reopen), () -> {
                    edit.outplan().accepted(outplan);
                    saveCampaign(null, saved);
                }));
    }

    private void askToReopen(boolean raised, Consumer<Boolean> order) {
        if (!raised) {
            order.accept(false);
            return;
        }
        var reopen = new CheckBox(text("outplan.reopen"));
        var question = new ConfirmDialog(
                text("outplan.raised.title"),
                text("outplan.raised.text"),
                text("control.save"),
                text("control.cancel"),
                false);
        question.addContent(reopen);
        parts.tasks().onFx(question.askIn(parts.dialogs()), confirmed -> {
            if (confirmed) {
                order.accept(reopen.isSelected());
            }
        });
    }

    /** Asks for a name, stores the outplan under it and picks it for the campaign, which is not saved by that. */
    void saveOutplanAsNew(Outplan outplan, Consumer<Outplan> done) {
        new NewOutplanForm(parts).ask(outplan, made -> {
            edit.outplan().revert();
            edit.set(CampaignField.OUTPLAN, made.id());
            done.accept(made);
        });
    }

    /** @param made the outplan that the campaign gets, where it was only just stored */
    private void saveCampaign(@Nullable Outplan made, Runnable saved) {
        if (!edit.hasFieldChanges()) {
            saved.run();
            return;
        }
        var before = outplan(edit.saved(CampaignField.OUTPLAN));
        var after = made == null ? outplan(edit.get(CampaignField.OUTPLAN)) : made;
        boolean raised = after != null && OutplanEdit.raised(before, after);
        askToReopen(raised, reopen -> orderCampaign(false, reopen, saved));
    }

    private @Nullable Outplan outplan(UUID id) {
        var row = parts.live().outplan(id);
        return row == null ? null : row.outplan();
    }

    private void orderCampaign(boolean confirmed, boolean reopen, Runnable saved) {
        var draft = edit.draft();
        edit.setSaving(true);
        parts.tasks()
                .onFx(
                        parts.campaigns().save(draft, edit.base(), confirmed, reopen),
                        answer -> {
                            edit.setSaving(false);
                            switch (answer) {
                                case Answer.Done _ -> {
                                    edit.accepted(draft);
                                    saved.run();
                                }
                                case Answer.Asks asks -> askToOverwrite(asks, () -> orderCampaign(true, reopen, saved));
                                case Answer.Refused refused -> tell(refused.problems());
                            }
                        },
                        _ -> edit.setSaving(false));
    }

    /** Names for each field what others made of it and what stands here. */
    private void askToOverwrite(Answer.Asks asks, Runnable overwrite) {
        var dialog = new ConfirmDialog(
                text("campaignSettings.conflict.title"),
                text("campaignSettings.conflict.text"),
                text("campaignSettings.conflict.mine"),
                text("control.cancel"),
                false);
        var lines = new Label(asks.problems().stream().map(this::conflict).collect(Collectors.joining("\n")));
        lines.setWrapText(true);
        lines.setMinHeight(Region.USE_PREF_SIZE);
        dialog.addContent(lines);
        parts.tasks().onFx(dialog.askIn(parts.dialogs()), confirmed -> {
            if (confirmed) {
                overwrite.run();
            }
        });
    }

    private String conflict(Problem problem) {
        return CampaignField.ALL.stream()
                .filter(field -> field.place().equals(problem.place()))
                .findFirst()
                .map(field -> text(
                        "campaignSettings.conflict.line",
                        fields.name(field),
                        fields.value(field, edit.saved(field)),
                        fields.value(field, edit.get(field))))
                .orElseGet(() -> words.line(problem));
    }

    private void order(CompletionStage<Answer> order, Runnable done) {
        edit.setSaving(true);
        parts.tasks()
                .onFx(
                        order,
                        answer -> {
                            edit.setSaving(false);
                            if (answer instanceof Answer.Done) {
                                done.run();
                            } else {
                                tell(answer.problems());
                            }
                        },
                        _ -> edit.setSaving(false));
    }

    private void tell(List<Problem> problems) {
        problems.stream()
                .filter(Problem::isError)
                .forEach(problem -> parts.toasts().show(Looks.of(problem.severity()), words.sentence(problem)));
    }

    private String text(String key, Object... arguments) {
        return parts.texts().get(key, arguments);
    }
}
