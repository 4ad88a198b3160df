package dev.outpace.ui.targets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.ColumnUse;
import dev.outpace.model.Duplicates;
import dev.outpace.ui.targets.ImportModel.Stage;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class ImportModelTest {
    private TargetRig rig;
    private ImportModel model;

    @Start
    void start(javafx.stage.Stage shown) {
        rig = new TargetRig();
        model = rig.settledScreens().importInto(rig.row(TargetRig.EMPTY_LIST));
    }

    @AfterEach
    void close() {
        rig.close();
        assertThat(rig.ui.failures).isEmpty();
    }

    private void settle(FxRobot robot, Runnable step, Class<? extends Stage> until) {
        robot.interact(() -> {
            step.run();
            rig.settle(() -> until.isInstance(model.stage()));
        });
    }

    private void paste(FxRobot robot, String table) {
        settle(robot, () -> model.paste(table), Stage.Mapping.class);
    }

    @Test
    void aFileThatIsNotThereIsRefusedInASentence(FxRobot robot) {
        settle(robot, () -> model.choose(rig.folder.resolve("gone.csv")), Stage.Choosing.class);
        assertThat(model.stage())
                .isInstanceOfSatisfying(
                        Stage.Choosing.class,
                        choosing -> assertThat(choosing.problem()).isNotBlank());
        assertThat(model.file()).isNull();
    }

    @Test
    void aCopiedTableIsCheckedAndComesIn(FxRobot robot) {
        paste(robot, "name,phone\nIlse,+1 212 555 0101\nMarcus,+1 212 555 0101\nGrace,none\n");
        assertThat(model.suggestions()).hasSize(2);
        assertThat(model.preview()).hasSize(3);
        settle(robot, model::check, Stage.Checked.class);
        var counts = Objects.requireNonNull(model.forecast()).counts();
        assertThat(List.of(counts.rows(), counts.fresh(), counts.twice(), counts.rejected()))
                .containsExactly(3L, 1L, 1L, 1L);
        settle(robot, model::start, Stage.Added.class);
        assertThat(model.stage()).isEqualTo(new Stage.Added(1, 0, 0));

        robot.interact(model::chooseAnother);
        paste(robot, "name,phone\nIlse Hartmann,+1 212 555 0101\n");
        robot.interact(() -> model.duplicatesProperty().set(Duplicates.UPDATE));
        settle(robot, model::start, Stage.Added.class);
        assertThat(model.stage()).isEqualTo(new Stage.Added(0, 1, 0));
    }

    @Test
    void aCheckThatIsCancelledLeadsBackToTheColumns(FxRobot robot) {
        paste(robot, "name,phone\nIlse,+1 212 555 0101\n");
        robot.interact(() -> {
            model.check();
            assertThat(model.takesFiles()).isFalse();
            model.cancel();
            rig.settle(() -> model.stage() instanceof Stage.Mapping);
        });
        assertThat(model.takesFiles()).isTrue();
    }

    @Test
    void withoutADestinationNothingIsChecked(FxRobot robot) {
        paste(robot, "name,phone\nIlse,+1 212 555 0101\n");
        robot.interact(() -> {
            model.usesProperty().set(List.of(new ColumnUse.Name(), new ColumnUse.Skip()));
            model.check();
        });
        assertThat(model.problems()).isNotEmpty();
        assertThat(model.preview()).isEmpty();
        assertThat(model.stage()).isInstanceOf(Stage.Mapping.class);
    }
}
