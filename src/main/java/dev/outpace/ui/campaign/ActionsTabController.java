package dev.outpace.ui.campaign;

import dev.outpace.flow.ActionType;
import dev.outpace.model.Action;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.JsonText;
import dev.outpace.model.Problem;
import dev.outpace.model.Severity;
import dev.outpace.ui.controls.Card;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.ProblemWords;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a call does once it is answered, in order, with the form of the selected action. */
final class ActionsTabController implements TabContent {
    private static final int LEAST_ROWS = 4;
    private static final int MOST_ROWS = 12;
    private static final double ROW_HEIGHT = 52;
    private static final Pattern PLACE = Pattern.compile("actions\\[([0-9]+)]");

    private final CampaignEdit edit;
    private final Texts texts;
    private final ActionWords words;
    private final ActionForm form;
    private final ProblemWords problemWords = new ProblemWords();
    private Subscription shown = Subscription.EMPTY;
    private List<Problem> shownProblems = List.of();
    private boolean showing;

    @FXML
    private Label was;

    @FXML
    private MenuButton add;

    @FXML
    private Button up;

    @FXML
    private Button down;

    @FXML
    private Button remove;

    @FXML
    private ListView<Action> list;

    @FXML
    private Card formCard;

    @FXML
    private Card problemCard;

    @FXML
    private IconWord elsewhere;

    ActionsTabController(CampaignEdit edit, LiveWorkspace live, JsonText json, Texts texts) {
        this.edit = edit;
        this.texts = texts;
        words = new ActionWords(texts, live);
        form = new ActionForm(texts, live, json, this::replace, () -> edit.setUnreadable(CampaignField.ACTIONS));
    }

    @FXML
    void initialize() {
        Stream.of(ActionType.values())
                .filter(ActionType::runs)
                .sorted()
                .map(this::adding)
                .forEach(add.getItems()::add);
        list.setFixedCellSize(ROW_HEIGHT);
        problemCard.setVisible(false);
        problemCard.setManaged(false);
        list.setCellFactory(_ -> new ActionCell(words, this::hasProblem));
        list.setPlaceholder(placeholder());
        list.getSelectionModel().selectedIndexProperty().subscribe((_, index) -> {
            if (!showing) {
                // What could not be used goes with the form that it was typed into.
                edit.set(CampaignField.ACTIONS, actions());
                showSelected();
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE) {
                remove();
            }
        });
        formCard.getContent().add(form);
        show();
        list.getSelectionModel().selectFirst();
    }

    private MenuItem adding(ActionType type) {
        var item = new MenuItem(
                texts.get("actions.addItem", type.published(), words.purpose(type)),
                new FontIcon(ActionWords.icon(type.published())));
        item.setOnAction(_ -> insert(type));
        return item;
    }

    private Label placeholder() {
        var label = new Label(texts.get("actions.none"));
        label.setWrapText(true);
        return label;
    }

    @Override
    public void onShow() {
        shown = edit.onChange(this::show);
        show();
    }

    @Override
    public void onHide() {
        shown.unsubscribe();
        shown = Subscription.EMPTY;
    }

    ListView<Action> list() {
        return list;
    }

    private List<Action> actions() {
        return edit.get(CampaignField.ACTIONS);
    }

    private int selected() {
        return list.getSelectionModel().getSelectedIndex();
    }

    private void show() {
        var actions = actions();
        if (!actions.equals(list.getItems())) {
            int at = Math.min(selected(), actions.size() - 1);
            showing = true;
            list.getItems().setAll(actions);
            list.getSelectionModel().clearAndSelect(at);
            showing = false;
        }
        list.setPrefHeight(Math.clamp(actions.size(), LEAST_ROWS, MOST_ROWS) * ROW_HEIGHT + 2);
        showProblems();
        boolean changed = edit.isChanged(CampaignField.ACTIONS);
        was.setText(
                changed
                        ? texts.get(
                                "control.was",
                                texts.get(
                                        "actions.count",
                                        edit.saved(CampaignField.ACTIONS).size()))
                        : "");
        elsewhere.setVisible(edit.isChangedElsewhere(CampaignField.ACTIONS));
        elsewhere.setManaged(elsewhere.isVisible());
        elsewhere.show(Looks.of(Severity.WARNING), texts.get("actions.elsewhere"));
        showSelected();
    }

    private void showSelected() {
        int at = selected();
        int count = list.getItems().size();
        up.setDisable(at <= 0);
        down.setDisable(at < 0 || at == count - 1);
        remove.setDisable(at < 0);
        var action = at < 0 ? null : list.getItems().get(at);
        formCard.setTitle(action == null ? texts.get("actions.form") : action.type());
        form.show(action, edit.isUnreadable(CampaignField.ACTIONS));
    }

    private boolean hasProblem(int index) {
        return edit.problemsAt(CampaignField.ACTIONS).stream().anyMatch(problem -> indexOf(problem) == index);
    }

    /** @return -1 for the flow as a whole */
    private static int indexOf(Problem problem) {
        var place = PLACE.matcher(problem.place());
        return place.matches() ? Integer.parseInt(place.group(1)) : -1;
    }

    private void showProblems() {
        var problems = edit.problemsAt(CampaignField.ACTIONS);
        if (problems.equals(shownProblems)) {
            return;
        }
        shownProblems = problems;
        list.refresh();
        problemCard.setVisible(!problems.isEmpty());
        problemCard.setManaged(!problems.isEmpty());
        problemCard.getContent().setAll(problems.stream().map(this::line).toList());
    }

    private HBox line(Problem problem) {
        var sentence = new IconWord();
        sentence.show(Looks.of(problem.severity()), problemWords.sentence(problem));
        sentence.setWrapText(true);
        sentence.setMinHeight(VBox.USE_PREF_SIZE);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        var line = new HBox(sentence);
        line.getStyleClass().add("flow-problem");
        int index = indexOf(problem);
        if (index >= 0) {
            var go = new Hyperlink(texts.get("actions.goTo", index + 1));
            go.setMinWidth(VBox.USE_PREF_SIZE);
            go.setOnAction(_ -> {
                list.getSelectionModel().clearAndSelect(index);
                list.scrollTo(index);
                list.requestFocus();
            });
            line.getChildren().add(go);
        }
        return line;
    }

    private void insert(ActionType type) {
        int at = selected() + 1;
        var option = type.options().isEmpty() ? null : Json.Obj.EMPTY;
        change(actions -> actions.add(at, new Action(Ids.NIL, Ids.NIL, type.published(), option, Json.Obj.EMPTY)), at);
    }

    private void replace(Action action) {
        int at = selected();
        change(actions -> actions.set(at, action), at);
    }

    @FXML
    void remove() {
        int at = selected();
        if (at >= 0) {
            change(actions -> actions.remove(at), Math.min(at, list.getItems().size() - 2));
        }
    }

    @FXML
    void up() {
        move(-1);
    }

    @FXML
    void down() {
        move(1);
    }

    private void move(int by) {
        int at = selected();
        change(actions -> actions.add(at + by, actions.remove(at)), at + by);
    }

    /** @param select what is selected afterwards; -1 for nothing */
    private void change(Consumer<List<Action>> how, int select) {
        var changed = new ArrayList<>(actions());
        how.accept(changed);
        showing = true;
        list.getItems().setAll(changed);
        list.getSelectionModel().clearAndSelect(select);
        showing = false;
        edit.set(CampaignField.ACTIONS, List.copyOf(changed));
        showSelected();
    }
}
