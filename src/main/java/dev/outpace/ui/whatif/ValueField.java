package dev.outpace.ui.whatif;

import dev.outpace.ui.controls.FormField;
import dev.outpace.ui.texts.Texts;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A value of the form with its unit, and where it comes from as its tooltip. */
final class ValueField {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final FormField field = new FormField();
    private final TextField text = new TextField();
    private final HBox box;

    ValueField(Texts texts, WhatIfForm form, QuestionField entry) {
        var unit = new Label(texts.get(entry.unit().textKey()));
        unit.getStyleClass().add("unit");
        unit.setMinWidth(HBox.USE_PREF_SIZE);
        text.setAccessibleText(texts.get(entry.textKey()) + ", " + unit.getText());
        text.setMinWidth(0);
        text.setPrefColumnCount(4);
        HBox.setHgrow(text, Priority.ALWAYS);
        box = new HBox(text, unit);
        box.getStyleClass().add("field");
        field.setLabel(texts.get(entry.textKey()));
        field.setContent(box);
        field.setMinWidth(0);
        text.textProperty().bindBidirectional(form.typed(entry));
        text.textProperty().subscribe(typed -> unit.setText(unit(texts, entry, typed)));
        field.errorProperty().bind(form.error(entry));
        form.error(entry).subscribe(words -> box.pseudoClassStateChanged(ERROR, !words.isEmpty()));
    }

    private static String unit(Texts texts, QuestionField entry, String typed) {
        var key = entry.unit().textKey();
        var ofOne = key + ".one";
        return texts.get(typed.strip().equals("1") && texts.has(ofOne) ? ofOne : key);
    }

    FormField node() {
        return field;
    }

    /** @param words empty for none */
    void tellSource(String words) {
        text.setTooltip(words.isEmpty() ? null : new Tooltip(words));
        text.setAccessibleHelp(words);
    }

    void focus() {
        text.requestFocus();
    }
}
