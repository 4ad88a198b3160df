package dev.outpace.ui.flow;

import dev.outpace.flow.FlowGraph;
import dev.outpace.flow.FlowGraph.Port;
import dev.outpace.flow.OptionSpec;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The values of a branch, each with the card it leads to. */
final class BranchesEditor extends OptionEditor {
    /** More would take the form too long to make; the rest is kept. */
    private static final int MAX_ROWS = 60;

    private static final List<String> USUAL = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "*", "#");

    private final VBox rows = new VBox(6);
    private final VBox box = new VBox(8);
    private List<Row> shown = List.of();
    private FlowGraph graph = new FlowGraph(List.of());
    private int index;

    BranchesEditor(OptionForm form, OptionSpec spec, String name) {
        super(form, spec, name);
        box.setAccessibleText(name);
        var add = new Button(texts().get("inspector.branch.add"));
        add.setGraphic(new FontIcon(Feather.PLUS));
        add.getStyleClass().add("small");
        add.setOnAction(_ -> add());
        box.getChildren().addAll(rows, add);
    }

    @Override
    Region node() {
        return box;
    }

    @Override
    void display(@Nullable Json newValue) {
        var keys = keys();
        if (!keys.equals(shown.stream().map(Row::key).toList())) {
            shown = keys.stream().limit(MAX_ROWS).map(Row::new).toList();
            rows.getChildren().setAll(shown.stream().map(Row::node).toList());
            if (keys.size() > MAX_ROWS) {
                rows.getChildren().add(new Label(texts().get("inspector.more", keys.size() - MAX_ROWS)));
            }
        }
        shown.forEach(Row::showTarget);
        rows.setManaged(!shown.isEmpty());
    }

    private Map<String, Json> targets() {
        return form.action().options().get(spec.name()) instanceof Json.Obj(var fields) ? fields : Map.of();
    }

    private List<String> keys() {
        return List.copyOf(targets().keySet());
    }

    @Override
    void showFlow(FlowGraph newGraph, int newIndex) {
        graph = newGraph;
        index = newIndex;
        shown.forEach(Row::showTarget);
    }

    private void add() {
        var now = new LinkedHashMap<>(targets());
        now.put(fresh(now), new Json.Text(Ids.NIL.toString()));
        change(now);
        if (!shown.isEmpty()) {
            shown.getLast().key.requestFocus();
            shown.getLast().key.selectAll();
        }
    }

    /** The next key of the telephone, or else a word, that is not taken. */
    private String fresh(Map<String, Json> taken) {
        return Stream.concat(
                        USUAL.stream(),
                        IntStream.iterate(1, i -> i + 1).mapToObj(i -> texts().get("inspector.branch.fresh", i)))
                .filter(key -> !taken.containsKey(key))
                .findFirst()
                .orElse("");
    }

    private void rename(Row row, String typed) {
        if (isShowing() || typed.equals(row.taken)) {
            row.tell("");
            return;
        }
        var before = targets();
        if (before.containsKey(typed)) {
            row.tell(texts().get("inspector.branch.twice", typed));
            return;
        }
        row.tell("");
        var now = new LinkedHashMap<String, Json>();
        before.forEach((key, target) -> now.put(key.equals(row.taken) ? typed : key, target));
        row.taken = typed;
        emit(now);
    }

    private void remove(String key) {
        var now = new LinkedHashMap<>(targets());
        now.remove(key);
        change(now);
    }

    private void change(Map<String, Json> now) {
        emit(now);
        refresh();
    }

    private void emit(Map<String, Json> now) {
        var action = form.action();
        form.emit(new InspectorEdit.Branches(action.withOption(action.options().with(spec.name(), new Json.Obj(now)))));
    }

    /** A row for a key. Its picker is made anew with the key, as that names the port. */
    private final class Row {
        private final TextField key;
        private final HBox line = new HBox(6);
        private final Label wrong = new Label();
        private final VBox node = new VBox(4);
        private TargetPicker picker;
        /** The key that the flow has for it, while another is typed that can't be. */
        private String taken;

        Row(String first) {
            taken = first;
            key = new TextField(first);
            key.setAccessibleText(texts().get("inspector.branch.key"));
            key.setPrefWidth(64);
            key.setMinWidth(Region.USE_PREF_SIZE);
            picker = picker();
            var remove = new Button();
            remove.setGraphic(new FontIcon(Feather.X));
            remove.getStyleClass().addAll("flat", "icon-button");
            remove.setAccessibleText(texts().get("inspector.branch.remove", first));
            remove.setOnAction(_ -> remove(taken));
            line.setAlignment(Pos.CENTER_LEFT);
            line.getChildren().addAll(key, picker, remove);
            wrong.getStyleClass().addAll("field-error", "tone-danger");
            wrong.setGraphic(new FontIcon(Feather.ALERT_OCTAGON));
            wrong.setWrapText(true);
            wrong.managedProperty().bind(wrong.textProperty().isNotEmpty());
            wrong.visibleProperty().bind(wrong.managedProperty());
            node.getChildren().addAll(line, wrong);
            key.textProperty().subscribe((_, typed) -> rename(this, typed));
            key.focusedProperty().subscribe(focused -> {
                if (!focused && !key.getText().equals(taken)) {
                    key.setText(taken);
                }
            });
        }

        private TargetPicker picker() {
            var made = new TargetPicker(
                    texts(),
                    form.words(),
                    Port.branch(taken),
                    texts().get("inspector.branch.target", taken),
                    to -> form.emit(new InspectorEdit.Connect(Port.branch(taken), to)));
            HBox.setHgrow(made, Priority.ALWAYS);
            return made;
        }

        String key() {
            return taken;
        }

        VBox node() {
            return node;
        }

        void showTarget() {
            if (!picker.leaves(Port.branch(taken))) {
                picker = picker();
                line.getChildren().set(1, picker);
            }
            picker.show(graph, index);
        }

        void tell(String sentence) {
            wrong.setText(sentence);
        }
    }
}
