package dev.outpace.ui.campaigns;

import dev.outpace.model.Action;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndHandle;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Stamps;
import dev.outpace.ui.controls.FormField;
import dev.outpace.ui.controls.SegmentedControl;
import dev.outpace.ui.controls.SegmentedControl.Segment;
import dev.outpace.ui.controls.Stepper;
import dev.outpace.ui.forms.FormDialog;
import dev.outpace.ui.forms.LowLevel;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.OutdialRow;
import dev.outpace.ui.live.OutplanRow;
import dev.outpace.ui.live.QueueRow;
import dev.outpace.ui.shell.Views;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The form of a new campaign: a name is all that it needs, the rest is proposed and can be changed later. */
final class NewCampaignController {
    private static final int LEVEL = 100;

    private final CampaignsScreen.Parts parts;
    private final UUID id = UUID.randomUUID();

    @FXML
    private FormField nameField;

    @FXML
    private TextField name;

    @FXML
    private TextField detail;

    @FXML
    private SegmentedControl<CampaignType> type;

    @FXML
    private FormField listField;

    @FXML
    private ComboBox<NamedChoice> list;

    @FXML
    private FormField outplanField;

    @FXML
    private ComboBox<NamedChoice> outplan;

    @FXML
    private VBox callOnly;

    @FXML
    private FormField queueField;

    @FXML
    private ComboBox<NamedChoice> queue;

    @FXML
    private FormField levelField;

    @FXML
    private Stepper level;

    @FXML
    private TextArea words;

    NewCampaignController(CampaignsScreen.Parts parts) {
        this.parts = parts;
    }

    @FXML
    void initialize() {
        var texts = parts.texts();
        var live = parts.live();
        type.setSegments(List.of(
                new Segment<>(CampaignType.CALL, texts.get("campaign.type.call")),
                new Segment<>(CampaignType.FLOW, texts.get("campaign.type.flow"))));
        var none = texts.get("campaigns.none");
        var used = live.campaigns().stream()
                .map(CampaignRow::campaign)
                .map(Campaign::outdialId)
                .collect(Collectors.toSet());
        fill(list, NamedChoice.of(none, live.outdials().stream().map(OutdialRow::outdial)));
        chooseOnly(list, choice -> !used.contains(choice.id()));
        fill(outplan, NamedChoice.of(none, live.outplans().stream().map(OutplanRow::outplan)));
        chooseOnly(outplan, choice -> true);
        fill(queue, NamedChoice.of(none, live.queues().stream().map(QueueRow::queue)));
        chooseOnly(queue, choice -> true);
        level.setMinimum(1);
        level.setMaximum(Campaign.MAX_SERVICE_LEVEL);
        level.setValue(LEVEL);
        words.setText(texts.get("campaigns.new.words"));
        type.valueProperty().subscribe(value -> show(callOnly, value == CampaignType.CALL));
        queue.valueProperty().subscribe(choice -> show(levelField, choice != null && !Ids.isNil(choice.id())));
        name.textProperty().subscribe(text -> nameField.setError(""));
        hint(listField, live.outdials().isEmpty(), "campaigns.new.noList");
        hint(outplanField, live.outplans().isEmpty(), "campaigns.new.noOutplan");
        hint(queueField, live.queues().isEmpty(), "campaigns.new.noQueue");
    }

    private static void fill(ComboBox<NamedChoice> picker, List<NamedChoice> choices) {
        picker.getItems().setAll(choices);
        picker.getSelectionModel().selectFirst();
    }

    /** Where only one comes into question, it is it. */
    private static void chooseOnly(ComboBox<NamedChoice> picker, Predicate<NamedChoice> fits) {
        var fitting = picker.getItems().stream()
                .filter(choice -> !Ids.isNil(choice.id()) && fits.test(choice))
                .toList();
        if (fitting.size() == 1) {
            picker.getSelectionModel().select(fitting.getFirst());
        }
    }

    private void hint(FormField field, boolean none, String key) {
        if (none) {
            field.setHint(parts.texts().get(key));
        }
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    /** @param made gets the id of the campaign once it is stored */
    void open(Consumer<UUID> made) {
        var texts = parts.texts();
        var content = load();
        var form = new FormDialog(texts, parts.tasks(), parts.dialogs(), texts.get("campaigns.new"), content);
        form.setSaveText(texts.get("campaigns.new.add"));
        form.setFields(Map.of(
                "name", nameField,
                "outdial_id", listField,
                "outplan_id", outplanField,
                "queue_id", queueField,
                "service_level", levelField));
        var untouched = draft();
        form.setChanged(() -> !untouched.equals(draft()));
        form.setOnSave(() -> save(form, made));
        form.open(name);
    }

    Parent load() {
        return new Views(parts.texts()).load(this);
    }

    private void save(FormDialog form, Consumer<UUID> made) {
        var draft = draft();
        var problems = parts.workspace().campaigns().check(draft);
        if (problems.isEmpty()) {
            new LowLevel(parts.texts(), parts.dialogs(), parts.tasks())
                    .ask(
                            LEVEL,
                            draft.hasQueue() ? draft.serviceLevel() : LEVEL,
                            () -> form.await(parts.workspace().campaigns().create(draft), () -> made.accept(id)));
        } else {
            form.show(problems);
        }
    }

    private Campaign draft() {
        var chosenType = Objects.requireNonNullElse(type.getValue(), CampaignType.CALL);
        boolean call = chosenType == CampaignType.CALL;
        return new Campaign(
                id,
                chosenType,
                name.getText().strip(),
                detail.getText().strip(),
                CampaignStatus.STOP,
                level.getValue(),
                EndHandle.STOP,
                call ? conversation() : List.of(action("stop", Json.Obj.EMPTY)),
                chosen(outplan),
                chosen(list),
                call ? chosen(queue) : Ids.NIL,
                Ids.NIL,
                CampaignOptions.DEFAULT,
                Stamps.NONE,
                Json.Obj.EMPTY);
    }

    private static UUID chosen(ComboBox<NamedChoice> picker) {
        var choice = picker.getValue();
        return choice == null ? Ids.NIL : choice.id();
    }

    private List<Action> conversation() {
        var said = words.getText().strip();
        var answer = action("answer", Json.Obj.EMPTY);
        return said.isEmpty()
                ? List.of(answer)
                : List.of(
                        answer,
                        action(
                                "talk",
                                Json.Obj.EMPTY
                                        .with("text", new Json.Text(said))
                                        .with("language", new Json.Text("en-US"))));
    }

    /** Its id is assigned with the first edit, as in files. */
    private static Action action(String type, Json.Obj option) {
        return new Action(Ids.NIL, Ids.NIL, type, option, Json.Obj.EMPTY);
    }
}
