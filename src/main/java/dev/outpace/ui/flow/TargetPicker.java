package dev.outpace.ui.flow;

import dev.outpace.flow.ActionType;
import dev.outpace.flow.FlowGraph;
import dev.outpace.flow.FlowGraph.Link;
import dev.outpace.flow.FlowGraph.Port;
import dev.outpace.flow.FlowGraph.PortKind;
import dev.outpace.ui.controls.CutText;
import dev.outpace.ui.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Where a port leads: one of the flow's cards, or what stands for none. Items are indexes, and only cells that are seen make
 * words of them, so that a large flow costs nothing while somebody types.
 */
final class TargetPicker extends ComboBox<Integer> {
    /** Leads nowhere: no target, or the end of the flow. */
    static final int NOWHERE = -1;

    /** By the order of the list. */
    private static final int IN_ORDER = -2;

    /** By an id that no action has. */
    private static final int DANGLING = -3;

    private final Texts texts;
    private final ActionWords words;
    private final Port port;
    private final TargetCell button = new TargetCell();
    private FlowGraph graph = new FlowGraph(List.of());
    private int from;
    private boolean showing;

    /** @param picked index of a card, or {@link #NOWHERE} */
    TargetPicker(Texts texts, ActionWords words, Port port, String name, IntConsumer picked) {
        this.texts = texts;
        this.words = words;
        this.port = port;
        getStyleClass().add("target-picker");
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
        setPrefWidth(0);
        setVisibleRowCount(12);
        setAccessibleText(name);
        setButtonCell(button);
        setCellFactory(_ -> new TargetCell());
        valueProperty().subscribe((_, now) -> {
            if (!showing && now != null && now != DANGLING) {
                picked.accept(now == IN_ORDER ? inOrder() : now);
            }
        });
    }

    boolean leaves(Port other) {
        return port.equals(other);
    }

    /** The card that follows in the list. */
    private int inOrder() {
        return from + 1 < graph.actions().size() ? from + 1 : NOWHERE;
    }

    void show(FlowGraph newGraph, int index) {
        showing = true;
        graph = newGraph;
        from = index;
        int now = value(newGraph.link(index, port).orElse(null));
        var items = items(now);
        if (!items.equals(getItems())) {
            getItems().setAll(items);
        }
        setValue(now);
        button.write(now);
        showing = false;
    }

    private int value(@Nullable Link link) {
        if (link == null) {
            return NOWHERE;
        }
        return switch (link.way()) {
            case ORDER, END -> IN_ORDER;
            case ID -> link.to();
            case FINISH, UNSET -> NOWHERE;
            case DANGLING -> DANGLING;
        };
    }

    private List<Integer> items(int now) {
        var items = new ArrayList<Integer>(graph.actions().size() + 3);
        if (now == DANGLING) {
            items.add(DANGLING);
        }
        if (port.kind() == PortKind.NEXT) {
            items.add(IN_ORDER);
        }
        // After the last card the list ends anyway.
        if (port.kind() != PortKind.NEXT || inOrder() != NOWHERE || now == NOWHERE) {
            items.add(NOWHERE);
        }
        for (int i = 0; i < graph.actions().size(); i++) {
            items.add(i);
        }
        return items;
    }

    private String text(int item) {
        return switch (item) {
            case DANGLING -> texts.get("inspector.target.dangling");
            case NOWHERE -> texts.get(port.kind() == PortKind.NEXT ? "inspector.target.end" : "inspector.target.none");
            case IN_ORDER ->
                inOrder() == NOWHERE
                        ? texts.get("inspector.target.orderEnd")
                        : texts.get("inspector.target.order", text(inOrder()));
            default ->
                item < graph.actions().size() ? words.card(graph.actions().get(item)) : "";
        };
    }

    private String icon(int item) {
        return switch (item) {
            case DANGLING -> "fth-alert-octagon";
            case NOWHERE -> port.kind() == PortKind.NEXT ? "fth-flag" : "fth-slash";
            default -> {
                int card = item == IN_ORDER ? inOrder() : item;
                yield card < 0 || card >= graph.actions().size()
                        ? "fth-flag"
                        : ActionType.of(graph.actions().get(card).type())
                                .map(ActionType::icon)
                                .orElse("fth-box");
            }
        };
    }

    private final class TargetCell extends ListCell<Integer> {
        private final FontIcon icon = new FontIcon();

        TargetCell() {
            setPrefWidth(0);
            CutText.tell(this);
        }

        @Override
        protected void updateItem(@Nullable Integer item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setText(null);
                setGraphic(null);
            } else {
                write(item);
            }
        }

        void write(int item) {
            icon.setIconLiteral(icon(item));
            setGraphic(icon);
            setText(text(item));
        }
    }
}
