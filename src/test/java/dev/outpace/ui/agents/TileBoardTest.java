package dev.outpace.ui.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.AgentStatus;
import dev.outpace.ui.UiRig;
import dev.outpace.ui.live.AgentRow;
import dev.outpace.ui.live.Facts;
import dev.outpace.ui.texts.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A thousand agents, of whom a window shows some. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class TileBoardTest {

    private static final int MANY = 1_000;

    private final BoardModel model = new BoardModel();
    private Floor floor;
    private TileBoard board;

    @Start
    void start(Stage stage) {
        var texts = new Texts();
        floor = new Floor(texts, Floor.crowd(MANY, Facts.id(10)));
        for (int i = 0; i < MANY; i++) {
            floor.set(1_000 + i, i < 500 ? AgentStatus.AVAILABLE : AgentStatus.BUSY, MANY - i);
        }
        floor.beat();
        board = new TileBoard(new AgentWords(texts, floor.live));
        model.show(floor.live.agents());
        board.show(model.shown(), true, Facts.NOW);
        UiRig.put(stage, new Scene(board, 900, 600));
        stage.show();
    }

    private Set<AgentTile> tiles() {
        WaitForAsyncUtils.waitForFxEvents();
        return board.lookupAll(".agent-tile").stream()
                .map(AgentTile.class::cast)
                .filter(AgentTile::isVisible)
                .collect(Collectors.toSet());
    }

    private AgentTile tileOf(AgentRow row) {
        return tiles().stream()
                .filter(tile -> row.equals(tile.row()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void onlyWhatIsSeenExistsAndWhoMovesKeepsTheTile(FxRobot robot) {
        var before = tiles();
        assertThat(before).hasSizeLessThan(80).hasSizeGreaterThan(20);
        var row = floor.row(1_010);
        var tile = tileOf(row);
        robot.interact(() -> {
            board.selectedProperty().set(row);
            floor.set(1_010, AgentStatus.RINGING, 0);
            floor.beat();
            model.moved(List.of(row));
            board.show(model.shown(), true, Facts.NOW);
        });
        assertThat(tileOf(row)).isSameAs(tile);
        assertThat(tile.getAccessibleText()).startsWith("Agent 10, Ringing");
        assertThat(tile.getPseudoClassStates()).extracting(Object::toString).contains("ringing", "selected");
        assertThat(board.selectedProperty().get()).isSameAs(row);
        assertThat(model.shown().getFirst()).isSameAs(row);
        assertThat(tiles()).isEqualTo(before);
    }

    @Test
    void keysMoveTheSelectionAndBringItIntoSight(FxRobot robot) {
        robot.interact(board::requestFocus);
        robot.type(KeyCode.DOWN, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.LEFT, KeyCode.DOWN);
        int columns = model.shown().indexOf(selected()) - 1;
        assertThat(tileOf(selected()).getLayoutY())
                .as("in the second line")
                .isGreaterThan(tileOf(model.shown().getFirst()).getLayoutY());
        assertThat(tileOf(selected()).getLayoutX())
                .isEqualTo(tileOf(model.shown().get(1)).getLayoutX());
        assertThat(columns).isGreaterThan(2);
        robot.type(KeyCode.END);
        assertThat(selected()).isSameAs(model.shown().getLast());
        assertThat(tileOf(selected()).getBoundsInParent().getMaxY()).isLessThanOrEqualTo(board.getHeight());
        robot.type(KeyCode.HOME, KeyCode.LEFT);
        assertThat(selected()).isSameAs(model.shown().getFirst());
        assertThat(tileOf(selected()).getLayoutY()).isGreaterThanOrEqualTo(0);
    }

    private AgentRow selected() {
        return Objects.requireNonNull(board.selectedProperty().get());
    }
}
