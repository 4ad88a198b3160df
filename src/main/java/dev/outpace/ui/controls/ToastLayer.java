package dev.outpace.ui.controls;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Short messages over the lower edge of the window, the newest lowest; each goes by itself unless the pointer or the focus is on it. */
public final class ToastLayer extends VBox {

    /** A button of the message: "Undo". */
    public record Action(String text, Runnable run) {}

    private static final int MAX_TOASTS = 3;
    private static final Duration STAYS = Duration.seconds(6);

    private final String closeText;

    /** @param closeText the accessible name of the button that closes a message */
    public ToastLayer(String closeText) {
        this.closeText = closeText;
        getStyleClass().add("toast-layer");
        setAlignment(Pos.BOTTOM_CENTER);
        setPickOnBounds(false);
    }

    public void show(Look look, String text) {
        show(look, text, null);
    }

    public void show(Look look, String text, @Nullable Action action) {
        show(look, text, action, "");
    }

    /** Whether a message of this series is there. */
    public boolean isShown(String series) {
        return getChildren().stream().anyMatch(toast -> series.equals(toast.getUserData()));
    }

    /** @param series the message takes the place of one of the same series; empty for none */
    public void show(Look look, String text, @Nullable Action action, String series) {
        var toast = new HBox(10);
        if (!series.isEmpty()) {
            getChildren().removeIf(before -> series.equals(before.getUserData()));
            toast.setUserData(series);
        }
        var stays = new PauseTransition(STAYS);
        stays.setOnFinished(event -> getChildren().remove(toast));
        toast.getStyleClass().add("toast");
        toast.setAlignment(Pos.CENTER_LEFT);
        toast.setMaxWidth(Region.USE_PREF_SIZE);
        toast.setAccessibleRole(AccessibleRole.TEXT);
        toast.setAccessibleText(text);
        var words = new Label(text);
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var icon = look.symbol().draw();
        look.tone().dress(icon);
        toast.getChildren().addAll(icon, words);
        if (action != null) {
            toast.getChildren().add(button(action, toast));
        }
        toast.getChildren().add(closeButton(toast));
        Runnable stayOrGo = () -> {
            if (toast.isHover() || toast.isFocusWithin()) {
                stays.stop();
            } else if (toast.getParent() != null) {
                stays.playFromStart();
            }
        };
        toast.hoverProperty().subscribe(stayOrGo);
        toast.focusWithinProperty().subscribe(stayOrGo);
        if (getChildren().size() == MAX_TOASTS) {
            getChildren().removeFirst();
        }
        getChildren().add(toast);
        stays.playFromStart();
        toast.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private Button button(Action action, HBox toast) {
        var button = new Button(action.text());
        button.getStyleClass().addAll("flat", "small", "toast-action");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> {
            getChildren().remove(toast);
            action.run().run();
        });
        return button;
    }

    private Button closeButton(HBox toast) {
        var button = new Button();
        button.setGraphic(new FontIcon(Feather.X));
        button.getStyleClass().addAll("flat", "small", "icon-button");
        button.setAccessibleText(closeText);
        button.setOnAction(event -> getChildren().remove(toast));
        return button;
    }
}
