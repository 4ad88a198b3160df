package dev.outpace.ui.flow;

import dev.outpace.flow.ActionType;
import dev.outpace.flow.FlowCheck;
import dev.outpace.flow.FlowGraph;
import dev.outpace.flow.FlowGraph.Port;
import dev.outpace.flow.OptionSpec;
import dev.outpace.model.Action;
import dev.outpace.model.Json;
import dev.outpace.model.Problem;
import dev.outpace.ui.controls.FormField;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.Looks;
import dev.outpace.workspace.ProblemWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The form of one action: a row for each option of the catalogue, what is kept besides, and where it goes on. It lives as
 * long as the action keeps its type and its place.
 */
final class ActionOptions extends VBox implements OptionForm {
    private final FormSources sources;
    private final ActionWords words;
    private final ConditionWords conditions;
    private final Consumer<InspectorEdit> edits;
    private final ProblemWords problemWords = new ProblemWords();
    private final Optional<ActionType> type;
    private final List<OptionRow> rows = new ArrayList<>();
    private final VBox problems = new VBox(6);
    private final Label sentence = new Label();
    private final @Nullable TargetPicker next;
    private Action action;

    ActionOptions(FormSources sources, Action action, FlowGraph graph, int index, Consumer<InspectorEdit> edits) {
        super(16);
        this.sources = sources;
        this.action = action;
        this.edits = edits;
        words = new ActionWords(sources.texts());
        conditions = new ConditionWords(sources.texts(), words);
        type = ActionType.of(action.type());
        getStyleClass().add("action-options");
        problems.managedProperty().bind(problems.visibleProperty());
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.getStyleClass().add("condition-sentence");
        sentence.managedProperty().bind(sentence.textProperty().isNotEmpty());
        sentence.visibleProperty().bind(sentence.managedProperty());
        next = graph.link(index, Port.NEXT).isPresent() ? nextPicker() : null;
        fill();
    }

    private void fill() {
        getChildren().addAll(problems, sentence);
        type.ifPresent(known -> known.options().stream()
                .filter(spec -> fits(spec, action.options()))
                .forEach(spec -> {
                    var row = new OptionRow(
                            OptionEditors.of(this, spec, words.option(known, spec)), words.hint(known, spec));
                    rows.add(row);
                    getChildren().add(row);
                }));
        if (type.isEmpty() && !action.options().isEmpty()) {
            getChildren().add(whole());
        } else {
            kept(type, action.options())
                    .forEach((name, value) ->
                            getChildren().add(new KeptRow(sources, name, label(name), value, () -> remove(name))));
        }
        var picker = next;
        if (picker != null) {
            getChildren().add(field(words.nextLabel(type), picker));
        }
    }

    private FormField whole() {
        var field = field(sources.texts().get("actions.options"), KeptRow.readOnly(sources, action.options()));
        field.setHint(sources.texts().get("inspector.kept"));
        return field;
    }

    private static FormField field(String label, Node content) {
        var field = new FormField();
        field.setLabel(label);
        field.setContent(content);
        return field;
    }

    private TargetPicker nextPicker() {
        return new TargetPicker(
                sources.texts(),
                words,
                Port.NEXT,
                words.nextLabel(type),
                to -> edits.accept(new InspectorEdit.Connect(Port.NEXT, to)));
    }

    /** What stays as it is: options that the catalogue doesn't name, or expects another JSON type of. */
    static Map<String, Json> kept(Optional<ActionType> type, Json.Obj options) {
        var kept = options;
        for (var spec : type.map(ActionType::options).orElse(List.of())) {
            if (fits(spec, options)) {
                kept = kept.without(spec.name());
            }
        }
        return kept.fields();
    }

    private static boolean fits(OptionSpec spec, Json.Obj options) {
        var value = options.get(spec.name());
        return value == null || spec.kind().shape().fits(value);
    }

    private String label(String name) {
        return type.flatMap(known -> known.spec(name).map(spec -> words.option(known, spec)))
                .orElse(name);
    }

    private void remove(String name) {
        action = action.withOption(action.options().without(name));
        edits.accept(new InspectorEdit.Option(action, name));
    }

    void show(Action newAction, FlowGraph graph, int index, List<Problem> found) {
        action = newAction;
        for (var row : rows) {
            row.editor().showFlow(graph, index);
            var value = action.options().get(row.editor().spec.name());
            row.editor().show(value instanceof Json.Null ? null : value);
            row.showProblems(found);
        }
        if (next != null) {
            next.show(graph, index);
        }
        showProblems(found);
        tell();
    }

    /** Those of the action as a whole, and of options that have no row. */
    private void showProblems(List<Problem> found) {
        var others = found.stream()
                .filter(problem ->
                        rows.stream().noneMatch(row -> row.editor().spec.name().equals(FlowCheck.optionOf(problem))))
                .map(this::problemLine)
                .toList();
        problems.getChildren().setAll(others);
        problems.setVisible(!others.isEmpty());
    }

    private IconWord problemLine(Problem problem) {
        var line = new IconWord(Looks.of(problem.severity()), problemWords.sentence(problem));
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        return line;
    }

    private void tell() {
        sentence.setText(conditions.sentence(action));
        var compared = "value_" + action.options().text("value_type", "");
        for (var row : rows) {
            var name = row.editor().spec.name();
            boolean other = type.equals(Optional.of(ActionType.CONDITION_VARIABLE))
                    && name.startsWith("value_")
                    && !name.equals("value_type")
                    && !name.equals(compared)
                    && action.options().get(name) == null;
            row.setVisible(!other);
        }
    }

    @Override
    public FormSources sources() {
        return sources;
    }

    @Override
    public ActionWords words() {
        return words;
    }

    @Override
    public Action action() {
        return action;
    }

    @Override
    public void put(OptionSpec spec, @Nullable Json value) {
        var options = action.options();
        action = action.withOption(value == null ? options.without(spec.name()) : options.with(spec.name(), value));
        tell();
        edits.accept(new InspectorEdit.Option(action, spec.name()));
    }

    @Override
    public void emit(InspectorEdit edit) {
        if (edit instanceof InspectorEdit.Branches(var changed)) {
            action = changed;
        }
        edits.accept(edit);
    }
}
