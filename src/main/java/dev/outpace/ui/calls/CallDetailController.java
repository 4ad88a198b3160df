package dev.outpace.ui.calls;

import dev.outpace.model.CallStep;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.CampaignType;
import dev.outpace.model.ListenMode;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.forms.ListenOrders;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.texts.PhoneNumbers;
import dev.outpace.ui.texts.Texts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** One call: how it stands, its facts, and what happened in it, moment by moment. */
final class CallDetailController {

    /** What the pane leads to. */
    record Orders(
            Consumer<CampaignCall> hangUp,
            ListenOrders listen,
            Consumer<UUID> openCampaign,
            Consumer<CampaignCall> neverCall) {}

    private final Texts texts;
    private final CallSource source;
    private final LiveWorkspace live;
    private final Tasks tasks;
    private final CallWords words;
    private final Orders orders;
    private final RecordingList.Parts sounds;
    private @Nullable RecordingList recorded;
    private final ReadOnlyObjectWrapper<@Nullable CallLine> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    private final ExplanationLines explanations;
    private List<CallStep> steps = List.of();
    private Subscription following = Subscription.EMPTY;

    @FXML
    private Label name;

    @FXML
    private IconWord status;

    @FXML
    private Label explanation;

    @FXML
    private Button openButton;

    @FXML
    private Button listenButton;

    @FXML
    private Button hangUpButton;

    @FXML
    private Button neverCallButton;

    @FXML
    private VBox facts;

    @FXML
    private VBox timeline;

    @FXML
    private Label noSteps;

    @FXML
    private VBox recordingSection;

    @FXML
    private VBox recordings;

    @FXML
    private Button explainButton;

    @FXML
    private VBox whySection;

    @FXML
    private VBox why;

    CallDetailController(
            Texts texts,
            CallSource source,
            LiveWorkspace live,
            Tasks tasks,
            CallWords words,
            Orders orders,
            RecordingList.Parts sounds) {
        this.texts = texts;
        this.source = source;
        this.live = live;
        this.tasks = tasks;
        this.words = words;
        this.explanations = new ExplanationLines(texts, words);
        this.orders = orders;
        this.sounds = sounds;
    }

    @FXML
    void initialize() {
        status.getStyleClass().add("small");
        whySection.managedProperty().bind(whySection.visibleProperty());
        noSteps.managedProperty().bind(noSteps.visibleProperty());
        listenButton.managedProperty().bind(listenButton.visibleProperty());
        recorded = new RecordingList(sounds, source, recordingSection, recordings);
        hangUpButton.managedProperty().bind(hangUpButton.visibleProperty());
        neverCallButton.managedProperty().bind(neverCallButton.visibleProperty());
    }

    ReadOnlyObjectProperty<@Nullable CallLine> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    @Nullable
    CallLine getShown() {
        return shown.get();
    }

    void show(CallLine line) {
        following.unsubscribe();
        steps = List.of();
        drawSteps();
        explainButton.setDisable(false);
        whySection.setVisible(false);
        shown.set(line);
        if (recorded != null) {
            recorded.show(line.id());
        }
        following = line.callProperty().subscribe(this::draw);
    }

    @FXML
    void close() {
        following.unsubscribe();
        silence();
        shown.set(null);
    }

    /** Ends what is played. */
    void silence() {
        if (recorded != null) {
            recorded.end();
        }
    }

    @FXML
    void listen() {
        var line = shown.get();
        if (line != null) {
            orders.listen().listen(line.call(), ListenMode.LISTEN);
        }
    }

    @FXML
    void hangUp() {
        var line = shown.get();
        if (line != null) {
            orders.hangUp().accept(line.call());
        }
    }

    @FXML
    void neverCall() {
        var line = shown.get();
        if (line != null) {
            orders.neverCall().accept(line.call());
        }
    }

    /** The journal is read from the opening of its day on, so it can take a while; another call may be shown then. */
    @FXML
    void explain() {
        var line = shown.get();
        if (line == null) {
            return;
        }
        explainButton.setDisable(true);
        whySection.setVisible(true);
        why.getChildren().setAll(explanations.reading());
        tasks.start(
                _ -> source.explain(line.id()),
                found -> {
                    if (line.equals(shown.get())) {
                        explainButton.setDisable(false);
                        why.getChildren().setAll(explanations.of(found));
                    }
                },
                _ -> {
                    if (line.equals(shown.get())) {
                        explainButton.setDisable(false);
                        whySection.setVisible(false);
                    }
                });
    }

    @FXML
    void openCampaign() {
        var line = shown.get();
        if (line != null) {
            orders.openCampaign().accept(line.call().campaignId());
        }
    }

    /** Durations go on, and what happened meanwhile is read. */
    void tick(Instant moment) {
        var line = shown.get();
        if (line != null && line.inProgress()) {
            drawFacts(line.call(), moment);
            readSteps(line);
            if (recorded != null) {
                recorded.read();
            }
        }
    }

    private void draw(CampaignCall call) {
        name.setText(call.targetName().isBlank() ? texts.get("calls.noName") : call.targetName());
        status.show(words.look(call), words.status(call));
        explanation.setText(words.explained(call));
        explanation.setManaged(call.cause() != null);
        openButton.setDisable(live.campaign(call.campaignId()) == null);
        var line = shown.get();
        listenButton.setVisible(
                line != null && line.inProgress() && orders.listen().canHear(call));
        hangUpButton.setVisible(line != null && line.inProgress() && call.referenceType() == CampaignType.CALL);
        neverCallButton.setVisible(call.referenceType() == CampaignType.CALL && call.destination() != null);
        drawFacts(call, live.now());
        if (line != null) {
            readSteps(line);
        }
    }

    private void drawFacts(CampaignCall call, Instant now) {
        facts.getChildren().clear();
        fact("calls.campaign", words.campaign(call.campaignId()));
        fact("calls.number", words.number(call));
        fact("calls.destination", words.tries(call));
        fact("calls.callerId", orDash(PhoneNumbers.show(call.source())));
        fact("calls.placed", texts.dateTime(call.createdAt()));
        fact("calls.ring", words.ring(call, now));
        fact("calls.menu", words.menu(call, now));
        fact("calls.wait", words.wait(call, now));
        fact("calls.talk", words.talk(call, now));
        fact("calls.agent", words.agent(call.agentId()));
        fact("calls.queue", words.queue(call.queueId()));
        fact("calls.list", list(call));
        fact("calls.outplan", outplan(call));
    }

    private String list(CampaignCall call) {
        var row = live.outdial(call.outdialId());
        return row == null ? texts.get("calls.gone") : row.outdial().name();
    }

    private String outplan(CampaignCall call) {
        var row = live.outplan(call.outplanId());
        return row == null ? Texts.NOT_APPLICABLE : row.outplan().name();
    }

    private static String orDash(String words) {
        return words.isEmpty() ? Texts.NOT_APPLICABLE : words;
    }

    private void fact(String key, String value) {
        facts.getChildren().add(new FactLine(texts.get(key), value));
    }

    private void readSteps(CallLine line) {
        tasks.onFx(source.steps(line.id()), found -> {
            if (line.equals(shown.get()) && !found.equals(steps)) {
                steps = found;
                drawSteps();
            }
        });
    }

    private void drawSteps() {
        noSteps.setVisible(steps.isEmpty());
        timeline.getChildren().clear();
        for (var step : steps) {
            timeline.getChildren()
                    .add(new StepRow(
                            texts.time(step.at()),
                            "+" + words.lasting(steps.getFirst().at(), step.at()),
                            words.look(step),
                            words.title(step),
                            words.detail(step)));
        }
    }
}
