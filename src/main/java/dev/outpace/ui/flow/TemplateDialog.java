package dev.outpace.ui.flow;

import dev.outpace.ui.controls.ChoiceCard;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.texts.Texts;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Offers ready flows to begin with. */
public final class TemplateDialog extends VBox {
    private static final double CARD_WIDTH = 446;

    private final ToggleGroup chosen = new ToggleGroup();
    private final Button use;
    private final Button cancel;
    private final List<ChoiceCard> cards;

    /**
     * @param names of templates, as in the texts
     * @param replaces whether there is a flow that a template would take the place of
     */
    public TemplateDialog(Texts texts, List<String> names, boolean replaces) {
        getStyleClass().addAll("confirm-dialog", "template-dialog");
        var title = new Label(texts.get("template.title"));
        title.getStyleClass().add("pane-title");
        var note = new Label(texts.get(replaces ? "template.replaces" : "template.begins"));
        note.getStyleClass().add("muted");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        cards = names.stream().map(name -> card(texts, name)).toList();
        var list = new VBox(8);
        list.getChildren().setAll(cards);
        var scroll = new ScrollPane(list);
        scroll.getStyleClass().add("form-scroll");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        use = new Button(texts.get(replaces ? "template.replace" : "template.use"));
        use.getStyleClass().add("primary");
        cancel = new Button(texts.get("control.cancel"));
        var buttons = new HBox(8, cancel, use);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("dialog-buttons");
        getChildren().addAll(title, note, scroll, buttons);
        setAccessibleText(title.getText());
        chosen.selectToggle(cards.getFirst());
        // One is always chosen.
        chosen.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                chosen.selectToggle(before);
            }
        });
    }

    private ChoiceCard card(Texts texts, String name) {
        var card = new ChoiceCard();
        card.setId("template-" + name);
        card.setTitle(texts.get("template." + name + ".title"));
        card.setDetail(texts.get("template." + name + ".text"));
        card.setToggleGroup(chosen);
        // By this width the list knows how high its wrapped texts are.
        card.setPrefWidth(CARD_WIDTH);
        card.setUserData(name);
        return card;
    }

    /** The name of the chosen template; empty when it was cancelled. */
    public CompletionStage<Optional<String>> askIn(DialogLayer layer) {
        var answer = new CompletableFuture<Optional<String>>();
        use.setOnAction(_ -> finish(
                layer, answer, Optional.of((String) chosen.getSelectedToggle().getUserData())));
        cancel.setOnAction(_ -> finish(layer, answer, Optional.empty()));
        layer.open(this, cards.getFirst(), () -> finish(layer, answer, Optional.empty()));
        return answer;
    }

    private void finish(DialogLayer layer, CompletableFuture<Optional<String>> answer, Optional<String> name) {
        layer.close(this);
        answer.complete(name);
    }
}
