package dev.outpace.ui.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Agent;
import dev.outpace.model.AgentMoment;
import dev.outpace.model.AgentStatus;
import dev.outpace.ui.live.AgentRow;
import dev.outpace.ui.live.Facts;
import dev.outpace.ui.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class AgentTableTest {

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void rowsAreInOrderAtEachChangeUnlessTheyAreHeld() throws Exception {
        WaitForAsyncUtils.asyncFx(() -> {
                    sortsUnlessHeld();
                    return true;
                })
                .get();
    }

    private static void sortsUnlessHeld() {
        var texts = new Texts();
        var floor = new Floor(texts, Floor.crowd(30, Facts.id(10)));
        for (int i = 0; i < 30; i++) {
            floor.set(1_000 + i, AgentStatus.AVAILABLE, i);
        }
        floor.beat();
        var view = new TableView<AgentRow>();
        var table = new AgentTable(view, new AgentWords(texts, floor.live));
        var time = new TableColumn<AgentRow, AgentMoment>();
        var name = new TableColumn<AgentRow, Agent>();
        table.states(new TableColumn<>(), time, new TableColumn<>());
        table.names(name, new TableColumn<>());
        view.getColumns().addAll(List.of(time, name));
        view.getSortOrder().add(time);
        table.show(floor.live.agents(), Facts.NOW);
        assertThat(view.getItems().getFirst()).isSameAs(floor.row(1_000));
        view.getSelectionModel().select(floor.row(1_010));

        var changes = new ArrayList<ListChangeListener.Change<? extends AgentRow>>();
        view.getItems().addListener((ListChangeListener<AgentRow>) changes::add);
        table.setHeld(true);
        for (int i = 0; i < 10; i++) {
            floor.set(1_010 + i, AgentStatus.RINGING, 900 + i);
            floor.beat();
            table.show(floor.live.agents(), Facts.NOW);
        }
        table.tick(Facts.NOW.plusSeconds(1));
        assertThat(changes).as("nothing moves under the pointer").isEmpty();
        table.setHeld(false);
        assertThat(changes).hasSize(1);
        assertThat(view.getItems().getLast()).isSameAs(floor.row(1_019));
        assertThat(view.getSelectionModel().getSelectedItem()).isSameAs(floor.row(1_010));
        floor.set(1_000, AgentStatus.RINGING, 2_000);
        floor.beat();
        table.show(floor.live.agents(), Facts.NOW);
        assertThat(view.getItems().getLast()).as("at the change").isSameAs(floor.row(1_000));

        view.getSortOrder().setAll(List.of(name));
        var some = List.copyOf(floor.live.agents().subList(5, 30));
        table.show(some, Facts.NOW);
        table.show(floor.live.agents(), Facts.NOW);
        assertThat(view.getItems())
                .extracting(row -> row.agent().name())
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER)
                .hasSize(30);
    }
}
