package dev.outpace.ui.agents;

import dev.outpace.model.CampaignCall;
import dev.outpace.ui.controls.CutText;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.Look;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.forms.ListenOrders;
import dev.outpace.ui.live.AgentRow;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.shell.Shortcut;
import dev.outpace.ui.texts.PhoneNumbers;
import dev.outpace.ui.texts.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The pane of the agent who is selected: how they stand, their call, and what a supervisor can do about both. */
@SuppressWarnings("NullAway.Init") // The loader sets the fields of the FXML.
final class AgentPaneController {
    private final Texts texts;
    private final LiveWorkspace live;
    private final AgentWords words;
    private final AgentOrderMenu orders;
    private final ListenOrders listen;
    private final Runnable close;
    private @Nullable AgentRow row;
    private @Nullable CampaignCall call;

    @FXML
    private VBox pane;

    @FXML
    private Label name;

    @FXML
    private IconWord state;

    @FXML
    private Label time;

    @FXML
    private Label reason;

    @FXML
    private VBox callBox;

    @FXML
    private Label target;

    @FXML
    private Label number;

    @FXML
    private Label callFacts;

    @FXML
    private Button listenButton;

    @FXML
    private Button whisperButton;

    @FXML
    private Button bargeButton;

    @FXML
    private IconWord listenNote;

    @FXML
    private MenuButton stateButton;

    @FXML
    private Button endButton;

    /** @param close asked for by its button */
    AgentPaneController(
            Texts texts,
            LiveWorkspace live,
            AgentWords words,
            AgentOrderMenu orders,
            ListenOrders listen,
            Runnable close) {
        this.texts = texts;
        this.live = live;
        this.words = words;
        this.orders = orders;
        this.listen = listen;
        this.close = close;
    }

    @FXML
    void initialize() {
        CutText.tell(name);
        CutText.tell(target);
        keys(listenButton, Shortcut.LISTEN);
        keys(whisperButton, Shortcut.WHISPER);
        keys(bargeButton, Shortcut.BARGE);
        stateButton.setOnShowing(_ -> {
            if (row != null) {
                stateButton.getItems().setAll(orders.states(row));
            }
        });
        // A menu button without items does not open.
        stateButton.getItems().setAll(new javafx.scene.control.MenuItem());
    }

    private void keys(Button button, Shortcut shortcut) {
        button.setTooltip(new Tooltip(texts.get(shortcut.textKey()) + "   " + shortcut.label()));
    }

    Node node() {
        return pane;
    }

    void show(AgentRow shown, Instant now) {
        row = shown;
        name.setText(shown.agent().name());
        pane.setAccessibleText(shown.agent().name());
        state.show(words.look(shown), words.state(shown));
        reason.setText(words.reason(shown, now));
        call = orders.call(shown).orElse(null);
        put(callBox, call != null);
        put(endButton, call != null);
        if (call != null) {
            showCall(call);
        }
        tick(now);
    }

    private void showCall(CampaignCall of) {
        target.setText(of.targetName());
        number.setText(PhoneNumbers.show(of.destination()));
        var campaign = live.campaign(of.campaignId());
        var queued = of.queuedAt();
        var connected = of.connectedAt();
        var facts = texts.get(
                "agents.pane.call", campaign == null ? "" : campaign.campaign().name(), texts.number(of.tryCount()));
        callFacts.setText(
                queued == null || connected == null
                        ? facts
                        : texts.get("agents.pane.waited", facts, texts.stopwatch(Duration.between(queued, connected))));
        boolean linked = live.linkProperty().get().up();
        boolean audible = linked && listen.canHear(of);
        for (var button : new Button[] {listenButton, whisperButton, bargeButton}) {
            button.setDisable(!audible);
        }
        listenNote.show(
                new Look(Tone.NEUTRAL, Symbol.of(Feather.INFO)),
                texts.get(
                        !listen.isPossible()
                                ? "listen.off.telephony"
                                : !linked ? "listen.off.link" : audible ? "listen.off.none" : "listen.off.talk"));
    }

    void tick(Instant now) {
        if (row != null) {
            time.setText(words.time(row, now));
        }
    }

    private static void put(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    /** @return whether it was one of the keys for hearing a call */
    boolean perform(Shortcut shortcut) {
        return listen.perform(shortcut, live.linkProperty().get().up() ? call : null);
    }

    @FXML
    void close() {
        close.run();
    }

    @FXML
    void listen() {
        perform(Shortcut.LISTEN);
    }

    @FXML
    void whisper() {
        perform(Shortcut.WHISPER);
    }

    @FXML
    void barge() {
        perform(Shortcut.BARGE);
    }

    @FXML
    void endCall() {
        if (row != null && call != null) {
            orders.askToEnd(row, Objects.requireNonNull(call));
        }
    }
}
