package dev.outpace.ui.flow;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;

/** The twelve keys of a telephone. */
final class Keypad extends GridPane {
    private static final int COLUMNS = 3;
    private static final List<String> KEYS = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#");

    /** @param named the accessible name of a key */
    Keypad(UnaryOperator<String> named, Consumer<String> pressed) {
        getStyleClass().add("keypad");
        for (int i = 0; i < KEYS.size(); i++) {
            var key = KEYS.get(i);
            var button = new Button(key);
            button.setMnemonicParsing(false);
            button.getStyleClass().add("key");
            button.setAccessibleText(named.apply(key));
            button.setOnAction(_ -> pressed.accept(key));
            add(button, i % COLUMNS, i / COLUMNS);
        }
    }
}
