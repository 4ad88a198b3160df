package dev.outpace.ui.flow;

import dev.outpace.flow.ActionType;
import dev.outpace.flow.FlowGraph;
import dev.outpace.model.Action;
import dev.outpace.model.Json;
import dev.outpace.model.Problem;
import dev.outpace.ui.controls.CutText;
import dev.outpace.ui.controls.EmptyState;
import dev.outpace.ui.controls.FocusOrder;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The selected action: what it is, and its form. What is typed is emitted at once, and may be shown again at once. */
final class FlowInspector extends VBox {

    /** While this is the same, the form stays, and with it focus and caret. */
    private record Form(String type, UUID id, int index, boolean goesOn, Map<String, Json> kept) {}

    private final FormSources sources;
    private final ActionWords words;
    private final Consumer<InspectorEdit> edits;
    private final FontIcon icon = new FontIcon();
    private final Label title = new Label();
    private final Label purpose = new Label();
    private final HBox head;
    private final ScrollPane scroll = new ScrollPane();
    private final EmptyState nothing = new EmptyState();
    private @Nullable Form form;
    private @Nullable ActionOptions options;

    FlowInspector(FormSources sources, Consumer<InspectorEdit> edits) {
        this.sources = sources;
        this.edits = edits;
        words = new ActionWords(sources.texts());
        getStyleClass().add("flow-inspector");
        setAccessibleText(sources.texts().get("actions.form"));
        head = head();
        scroll.getStyleClass().addAll("form-scroll", "inspector-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        nothing.setIcon("fth-mouse-pointer");
        nothing.setTitle(sources.texts().get("inspector.none"));
        nothing.setDetail(sources.texts().get("actions.choose"));
        VBox.setVgrow(nothing, Priority.ALWAYS);
        getChildren().setAll(nothing);
    }

    private HBox head() {
        var tile = new StackPane(icon);
        tile.getStyleClass().addAll("action-tile", "chosen");
        title.getStyleClass().add("card-title");
        purpose.getStyleClass().add("second-line");
        purpose.setWrapText(true);
        purpose.setMinHeight(USE_PREF_SIZE);
        title.setMinWidth(0);
        CutText.tell(title);
        var names = new VBox(2, title, purpose);
        HBox.setHgrow(names, Priority.ALWAYS);
        var line = new HBox(
                12,
                tile,
                names,
                new HBox(
                        button(Feather.COPY, "inspector.duplicate", new InspectorEdit.Duplicate()),
                        button(Feather.TRASH_2, "inspector.delete", new InspectorEdit.Delete())));
        line.getStyleClass().add("inspector-head");
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }

    private Button button(Feather feather, String key, InspectorEdit edit) {
        var button = new Button();
        button.setGraphic(new FontIcon(feather));
        button.getStyleClass().addAll("flat", "icon-button");
        button.setAccessibleText(sources.texts().get(key));
        button.setTooltip(new Tooltip(sources.texts().get(key)));
        button.setOnAction(_ -> edits.accept(edit));
        return button;
    }

    /**
     * @param action null for none
     * @param graph of the whole flow, with the action in it
     * @param problemsOfIt those whose place is this action
     */
    void show(@Nullable Action action, FlowGraph graph, int index, List<Problem> problemsOfIt) {
        if (action == null) {
            form = null;
            options = null;
            getChildren().setAll(nothing);
            return;
        }
        var type = ActionType.of(action.type());
        var wanted = new Form(
                action.type(),
                action.id(),
                index,
                graph.link(index, FlowGraph.Port.NEXT).isPresent(),
                ActionOptions.kept(type, action.options()));
        var shown = options;
        if (shown == null || !wanted.equals(form)) {
            form = wanted;
            shown = new ActionOptions(sources, action, graph, index, edits);
            options = shown;
            fillHead(action);
            scroll.setContent(shown);
            scroll.setVvalue(0);
            getChildren().setAll(head, scroll);
        }
        shown.show(action, graph, index, problemsOfIt);
    }

    private void fillHead(Action action) {
        var type = ActionType.of(action.type());
        icon.setIconLiteral(type.map(ActionType::icon).orElse("fth-box"));
        title.setText(action.type());
        purpose.setText(type.map(words::purpose).orElseGet(() -> sources.texts().get("inspector.unknown")));
    }

    /** Puts the focus into the first field. */
    void focusForm() {
        if (options != null) {
            FocusOrder.firstIn(options).ifPresent(Node::requestFocus);
        }
    }
}
