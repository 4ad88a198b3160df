package dev.outpace.ui.agents;

import dev.outpace.model.ExchangeQueue;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Problem;
import dev.outpace.model.Queue;
import dev.outpace.model.QueueService;
import dev.outpace.model.Shown;
import dev.outpace.model.Stamps;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.FormField;
import dev.outpace.ui.forms.FormDialog;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.shell.Views;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Resources;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;

/** The form of one queue, made for one use. */
@SuppressWarnings("NullAway.Init") // The loader sets the fields of the FXML.
final class QueueFormController {

    private static final String SECONDS = "[0-9]{1,7}([.,][0-9]{1,3})?";
    private static final int MILLIS = 3;

    private final Texts texts;
    private final Resources resources;
    private final Tasks tasks;
    private final DialogLayer dialogs;

    @FXML
    private FormField nameField;

    @FXML
    private TextField name;

    @FXML
    private TextField detail;

    @FXML
    private FormField waitField;

    @FXML
    private TextField wait;

    @FXML
    private FormField serviceField;

    @FXML
    private TextField service;

    @FXML
    private FormField wrapUpField;

    @FXML
    private TextField wrapUp;

    @FXML
    private FormField ringTimeField;

    @FXML
    private TextField ringTime;

    @FXML
    private CheckBox agentsStay;

    @FXML
    private FormField exchangeQueueField;

    @FXML
    private TextField exchangeQueue;

    QueueFormController(Texts texts, Resources resources, Tasks tasks, DialogLayer dialogs) {
        this.texts = texts;
        this.resources = resources;
        this.tasks = tasks;
        this.dialogs = dialogs;
    }

    @FXML
    void initialize() {
        name.textProperty().subscribe(text -> nameField.setError(""));
        wait.textProperty().subscribe(text -> waitField.setError(""));
        service.textProperty().subscribe(text -> serviceField.setError(""));
        wrapUp.textProperty().subscribe(text -> wrapUpField.setError(""));
        ringTime.textProperty().subscribe(text -> ringTimeField.setError(""));
        exchangeQueue.textProperty().subscribe(text -> exchangeQueueField.setError(""));
        agentsStay.selectedProperty().subscribe(_ -> exchangeQueueField.setError(""));
    }

    /** With a tag of its own, so that it begins without agents: a queue without tags is served by everyone. */
    void openNew(Consumer<UUID> saved) {
        var draft = new Queue(
                UUID.randomUUID(),
                "",
                "",
                "random",
                List.of(UUID.randomUUID()),
                Ids.NIL,
                0,
                0,
                Stamps.NONE,
                Json.Obj.EMPTY);
        open(draft, saved);
    }

    /** @param saved gets the id once it is stored */
    void open(Queue queue, Consumer<UUID> saved) {
        boolean isNew = queue.stamps().create() == null;
        var content = load(queue);
        var title = isNew ? texts.get("agents.queue.new") : texts.get("agents.queue.edit", queue.name());
        var form = new FormDialog(texts, tasks, dialogs, title, content);
        if (isNew) {
            form.setSaveText(texts.get("agents.queue.add"));
        }
        form.setFields(Map.of(
                "name",
                nameField,
                "wait_timeout",
                waitField,
                "service_timeout",
                serviceField,
                "wrap_up",
                wrapUpField,
                "ring_time",
                ringTimeField,
                "asterisk_queue",
                exchangeQueueField));
        var before = typed();
        form.setChanged(() -> !before.equals(typed()));
        form.setOnSave(() -> save(form, queue, saved));
        form.open(name);
    }

    private List<String> typed() {
        return Stream.concat(
                        Stream.of(name, detail, wait, service, wrapUp, ringTime, exchangeQueue)
                                .map(TextField::getText),
                        Stream.of(Boolean.toString(agentsStay.isSelected())))
                .toList();
    }

    /** The fields, filled from the queue. */
    Parent load(Queue queue) {
        var content = new Views(texts).load(this);
        name.setText(queue.name());
        detail.setText(queue.detail());
        wait.setText(seconds(queue.waitTimeout()));
        service.setText(seconds(queue.serviceTimeout()));
        wrapUp.setText(seconds(queue.service().wrapUp()));
        ringTime.setText(seconds(queue.service().ringTime()));
        agentsStay.setSelected(queue.service().agentsStay());
        var ofExchange = queue.exchangeQueue();
        exchangeQueue.setText(ofExchange == null ? "" : ofExchange.name());
        return content;
    }

    private static String seconds(long millis) {
        return BigDecimal.valueOf(millis, MILLIS).stripTrailingZeros().toPlainString();
    }

    private static OptionalLong millis(TextField field) {
        var text = field.getText().strip();
        return text.matches(SECONDS)
                ? OptionalLong.of(new BigDecimal(text.replace(',', '.'))
                        .movePointRight(MILLIS)
                        .longValueExact())
                : OptionalLong.empty();
    }

    private void time(OptionalLong typed, FormField field, List<FormField> wrong) {
        if (typed.isEmpty()) {
            field.setError(texts.get("form.notATime"));
            wrong.add(field);
        }
    }

    private void save(FormDialog form, Queue queue, Consumer<UUID> saved) {
        var waits = millis(wait);
        var serves = millis(service);
        var wrapsUp = millis(wrapUp);
        var rings = millis(ringTime);
        var wrong = new ArrayList<FormField>();
        time(waits, waitField, wrong);
        time(serves, serviceField, wrong);
        time(wrapsUp, wrapUpField, wrong);
        time(rings, ringTimeField, wrong);
        if (!wrong.isEmpty()) {
            wrong.getFirst().focusContent();
            return;
        }
        var written = exchangeQueue.getText().strip();
        var ofExchange = ExchangeQueue.read(written).orElse(null);
        if (!written.isEmpty() && ofExchange == null) {
            form.show(List.of(Problem.error("queue.asterisk_queue", "asterisk_queue", Shown.of(written))));
            return;
        }
        var draft = new Queue(
                queue.id(),
                name.getText().strip(),
                detail.getText().strip(),
                queue.routingMethod(),
                queue.tagIds(),
                queue.waitFlowId(),
                waits.getAsLong(),
                serves.getAsLong(),
                new QueueService(wrapsUp.getAsLong(), rings.getAsLong(), agentsStay.isSelected()),
                ofExchange,
                queue.stamps(),
                queue.unknown());
        var problems = resources.check(draft);
        if (problems.isEmpty()) {
            form.await(resources.save(draft, false), () -> saved.accept(draft.id()));
        } else {
            form.show(problems);
        }
    }
}
