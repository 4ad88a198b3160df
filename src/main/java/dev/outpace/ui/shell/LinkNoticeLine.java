package dev.outpace.ui.shell;

import dev.outpace.ui.texts.Texts;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says what became of the calls when the link is back. */
final class LinkNoticeLine extends HBox {
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    LinkNoticeLine(Texts texts, ObservableValue<@Nullable LinkNotice> notice) {
        getStyleClass().add("link-notice");
        setAccessibleRole(AccessibleRole.TEXT);
        var icon = new FontIcon(Feather.WIFI);
        var title = new Label();
        title.getStyleClass().add("strong");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var text = new Label();
        text.setWrapText(true);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        var action = new Button();
        action.getStyleClass().add("small");
        action.setMinWidth(Region.USE_PREF_SIZE);
        action.managedProperty().bind(action.visibleProperty());
        var close = new Button("", new FontIcon(Feather.X));
        close.getStyleClass().addAll("flat", "icon-button", "small");
        close.setAccessibleText(texts.get("control.close"));
        close.setTooltip(new Tooltip(texts.get("control.close")));
        getChildren().addAll(icon, title, text, action, close);
        managedProperty().bind(visibleProperty());
        notice.subscribe(shown -> {
            setVisible(shown != null);
            if (shown != null) {
                pseudoClassStateChanged(WARNING, shown.warning());
                icon.setIconCode(shown.warning() ? Feather.ALERT_TRIANGLE : Feather.WIFI);
                title.setText(shown.title());
                text.setText(shown.text());
                action.setVisible(!shown.action().isEmpty());
                action.setText(shown.action());
                action.setOnAction(_ -> shown.act().run());
                close.setOnAction(_ -> shown.close().run());
                setAccessibleText(shown.title() + " " + shown.text());
            }
        });
    }
}
