package dev.outpace.ui.controls;

import javafx.scene.Node;
import javafx.scene.control.Skin;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.SearchableComboBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A box whose open list is narrowed by what is typed. The search covers what is picked while the list is open. */
public class SearchableBox<T extends @Nullable Object> extends SearchableComboBox<T> {

    /** The library draws its search with bitmaps. */
    @Override
    protected Skin<?> createDefaultSkin() {
        var skin = super.createDefaultSkin();
        for (Node part : getChildren()) {
            if (part instanceof CustomTextField search) {
                search.getStyleClass().add("box-search");
                var icon = new StackPane(new FontIcon(Feather.SEARCH));
                icon.getStyleClass().add("search-icon");
                search.setLeft(icon);
                search.setRight(null);
            }
        }
        return skin;
    }
}
