package dev.outpace.engine;

import static dev.outpace.engine.EngineRig.agent;
import static dev.outpace.engine.EngineRig.campaign;
import static dev.outpace.engine.EngineRig.id;
import static dev.outpace.engine.EngineRig.list;
import static dev.outpace.engine.EngineRig.outplan;
import static dev.outpace.engine.EngineRig.queue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.Imported;
import dev.outpace.engine.EngineInput.TargetsChanged;
import dev.outpace.engine.FactLog.Fact;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndHandle;
import dev.outpace.model.Problem;
import dev.outpace.model.Resource;
import dev.outpace.model.Stamps;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What files bring comes in as a whole, while campaigns run. */
@SuppressWarnings("NullAway")
class ImportedTest {
    private final EngineRig rig = new EngineRig();

    private void running() {
        rig.with(outplan(20, 60_000, 1), list(30), queue(40), agent(51, 40), campaign(1, 20, 30, 40, 100));
        rig.targets(30, 3);
        rig.open();
        rig.linkUp();
        rig.start(1);
    }

    private List<String> imported(boolean replace, Resource... resources) {
        return rig.order(new Imported(id(900), List.of(resources), replace)).stream()
                .map(Problem::code)
                .toList();
    }

    private static Campaign next(int number, int next) {
        return campaign(number, CampaignType.CALL, 20, 30, 40, 100, EndHandle.STOP, next, List.of());
    }

    @Test
    void aWholeSetUpIsThereAtOnceAndItsAgentsCount() {
        running();
        assertThat(imported(
                        false,
                        outplan(21, 60_000, 1),
                        list(31),
                        queue(41),
                        agent(52, 41),
                        campaign(2, 21, 31, 41, 100)))
                .isEmpty();
        rig.targets(31, 2);
        rig.happens(new TargetsChanged(id(31)));
        rig.agentIs(52, AgentStatus.AVAILABLE);
        rig.start(2);
        assertThat(rig.open(2)).hasSize(1);
        assertThat(rig.store.facts.stream().filter(Fact.SetUpSaved.class::isInstance))
                .hasSize(1);
    }

    @Test
    void oneThatMayNotComeInKeepsAllOfThemOut() {
        running();
        assertThat(imported(false, outplan(21, 60_000, 1), outplan(20, 60_000, 3)))
                .containsExactly("import.exists");
        assertThat(imported(true, outplan(21, 60_000, 1), list(30))).containsExactly("import.in_use");
        assertThat(imported(true, outplan(21, 60_000, 1), campaign(1, 20, 30, 40, 50)))
                .containsExactly("import.in_use");
        assertThat(imported(false, next(5, 6), next(6, 5))).contains("edit.loop");
        assertThat(rig.store.book.outplan(id(21))).isNull();
        assertThat(rig.store.book.campaign(id(5))).isNull();
    }

    @Test
    void anOutplanInUseMayBeReplaced() {
        running();
        assertThat(imported(true, rig.store.book.outplan(id(20))))
                .as("nothing changes")
                .isEmpty();
        var said = rig.order(new Imported(id(900), List.of(outplan(20, 60_000, 3)), true));
        assertThat(said).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("import.changes_running");
            assertThat(problem.args()).containsExactly("plan 20", "campaign 1");
        });
        assertThat(rig.store.book.outplan(id(20)).maxTryCounts()).startsWith(3);
    }

    @Test
    void whatEndsARunningCampaignIsSaid() {
        running();
        assertThat(imported(true, outplan(20, 60_000))).containsExactly("import.ends_running");
    }

    @Test
    void aQueueInUseMayBeReplacedAndThatIsSaid() {
        running();
        assertThat(imported(true, queue(40).withStamps(Stamps.createdAt(EngineRig.START))))
                .containsExactly("import.changes_running");
    }
}
