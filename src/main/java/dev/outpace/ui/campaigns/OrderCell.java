package dev.outpace.ui.campaigns;

import dev.outpace.model.CampaignStatus;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.texts.Texts;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Start or Stop in the row. Off with the reason in its tooltip when the campaign can't start. */
final class OrderCell extends FigureCell {
    private final Texts texts;
    private final Button button = new Button();
    /** Takes the pointer where the button, being off, does not. */
    private final StackPane place = new StackPane(button);

    private final Tooltip reason = new Tooltip();
    private String shown = "";

    OrderCell(Texts texts, Consumer<CampaignRow> startOrStop) {
        this.texts = texts;
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> startOrStop.accept(getTableRow().getItem()));
        setContent(place);
    }

    @Override
    void show(CampaignFigures figures) {
        boolean stops = figures.campaign().status() == CampaignStatus.RUN;
        draw(stops, figures.pending());
        button.setAccessibleText(button.getText() + " " + figures.campaign().name());
        button.setDisable(figures.pending() || (!stops && !figures.refusal().isEmpty()));
        Tooltip.uninstall(place, reason);
        if (!stops && !figures.refusal().isEmpty()) {
            reason.setText(figures.refusal());
            Tooltip.install(place, reason);
            button.setAccessibleHelp(figures.refusal());
        } else {
            button.setAccessibleHelp(null);
        }
    }

    private void draw(boolean stops, boolean pending) {
        var now = stops + " " + pending;
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        button.setText(texts.get(stops ? "order.stop" : "order.start"));
        Node icon = (pending ? Symbol.LOADER : stops ? Symbol.SQUARE : Symbol.TRIANGLE).draw();
        if (!stops && !pending) {
            Tone.ACCENT.dress(icon);
        }
        button.setGraphic(icon);
    }
}
