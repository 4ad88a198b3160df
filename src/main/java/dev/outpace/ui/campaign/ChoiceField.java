package dev.outpace.ui.campaign;

import dev.outpace.ui.controls.ChosenWords;
import java.util.function.Function;
import javafx.scene.control.ComboBox;

/** A box with the values of a field that has a few. */
final class ChoiceField<T> extends ComboBox<T> {
    private final CampaignEdit edit;
    private final CampaignField<T> field;

    /** @param words names a value for people */
    ChoiceField(CampaignEdit edit, CampaignField<T> field, T[] values, Function<T, String> words) {
        this.edit = edit;
        this.field = field;
        getItems().setAll(values);
        setConverter(new ChosenWords<>(words));
        valueProperty().subscribe((_, chosen) -> {
            if (chosen != null) {
                edit.set(field, chosen);
            }
        });
    }

    void showValue() {
        setValue(edit.get(field));
    }
}
