package dev.outpace.ui.agents;

import dev.outpace.model.AgentStatus;
import dev.outpace.model.Ids;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.LastKnown;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.QueueRow;
import dev.outpace.ui.texts.Texts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** The list at the left: everyone first, then the queues; and under it how many are in which state. */
final class TeamList {

    private final Texts texts;
    private final LiveWorkspace live;
    private final AgentWords words;
    private final ListView<Team> list;
    private final Team everyone = new Team(null);
    private final ObservableList<Team> teams = FXCollections.observableArrayList(everyone);
    private UUID awaited = Ids.NIL;
    private final GridPane legend;
    private final Label caption;
    private final Map<AgentStatus, Label> totals = new EnumMap<>(AgentStatus.class);

    TeamList(Texts texts, LiveWorkspace live, AgentWords words, ListView<Team> list, GridPane legend, Label caption) {
        this.texts = texts;
        this.live = live;
        this.words = words;
        this.list = list;
        list.setItems(teams);
        list.setCellFactory(view ->
                new TeamCell(texts, words, () -> live.linkProperty().get().up()));
        this.legend = legend;
        this.caption = caption;
        fill(legend);
        assigned();
        list.getSelectionModel().selectFirst();
    }

    private void fill(GridPane legend) {
        for (var status : AgentStatus.values()) {
            var total = new Label();
            total.setMinWidth(Region.USE_PREF_SIZE);
            total.getStyleClass().add("legend-total");
            totals.put(status, total);
            legend.addRow(legend.getRowCount(), new IconWord(Looks.of(status), words.status(status)), total);
        }
    }

    /** Never null: everyone, if nothing else. */
    Team selected() {
        var selected = list.getSelectionModel().getSelectedItem();
        return selected == null ? everyone : selected;
    }

    /** Queues that stay keep their entries, and with them the selection. */
    void assigned() {
        var byRow = teams.stream()
                .filter(team -> team.queue() != null)
                .collect(Collectors.toMap(team -> Objects.requireNonNull(team.queue()), team -> team));
        teams.removeIf(team -> team.queue() != null && !live.queues().contains(team.queue()));
        var added = new ArrayList<Team>();
        for (QueueRow queue : live.queues()) {
            if (!byRow.containsKey(queue)) {
                added.add(new Team(queue));
            }
        }
        teams.addAll(added);
        moved();
        selectAwaited();
    }

    /** Selects a queue, now or once it is there. */
    void selectWhenThere(UUID queueId) {
        awaited = queueId;
        selectAwaited();
    }

    private void selectAwaited() {
        teams.stream()
                .filter(team -> team.queue() != null && team.queue().id().equals(awaited))
                .findFirst()
                .ifPresent(team -> {
                    awaited = Ids.NIL;
                    list.getSelectionModel().select(team);
                    list.scrollTo(team);
                });
    }

    /** The counts are those of the moment when the link was lost, until it is back. */
    void linkChanged() {
        var link = live.linkProperty().get();
        LastKnown.show(list, !link.up());
        list.refresh();
        LastKnown.show(legend, !link.up());
        caption.setText(
                link.up()
                        ? texts.get("agents.legend")
                        : texts.get("agents.legend.lost", texts.time(link.valuesOf(live.now()))));
    }

    void moved() {
        teams.forEach(team -> team.take(live, texts.get("agents.everyone")));
        totals.forEach(
                (status, label) -> label.setText(texts.number(everyone.staff().count(status))));
    }
}
