package dev.outpace.ui.flow;

import dev.outpace.ui.texts.Texts;
import java.util.function.DoubleConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** How large the flow is shown, and the buttons that change it. */
final class ZoomBox extends HBox {
    private final Label scale = new Label();

    /** @param zoom by a factor */
    ZoomBox(Texts texts, DoubleConsumer zoom, Runnable fit) {
        getStyleClass().add("flow-zoom");
        scale.getStyleClass().add("flow-zoom-scale");
        var line = new Region();
        line.getStyleClass().add("flow-zoom-line");
        getChildren()
                .addAll(
                        button(texts, "flowCanvas.zoomOut", "fth-minus", () -> zoom.accept(1 / FlowCanvas.ZOOM_STEP)),
                        scale,
                        button(texts, "flowCanvas.zoomIn", "fth-plus", () -> zoom.accept(FlowCanvas.ZOOM_STEP)),
                        line,
                        button(texts, "flowCanvas.fit", "fth-maximize", fit));
    }

    private static Button button(Texts texts, String key, String icon, Runnable action) {
        var button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll("icon-button", "flat", "small");
        button.setAccessibleText(texts.get(key));
        button.setTooltip(new Tooltip(texts.get(key)));
        button.setOnAction(_ -> action.run());
        return button;
    }

    void show(String percent) {
        scale.setText(percent);
    }
}
