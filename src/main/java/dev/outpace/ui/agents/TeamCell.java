package dev.outpace.ui.agents;

import dev.outpace.model.AgentStatus;
import dev.outpace.ui.controls.CutText;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.StackedBar;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.live.QueueRow.Staff;
import dev.outpace.ui.texts.Texts;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** A queue: its name, how many are available, and a bar of everyone's state. */
final class TeamCell extends ListCell<Team> {

    private static final PseudoClass EVERYONE = PseudoClass.getPseudoClass("everyone");

    private final Texts texts;
    private final AgentWords words;
    private final BooleanSupplier linked;
    private final Label name = new Label();
    private final Label available = new Label();
    private final StackedBar bar = new StackedBar();
    private final VBox box;
    private Subscription shown = Subscription.EMPTY;

    /** @param linked while nothing is, the state of nobody is known; to be asked again after a refresh */
    TeamCell(Texts texts, AgentWords words, BooleanSupplier linked) {
        this.linked = linked;
        this.texts = texts;
        this.words = words;
        getStyleClass().add("team-cell");
        name.getStyleClass().add("strong");
        name.setMinWidth(0);
        CutText.tell(name);
        available.getStyleClass().add("small-text");
        available.setMinWidth(USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(8, name, gap, available);
        line.setAlignment(Pos.BASELINE_LEFT);
        box = new VBox(8, line, bar);
        box.getStyleClass().add("team-box");
        box.setFillWidth(true);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Team team, boolean empty) {
        super.updateItem(team, empty);
        shown.unsubscribe();
        shown = Subscription.EMPTY;
        if (empty || team == null) {
            setGraphic(null);
            return;
        }
        pseudoClassStateChanged(EVERYONE, team.queue() == null);
        setGraphic(box);
        shown = Subscription.combine(
                team.nameProperty().subscribe(name::setText),
                team.staffProperty().subscribe(this::show));
    }

    private void show(Staff staff) {
        int free = staff.count(AgentStatus.AVAILABLE);
        int all = staff.atWork();
        boolean unknown = staff.total() > 0 && !linked.getAsBoolean();
        available.setGraphic(unknown ? Looks.ofUnknown().symbol().draw() : null);
        if (staff.total() == 0) {
            available.setText(texts.get("agents.nobody"));
        } else if (unknown) {
            available.setText(texts.get("status.unknown"));
        } else if (free == 0) {
            available.setText(texts.get("agents.noneAvailable"));
        } else {
            available.setText(texts.get("agents.available", free, all));
        }
        (unknown || (staff.total() > 0 && free == 0) ? Tone.WARNING : Tone.NEUTRAL).dress(available);
        bar.setParts(Arrays.stream(AgentStatus.values())
                .map(status -> new StackedBar.Part(
                        status.name().toLowerCase(Locale.ROOT),
                        staff.count(status),
                        texts.number(staff.count(status)) + " " + words.status(status)))
                .toList());
        setAccessibleText(name.getText() + ", " + available.getText());
    }
}
