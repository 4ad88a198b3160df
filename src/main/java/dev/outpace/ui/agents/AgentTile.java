package dev.outpace.ui.agents;

import dev.outpace.model.Agent;
import dev.outpace.model.AgentMoment;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.Severity;
import dev.outpace.ui.controls.CutText;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.LastKnown;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.live.AgentRow;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** One agent: name, state, time in it, and what it is about. The stripe has the colour of the state. */
final class AgentTile extends VBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    /** Stripe, paddings, icon and gaps. */
    private static final double BESIDE_WORDS = 50;

    private static final double FONT_SIZE = 13;

    private final AgentWords words;
    private final Label name = new Label();
    private final IconWord state = new IconWord();
    private final Label time = new Label();
    private final Label reason = new Label();
    private final Node warning;
    private @Nullable AgentRow row;
    private @Nullable Agent agent;
    private @Nullable AgentMoment moment;
    private @Nullable AgentStatus status;
    private boolean longAway;
    private boolean unknown;

    /** @param small lower, for where there are many */
    AgentTile(AgentWords words, boolean small) {
        this.words = words;
        getStyleClass().add("agent-tile");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setManaged(false);
        name.getStyleClass().add("agent-name");
        time.getStyleClass().add("agent-time");
        time.setMinWidth(USE_PREF_SIZE);
        reason.getStyleClass().add("agent-reason");
        warning = Looks.of(Severity.WARNING).symbol().draw();
        CutText.tell(name);
        CutText.tell(state);
        CutText.tell(reason);
        if (small) {
            getStyleClass().add("small");
        }
        state.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(state, gap, time);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(name, line, reason);
    }

    /** There is room for the longest state beside most of a day. */
    static double leastWidth(AgentWords words) {
        var font = Font.font("Outpace Sans", FontWeight.MEDIUM, FONT_SIZE);
        double widest =
                words.states().mapToDouble(state -> width(state, font)).max().orElse(0);
        return Math.ceil(BESIDE_WORDS + widest + width("9:59 h", font));
    }

    private static double width(String words, Font font) {
        var text = new Text(words);
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }

    @Nullable
    AgentRow row() {
        return row;
    }

    /** Takes over what changed since; nothing is drawn anew if nothing did. */
    void show(AgentRow newRow, Instant now) {
        boolean same = Objects.equals(row, newRow)
                && Objects.equals(agent, newRow.agent())
                && Objects.equals(moment, newRow.moment())
                && unknown == words.isUnknown(newRow);
        if (!same) {
            row = newRow;
            agent = newRow.agent();
            moment = newRow.moment();
            unknown = words.isUnknown(newRow);
            name.setText(newRow.agent().name());
            showState(newRow);
            showReason(newRow, now);
        }
        tick(now);
    }

    private void showState(AgentRow of) {
        var now = unknown ? null : of.status();
        if (status != now) {
            if (status != null) {
                pseudoClassStateChanged(pseudoClass(status), false);
            }
            if (now != null) {
                pseudoClassStateChanged(pseudoClass(now), true);
            }
            status = now;
        }
        LastKnown.show(this, unknown);
        state.show(words.look(of), words.state(of));
    }

    private static PseudoClass pseudoClass(AgentStatus status) {
        return PseudoClass.getPseudoClass(status.name().toLowerCase(Locale.ROOT));
    }

    private void showReason(AgentRow of, Instant now) {
        longAway = AgentWords.isLongAway(of, now);
        reason.setText(words.reason(of, now));
        reason.setGraphic(longAway ? warning : null);
        (longAway ? Tone.WARNING : Tone.NEUTRAL).dress(reason);
        setAccessibleText(name.getText() + ", " + state.getText() + ", " + reason.getText());
    }

    void tick(Instant now) {
        if (row != null) {
            time.setText(words.time(row, now));
            if (longAway != AgentWords.isLongAway(row, now)) {
                showReason(row, now);
            }
        }
    }

    void select(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }
}
