package dev.outpace.ui.campaign;

import dev.outpace.model.PacingMode;
import dev.outpace.ui.controls.FormField;
import dev.outpace.ui.controls.SegmentedControl;
import dev.outpace.ui.controls.SegmentedControl.Segment;
import dev.outpace.ui.texts.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

/** By which policy the campaign is paced, and what that policy goes by. */
final class PacingForm extends VBox {
    private final CampaignEdit edit;
    private final Texts texts;
    private final FormField policyField = new FormField();
    private final SegmentedControl<PacingMode> policy = new SegmentedControl<>();
    private final ServiceLevelForm level;
    private final AdaptiveForm adaptive;
    private final FormField holdField = new FormField();
    private final CheckBox hold = new CheckBox();

    PacingForm(CampaignEdit edit, Texts texts) {
        super(16);
        this.edit = edit;
        this.texts = texts;
        level = new ServiceLevelForm(edit, texts);
        adaptive = new AdaptiveForm(edit, texts);
        policy.setSegments(List.of(
                new Segment<>(PacingMode.SERVICE_LEVEL, texts.get("pacingMode.service_level")),
                new Segment<>(PacingMode.ADAPTIVE, texts.get("pacingMode.adaptive"))));
        policy.setValue(edit.get(CampaignField.POLICY));
        policy.valueProperty().subscribe((_, chosen) -> edit.set(CampaignField.POLICY, Objects.requireNonNull(chosen)));
        policy.setMaxWidth(USE_PREF_SIZE);
        policyField.setLabel(texts.get("campaignField.outpace.pacing.policy"));
        policyField.setContent(policy);
        policyField.setAlignment(Pos.TOP_LEFT);
        hold.setText(texts.get("campaignSettings.hold"));
        hold.setWrapText(true);
        hold.selectedProperty().subscribe((_, on) -> edit.set(CampaignField.HOLD_AT_TARGET, on));
        holdField.setLabel(texts.get("campaignField.outpace.pacing.hold_at_target"));
        holdField.setContent(hold);
        getChildren().addAll(policyField, level, holdField, adaptive);
    }

    Map<CampaignField<?>, FormField> fields() {
        var fields = new HashMap<CampaignField<?>, FormField>(adaptive.fields());
        fields.put(CampaignField.POLICY, policyField);
        fields.put(CampaignField.SERVICE_LEVEL, level.field());
        fields.put(CampaignField.HOLD_AT_TARGET, holdField);
        return fields;
    }

    /** @param free agents that are available now; empty where there is no queue */
    void show(OptionalInt free) {
        boolean isAdaptive = edit.get(CampaignField.POLICY) == PacingMode.ADAPTIVE;
        policy.setValue(edit.get(CampaignField.POLICY));
        boolean holds = edit.get(CampaignField.HOLD_AT_TARGET);
        hold.setSelected(holds);
        show(adaptive, isAdaptive || holds);
        adaptive.show();
        putInOrder(
                isAdaptive ? List.of(policyField, adaptive, level) : List.of(policyField, level, holdField, adaptive));
        level.setUsed(!isAdaptive);
        level.show(free);
        if (isAdaptive) {
            level.field().setHint(texts.get("campaignSettings.pacing.notUsed"));
        }
        policyField.setWarning(isAdaptive && free.isEmpty() ? texts.get("campaignSettings.adaptive.noQueue") : "");
    }

    /** What decides stands first. */
    private void putInOrder(List<Node> parts) {
        if (!getChildren().equals(parts)) {
            getChildren().setAll(parts);
        }
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
