package dev.outpace.ui.rules;

import dev.outpace.model.ConsentRule;
import dev.outpace.model.RestRules;
import dev.outpace.model.RuleTimes;
import dev.outpace.ui.controls.Card;
import dev.outpace.ui.controls.FormField;
import dev.outpace.ui.texts.Texts;
import java.time.Duration;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How often a set allows to call, how long somebody is left alone, who a person is, and whether a consent is needed. */
final class AttemptsSection {
    private final Texts texts;
    private final LimitRows limits;
    private final SpanField conversation;
    private final SpanField refusal;
    private final SpanField abandon;
    private final CheckBox abandonWithAgent;
    private final TextField personKey = new TextField();
    private final CheckBox consentNeeded;
    private final TextField consentDate = new TextField();
    private final TextField consentExpiry = new TextField();
    private final TextField consentValid = new TextField();
    private final FormField consentDateField;
    private final FormField consentValidField;
    private final VBox consent;
    private @Nullable RuleDraft draft;
    private boolean showing;

    AttemptsSection(Texts texts) {
        this.texts = texts;
        limits = new LimitRows(texts, all -> {
            var shown = draft;
            if (!showing && shown != null) {
                shown.setAttempts(all);
            }
        });
        conversation = rest("rules.rest.conversation");
        refusal = rest("rules.rest.refusal");
        abandon = rest("rules.rest.abandon");
        abandonWithAgent = new CheckBox(texts.get("rules.rest.withAgent"));
        abandonWithAgent.selectedProperty().subscribe((_, _) -> takeRest());
        personKey.setPromptText(texts.get("rules.personKey.none"));
        personKey.textProperty().subscribe((_, text) -> {
            var shown = draft;
            if (!showing && shown != null) {
                shown.setPersonKey(text);
            }
        });
        consentNeeded = new CheckBox(texts.get("rules.consent.needed"));
        consentDateField = field("rules.consent.date", consentDate);
        consentValidField = field("rules.consent.valid", consentValid);
        consentValid.setPromptText(texts.get("rules.consent.ever"));
        consent = new VBox(8, consentDateField, field("rules.consent.expiry", consentExpiry), consentValidField);
        consentNeeded.selectedProperty().subscribe((_, _) -> takeConsent());
        for (var field : List.of(consentDate, consentExpiry, consentValid)) {
            field.textProperty().subscribe((_, _) -> takeConsent());
        }
    }

    void fill(Card card, Card consentCard) {
        card.getContent()
                .add(new VBox(
                        12,
                        limits,
                        row("rules.rest.conversation", conversation),
                        row("rules.rest.refusal", refusal),
                        row("rules.rest.abandon", abandon),
                        abandonWithAgent,
                        field("rules.personKey", personKey)));
        consentCard.getContent().add(new VBox(8, consentNeeded, consent));
    }

    private SpanField rest(String key) {
        return new SpanField(texts, 0, RestRules.LONGEST, texts.get(key), this::takeRest);
    }

    private FlowPane row(String key, SpanField span) {
        var row = new FlowPane(8, 4, new Label(texts.get("rules.rest.none")), span, new Label(texts.get(key)));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private FormField field(String key, TextField content) {
        var field = new FormField();
        field.setLabel(texts.get(key));
        field.setContent(content);
        return field;
    }

    private void takeRest() {
        var shown = draft;
        if (!showing && shown != null) {
            shown.setRest(
                    new RestRules(conversation.get(), refusal.get(), abandon.get(), abandonWithAgent.isSelected()));
        }
        abandonWithAgent.setDisable(abandon.get().equals(Duration.ZERO));
    }

    private void takeConsent() {
        boolean needed = consentNeeded.isSelected();
        consent.setVisible(needed);
        consent.setManaged(needed);
        var shown = draft;
        if (showing || shown == null) {
            return;
        }
        var valid = consentValid.getText().strip();
        var period = RuleTimes.period(valid);
        boolean dated = !consentDate.getText().isBlank();
        consentDateField.setError(dated || !needed ? "" : texts.get("rules.consent.dateMissing"));
        consentValidField.setError(valid.isEmpty() || period.isPresent() ? "" : texts.get("rules.consent.notASpan"));
        shown.setConsent(
                needed && dated
                        ? new ConsentRule(
                                consentDate.getText().strip(),
                                consentExpiry.getText().strip(),
                                period.orElse(null))
                        : null);
    }

    /** Whether something that was typed can't be used. */
    boolean isUnreadable() {
        var valid = consentValid.getText().strip();
        return consentNeeded.isSelected()
                && (consentDate.getText().isBlank()
                        || (!valid.isEmpty() && RuleTimes.period(valid).isEmpty()));
    }

    void show(RuleDraft now) {
        showing = true;
        draft = now;
        var rules = now.edited();
        limits.show(rules.attempts());
        conversation.show(rules.rest().conversation());
        refusal.show(rules.rest().refusal());
        abandon.show(rules.rest().abandon());
        abandonWithAgent.setSelected(rules.rest().abandonWithAgent());
        abandonWithAgent.setDisable(rules.rest().abandon().isZero());
        personKey.setText(rules.personKey());
        var needed = rules.consent();
        consentNeeded.setSelected(needed != null);
        consentDate.setText(needed == null ? "" : needed.dateColumn());
        consentExpiry.setText(needed == null ? "" : needed.expiryColumn());
        var valid = needed == null ? null : needed.valid();
        consentValid.setText(valid == null ? "" : RuleTimes.text(valid));
        consentDateField.setError("");
        consentValidField.setError("");
        consent.setVisible(needed != null);
        consent.setManaged(needed != null);
        showing = false;
    }
}
