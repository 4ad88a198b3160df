package dev.outpace.ui.agents;

import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.Json;
import dev.outpace.model.Phone;
import dev.outpace.model.Problem;
import dev.outpace.model.Queue;
import dev.outpace.model.Shown;
import dev.outpace.model.Stamps;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.FormField;
import dev.outpace.ui.forms.FormDialog;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.QueueRow;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.shell.Views;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Resources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The form of one agent, made for one use. */
@SuppressWarnings("NullAway.Init") // The loader sets the fields of the FXML.
final class AgentFormController {

    /** The published bit of someone who takes calls and no more. */
    private static final long TAKES_CALLS = 16;

    private final Texts texts;
    private final Resources resources;
    private final LiveWorkspace live;
    private final Tasks tasks;
    private final DialogLayer dialogs;
    private final Map<Queue, CheckBox> queueChecks = new LinkedHashMap<>();

    @FXML
    private FormField nameField;

    @FXML
    private TextField name;

    @FXML
    private FormField usernameField;

    @FXML
    private TextField username;

    @FXML
    private TextField detail;

    @FXML
    private FormField phoneField;

    @FXML
    private TextField phone;

    @FXML
    private VBox queues;

    @FXML
    private Label noQueues;

    AgentFormController(Texts texts, Resources resources, LiveWorkspace live, Tasks tasks, DialogLayer dialogs) {
        this.texts = texts;
        this.resources = resources;
        this.live = live;
        this.tasks = tasks;
        this.dialogs = dialogs;
    }

    @FXML
    void initialize() {
        name.textProperty().subscribe(text -> nameField.setError(""));
        username.textProperty().subscribe(text -> usernameField.setError(""));
        phone.textProperty().subscribe(text -> phoneField.setError(""));
    }

    /** @param queue that a new agent is meant for; null for none */
    void openNew(@Nullable Queue queue) {
        var draft = new Agent(
                UUID.randomUUID(),
                "",
                "",
                "",
                "ringall",
                AgentStatus.OFFLINE,
                TAKES_CALLS,
                List.of(),
                List.of(),
                Stamps.NONE,
                Json.Obj.EMPTY);
        open(draft, queue);
    }

    void open(Agent agent) {
        open(agent, null);
    }

    private void open(Agent agent, @Nullable Queue chosen) {
        boolean isNew = agent.stamps().create() == null;
        var content = load(agent, chosen);
        var title = isNew ? texts.get("agents.form.new") : texts.get("agents.form.edit", agent.name());
        var form = new FormDialog(texts, tasks, dialogs, title, content);
        if (isNew) {
            form.setSaveText(texts.get("agents.add"));
        }
        form.setFields(Map.of("name", nameField, "username", usernameField, "phone", phoneField));
        var before = edited(agent);
        var phoneBefore = phone.getText();
        form.setChanged(() -> !before.equals(edited(agent)) || !phoneBefore.equals(phone.getText()));
        form.setOnSave(() -> save(form, agent));
        form.open(name);
    }

    /** The fields, filled from the agent. */
    Parent load(Agent agent, @Nullable Queue chosen) {
        var content = new Views(texts).load(this);
        name.setText(agent.name());
        username.setText(agent.username());
        detail.setText(agent.detail());
        var rung = agent.phone();
        phone.setText(rung == null ? "" : rung.dialString());
        live.queues().stream().map(QueueRow::queue).forEach(queue -> addCheck(queue, agent, queue.equals(chosen)));
        noQueues.setVisible(queueChecks.isEmpty());
        noQueues.setManaged(queueChecks.isEmpty());
        return content;
    }

    private void addCheck(Queue queue, Agent agent, boolean chosen) {
        boolean ofEveryone = queue.tagIds().isEmpty();
        var check = new CheckBox(ofEveryone ? texts.get("agents.form.everyone", queue.name()) : queue.name());
        check.setSelected(chosen || queue.serves(agent));
        check.setDisable(ofEveryone);
        check.setWrapText(true);
        queueChecks.put(queue, check);
        queues.getChildren().add(check);
    }

    private Agent edited(Agent agent) {
        return new Agent(
                agent.id(),
                username.getText().strip(),
                name.getText().strip(),
                detail.getText().strip(),
                agent.ringMethod(),
                agent.status(),
                agent.awayReason(),
                agent.permission(),
                QueueTags.assigned(agent, wanted(), queueChecks.keySet()),
                agent.addresses(),
                Phone.read(phone.getText().strip()).orElse(null),
                agent.stamps(),
                agent.unknown());
    }

    private Set<Queue> wanted() {
        var wanted = new LinkedHashSet<Queue>();
        queueChecks.forEach((queue, check) -> {
            if (check.isSelected()) {
                wanted.add(queue);
            }
        });
        return wanted;
    }

    private void save(FormDialog form, Agent agent) {
        // The state may have been changed while the form was open; it is not a field of it.
        var row = live.agent(agent.id());
        var draft = row == null
                ? edited(agent)
                : edited(agent).withStatus(row.agent().status(), row.agent().awayReason());
        var problems = new ArrayList<>(resources.check(draft));
        var written = phone.getText().strip();
        if (!written.isEmpty() && draft.phone() == null) {
            problems.add(Problem.error("agent.phone", "phone", Shown.of(written)));
        }
        if (problems.isEmpty()) {
            form.await(resources.save(draft, false), () -> {});
        } else {
            form.show(problems);
        }
    }
}
