package dev.outpace.ui.campaign;

import atlantafx.base.controls.ProgressSliderSkin;
import dev.outpace.model.Campaign;
import dev.outpace.pacing.ServiceLevelRule;
import dev.outpace.ui.controls.FormField;
import dev.outpace.ui.controls.ServiceLevelChart;
import dev.outpace.ui.forms.LowLevel;
import dev.outpace.ui.texts.Texts;
import java.util.OptionalInt;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The service level as number and slider, what it allows as a picture, and what that means for the agents of now. */
final class ServiceLevelForm extends HBox {

    /**
     * The slider's range is that of common levels, all of which are set unasked; a level outside it stays as it is until the
     * slider is moved.
     */
    private static final int SLIDER_LEAST = LowLevel.ASKED_BELOW;

    private static final int SLIDER_MOST = 300;
    private static final int SLIDER_STEP = 5;

    private static final int EXAMPLE = 10;
    private static final int USUAL = 100;

    private final CampaignEdit edit;
    private final Texts texts;
    private final FormField field = new FormField();
    private final HBox box = new HBox();
    private final TextField number = new TextField();
    private final Slider slider = new Slider(SLIDER_LEAST, SLIDER_MOST, USUAL);
    private final Label usual = new Label();
    private final Label sentence = new Label();
    private final ServiceLevelChart chart = new ServiceLevelChart();
    private final CheckBox noLimit = new CheckBox();
    private final VBox range;
    private final VBox picture;
    private boolean showing;
    private boolean used = true;

    ServiceLevelForm(CampaignEdit edit, Texts texts) {
        this.edit = edit;
        this.texts = texts;
        getStyleClass().add("pacing-form");
        field.setLabel(texts.get("campaignField.service_level"));
        field.setContent(numberRow());
        number.setAccessibleText(texts.get("campaignField.service_level"));
        number.textProperty().subscribe((_, typed) -> take(typed));
        slider.setAccessibleText(texts.get("campaignSettings.pacing.slider"));
        slider.setBlockIncrement(10);
        slider.getStyleClass().add("progress-slider");
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.valueProperty().subscribe((_, level) -> slide(level.doubleValue()));
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        sentence.getStyleClass().add("second-line");
        chart.setFreeText(texts.get("campaignSettings.pacing.free"));
        var caption = new Label(texts.get("campaignSettings.pacing.chart"));
        caption.getStyleClass().add("second-line");
        caption.setWrapText(true);
        caption.setMinHeight(Region.USE_PREF_SIZE);
        picture = new VBox(4, caption, chart);
        range = new VBox(4, slider, ends());
        noLimit.setText(texts.get("campaignSettings.noLimit"));
        noLimit.setWrapText(true);
        noLimit.setMinHeight(Region.USE_PREF_SIZE);
        noLimit.selectedProperty().subscribe((_, on) -> setNoLimit(on));
        var numbers = new VBox(12, field, range, noLimit, sentence);
        for (var part : new Region[] {numbers, picture}) {
            part.setMinWidth(200);
            part.setPrefWidth(240);
            HBox.setHgrow(part, Priority.ALWAYS);
        }
        getChildren().addAll(numbers, picture);
    }

    private HBox numberRow() {
        var unit = new Label("%");
        unit.getStyleClass().add("unit");
        unit.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(number, Priority.ALWAYS);
        box.getChildren().addAll(number, unit);
        box.getStyleClass().add("field");
        box.setPrefWidth(88);
        box.setMinWidth(88);
        usual.setText(
                texts.get("campaignSettings.pacing.usual", texts.percent(SLIDER_LEAST), texts.percent(SLIDER_MOST)));
        usual.getStyleClass().add("second-line");
        usual.setWrapText(true);
        usual.setMinHeight(USE_PREF_SIZE);
        field.errorProperty().subscribe(error -> {
            var wrong = PseudoClass.getPseudoClass("error");
            box.pseudoClassStateChanged(wrong, error != null && !error.isEmpty());
        });
        var row = new HBox(12, box, usual);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private HBox ends() {
        var faster = new Label(texts.get("campaignSettings.pacing.faster"));
        var careful = new Label(texts.get("campaignSettings.pacing.careful"));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        for (var label : new Label[] {faster, careful}) {
            label.getStyleClass().add("axis-text");
            label.setMinWidth(USE_PREF_SIZE);
        }
        return new HBox(faster, space, careful);
    }

    FormField field() {
        return field;
    }

    /** @param free agents that are available now; empty where there is no queue */
    void show(OptionalInt free) {
        int saved = edit.saved(CampaignField.SERVICE_LEVEL);
        int level = edit.get(CampaignField.SERVICE_LEVEL);
        showing = true;
        if (!edit.isUnreadable(CampaignField.SERVICE_LEVEL)
                && !read(number.getText()).equals(OptionalInt.of(level))) {
            number.setText(Integer.toString(level));
        }
        slider.setValue(level);
        noLimit.setSelected(level == 0);
        showing = false;
        disable(level == 0);
        chart.setSavedLevel(saved);
        if (level >= 0 && level <= Campaign.MAX_SERVICE_LEVEL) {
            chart.setEditedLevel(level);
        }
        chart.setFreeAgents(free.orElse(0));
        int agents = free.orElse(0);
        int shown = chart.getEditedLevel();
        chart.setCallsText(agents == 0 ? "" : allowed(agents, shown));
        sentence.setText(
                free.isEmpty() ? texts.get("campaignSettings.pacing.noQueue") : sentence(agents, shown, saved));
    }

    /** Where nobody is free just now, what it means is told by an example. */
    private String sentence(int free, int level, int saved) {
        int agents = free == 0 ? EXAMPLE : free;
        var now = texts.get("campaignSettings.pacing.now", agents, allowed(agents, level));
        var told = free == 0 ? texts.get("campaignSettings.pacing.noneFree") + ' ' + now : now;
        return level == saved
                ? told
                : told + ' ' + texts.get("campaignSettings.pacing.was", allowedNumber(agents, saved));
    }

    private String allowed(int agents, int level) {
        var calls = ServiceLevelRule.with(agents, level).allowed();
        return calls.isEmpty()
                ? texts.get("campaignSettings.pacing.anyCalls")
                : texts.get("campaignSettings.pacing.calls", calls.getAsLong());
    }

    private String allowedNumber(int agents, int level) {
        var calls = ServiceLevelRule.with(agents, level).allowed();
        return calls.isEmpty() ? texts.get("campaignSettings.pacing.anyCalls") : texts.number(calls.getAsLong());
    }

    /** With another policy the level is kept, and nothing is decided by it. */
    void setUsed(boolean nowUsed) {
        used = nowUsed;
        for (var part : new Region[] {usual, range, noLimit, picture, sentence}) {
            part.setVisible(used);
            part.setManaged(used);
        }
    }

    private void disable(boolean withoutLimit) {
        box.setDisable(!used || withoutLimit);
        range.setDisable(withoutLimit);
    }

    /** Zero is no low level but none: it has a switch of its own. */
    private void setNoLimit(boolean on) {
        if (!showing) {
            int saved = edit.saved(CampaignField.SERVICE_LEVEL);
            edit.set(CampaignField.SERVICE_LEVEL, on ? 0 : saved == 0 ? USUAL : saved);
        }
    }

    private void take(String text) {
        if (showing) {
            return;
        }
        var level = read(text);
        if (level.isPresent() && level.getAsInt() > 0) {
            edit.set(CampaignField.SERVICE_LEVEL, level.getAsInt());
        } else {
            edit.setUnreadable(CampaignField.SERVICE_LEVEL);
        }
    }

    private void slide(double level) {
        if (!showing) {
            edit.set(CampaignField.SERVICE_LEVEL, (int) Math.round(level / SLIDER_STEP) * SLIDER_STEP);
        }
    }

    private static OptionalInt read(String text) {
        var digits = text.strip().replace(",", "");
        return digits.matches("-?[0-9]{1,9}") ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
    }
}
