package dev.outpace.ui.flow;

import dev.outpace.ui.texts.Texts;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The keys that a pretend caller presses: as many as the input waits for, or until it is said that this was all. */
final class KeyEntry extends VBox {
    private static final String KEYS = "0123456789*#";

    private final Texts texts;
    private final Consumer<String> entered;
    private final Label asks = new Label();
    private final Label typed = new Label();
    private final Button done = new Button();
    private final Keypad keypad;
    private String keys = "";
    private String ends = "";
    private long length;

    /** @param entered empty for no key */
    KeyEntry(Texts texts, Consumer<String> entered) {
        super(8);
        this.texts = texts;
        this.entered = entered;
        getStyleClass().add("key-entry");
        asks.setWrapText(true);
        asks.setMinHeight(USE_PREF_SIZE);
        asks.getStyleClass().add("strong");
        typed.getStyleClass().add("typed-keys");
        typed.managedProperty().bind(typed.textProperty().isNotEmpty());
        keypad = new Keypad(key -> texts.get("testCall.key", key), this::press);
        var none = new Button(texts.get("testCall.noKey"));
        none.getStyleClass().add("small");
        none.setOnAction(_ -> enter(""));
        done.setText(texts.get("testCall.keysDone"));
        done.getStyleClass().addAll("small", "primary");
        done.managedProperty().bind(done.visibleProperty());
        done.setOnAction(_ -> enter(keys));
        getChildren().addAll(asks, typed, keypad, new HBox(8, none, done));
        addEventHandler(KeyEvent.KEY_TYPED, event -> {
            if (KEYS.contains(event.getCharacter()) && !event.getCharacter().isEmpty()) {
                event.consume();
                press(event.getCharacter());
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.BACK_SPACE) {
                event.consume();
                show(keys.substring(0, Math.max(0, keys.length() - 1)));
            }
        });
    }

    /**
     * @param wantedLength 0 for any number
     * @param endKeys each of them ends the input
     */
    void ask(long wantedLength, String endKeys) {
        length = wantedLength;
        ends = endKeys;
        asks.setText(texts.get(length == 0 ? "testCall.ask.any" : "testCall.ask", length));
        show("");
        keypad.getChildren().getFirst().requestFocus();
    }

    private void press(String key) {
        show(keys + key);
        if (ends.contains(key) || keys.length() == length) {
            enter(keys);
        }
    }

    private void enter(String all) {
        show("");
        entered.accept(all);
    }

    private void show(String now) {
        keys = now;
        typed.setText(now);
        done.setVisible(!now.isEmpty());
    }
}
