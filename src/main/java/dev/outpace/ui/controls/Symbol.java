package dev.outpace.ui.controls;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is drawn beside a word: an icon of the Feather pack, a plain shape, or the turning loader. Takes the tone of its parent. */
public sealed interface Symbol {

    /** Running. */
    Symbol TRIANGLE = Shape.TRIANGLE;
    /** Stopped, and the Stop button. */
    Symbol SQUARE = Shape.SQUARE;
    /** Idle. */
    Symbol RING = Shape.RING;
    /** Work in progress; keeps still where the system asks for less motion. */
    Symbol LOADER = new Turning();

    static Symbol of(Feather icon) {
        return new Icon(icon);
    }

    /** A new node for the scene. */
    Node draw();

    record Icon(Feather icon) implements Symbol {
        @Override
        public Node draw() {
            return new FontIcon(icon);
        }
    }

    enum Shape implements Symbol {
        TRIANGLE,
        SQUARE,
        RING;

        @Override
        public Node draw() {
            var region = new Region();
            region.getStyleClass().addAll("symbol", "symbol-" + name().toLowerCase(Locale.ROOT));
            var box = new StackPane(region);
            box.getStyleClass().add("symbol-box");
            return box;
        }
    }

    record Turning() implements Symbol {
        @Override
        public Node draw() {
            return new LoaderIcon();
        }
    }
}
