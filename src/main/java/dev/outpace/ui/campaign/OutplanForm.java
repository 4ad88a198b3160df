package dev.outpace.ui.campaign;

import dev.outpace.model.CampaignType;
import dev.outpace.model.Ids;
import dev.outpace.model.Severity;
import dev.outpace.ui.controls.Card;
import dev.outpace.ui.controls.FormField;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.ReferencePicker;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.OutplanRow;
import dev.outpace.ui.outplans.OutplanEditor;
import dev.outpace.ui.texts.PhoneNumbers;
import dev.outpace.ui.texts.Texts;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The outplan of a campaign: which one, and its own form in place, whose changes are saved with the campaign's. */
final class OutplanForm {
    private final CampaignEdit edit;
    private final CampaignSaving saving;
    private final LiveWorkspace live;
    private final Texts texts;
    private final FieldNotes notes;
    private final OutplanEditor editor;
    private final FormField field = new FormField();
    private final Label note = new Label();
    private final IconWord elsewhere = new IconWord();
    private final Label triesWas = new Label();
    private @Nullable Button asNew;
    private @Nullable OutplanRow followed;
    private boolean follows;
    private Subscription following = Subscription.EMPTY;
    private boolean showing;

    OutplanForm(CampaignEdit edit, CampaignSaving saving, LiveWorkspace live, Texts texts) {
        this.edit = edit;
        this.saving = saving;
        this.live = live;
        this.texts = texts;
        notes = new FieldNotes(edit, new FieldWords(texts, live), texts);
        editor = new OutplanEditor(texts);
        for (var line : List.of(note, elsewhere, triesWas)) {
            line.setWrapText(true);
            line.setMinHeight(Region.USE_PREF_SIZE);
        }
        note.getStyleClass().add("second-line");
        elsewhere.getStyleClass().add("small");
        triesWas.getStyleClass().add("field-was");
        editor.editedProperty().subscribe((_, edited) -> {
            if (!showing) {
                edit.outplan().type(edited);
            }
        });
    }

    void fill(Card card, ReferencePicker picker, Button saveAsNew) {
        asNew = saveAsNew;
        saveAsNew.setOnAction(_ -> {
            var typed = editor.getEdited();
            if (typed != null) {
                saving.saveOutplanAsNew(typed, _ -> {});
            }
        });
        card.getContent().addAll(field, elsewhere, note, triesWas, editor);
    }

    /** Follows the outplan that the draft names, until the subscription ends. */
    Subscription follow() {
        follows = true;
        return () -> {
            follows = false;
            following.unsubscribe();
            following = Subscription.EMPTY;
            followed = null;
        };
    }

    void show() {
        var id = edit.get(CampaignField.OUTPLAN);
        var row = live.outplan(id);
        if (follows && !Objects.equals(row, followed)) {
            followed = row;
            following.unsubscribe();
            following = row == null ? Subscription.EMPTY : row.outplanProperty().subscribe(edit.outplan()::show);
        }
        var now = row == null ? null : row.outplan();
        if (!Objects.equals(now, edit.outplan().saved())) {
            edit.outplan().show(now);
            return;
        }
        notes.show(CampaignField.OUTPLAN, field);
        show(
                field,
                Stream.of(field.getWas(), field.getWarning(), field.getError()).anyMatch(text -> !text.isEmpty()));
        showPlan(id);
    }

    private void showPlan(UUID id) {
        var now = edit.outplan().saved();
        boolean known = now != null;
        show(editor, known);
        show(note, !known || edit.get(CampaignField.TYPE) == CampaignType.FLOW);
        note.setText(texts.get(
                known
                        ? "campaignSettings.flow.outplan"
                        : Ids.isNil(id) ? "campaignSettings.noOutplan" : "campaignSettings.outplanGone"));
        if (now != null && !edit.outplan().isChanged() && !now.equals(editor.getEdited())) {
            showing = true;
            editor.show(now);
            showing = false;
        }
        boolean moved = edit.outplan().isChangedElsewhere();
        show(elsewhere, moved);
        elsewhere.show(Looks.of(Severity.WARNING), texts.get("campaignSettings.outplanElsewhere"));
        if (asNew != null) {
            asNew.setDisable(!known || edit.outplan().errors() > 0);
        }
        showWas();
        boolean dials = edit.get(CampaignField.TYPE) == CampaignType.CALL;
        for (var place : List.of("dial_timeout", "source")) {
            Objects.requireNonNull(editor.fields().get(place)).setDisable(!dials);
        }
    }

    private void showWas() {
        var before = edit.outplan().base();
        var typed = editor.getEdited();
        for (var row : editor.fields().values()) {
            row.setWas("");
        }
        show(triesWas, false);
        if (before == null || typed == null || !edit.outplan().isChanged()) {
            return;
        }
        was("dial_timeout", texts.span(before.ringFor()), before.dialTimeout() != typed.dialTimeout());
        was("try_interval", texts.span(before.retryAfter()), before.tryInterval() != typed.tryInterval());
        var caller = PhoneNumbers.show(before.source());
        was(
                "source",
                caller.isEmpty() ? texts.get("campaignSettings.none") : caller,
                !Objects.equals(before.source(), typed.source()));
        if (!before.maxTryCounts().equals(typed.maxTryCounts())) {
            show(triesWas, true);
            triesWas.setText(texts.get(
                    "campaignSettings.triesWere",
                    before.maxTryCounts().stream().map(String::valueOf).collect(Collectors.joining(", "))));
        }
    }

    private void was(String place, String words, boolean changed) {
        if (changed) {
            Objects.requireNonNull(editor.fields().get(place)).setWas(texts.get("control.was", words));
        }
    }

    private static void show(Region part, boolean visible) {
        part.setVisible(visible);
        part.setManaged(visible);
    }
}
