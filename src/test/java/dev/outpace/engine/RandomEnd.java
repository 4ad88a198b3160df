package dev.outpace.engine;

import static dev.outpace.engine.EngineRig.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.AgentChanged;
import dev.outpace.engine.EngineInput.CampaignStopped;
import dev.outpace.engine.EngineInput.Edited;
import dev.outpace.engine.Snapshot.AgentNow;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.StopMode;
import dev.outpace.model.TargetStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A day's end: everything works again, and every list is called to its end. */
@SuppressWarnings("NullAway")
final class RandomEnd {
    private static final int ROUNDS = 2_000;

    private final RandomFloor floor;

    RandomEnd(RandomFloor floor) {
        this.floor = floor;
    }

    void finish() {
        for (int queue = 40; queue < 42; queue++) {
            floor.order(new Edited(EngineRig.queue(queue), false));
        }
        if (!floor.linkUp) {
            floor.comeUp();
        }
        int round = 0;
        while (!finished()) {
            assertThat(round++)
                    .as("rounds until every list is used up: " + open())
                    .isLessThan(ROUNDS);
            agentsAreThere();
            startWhatIsLeft();
            floor.takeUpOrders();
            for (var line : new ArrayList<>(floor.lines.values())) {
                floor.happen(line.stuck ? List.of() : floor.next(line));
                floor.check.all();
            }
            floor.takeUpOrders();
            floor.pass(Duration.ofSeconds(floor.lines.isEmpty() ? 300 : 10));
            floor.check.all();
        }
        for (int number = 1; number <= RandomOrders.CAMPAIGNS; number++) {
            floor.order(new CampaignStopped(id(number), StopMode.FINISH_CALLS));
        }
        assertThat(floor.rig.store.book.campaigns()).allMatch(campaign -> campaign.status() == CampaignStatus.STOP);
        assertThat(floor.rig.store.unfinished()).isEmpty();
    }

    private void agentsAreThere() {
        for (var agentId : floor.idleAgents()) {
            if (floor.agents.get(agentId) != AgentStatus.AVAILABLE) {
                floor.agents.put(agentId, AgentStatus.AVAILABLE);
                floor.rig.happens(new AgentChanged(floor.rig.now(), agentId, AgentNow.of(AgentStatus.AVAILABLE)));
            }
        }
    }

    private void startWhatIsLeft() {
        for (var campaign : new ArrayList<>(floor.rig.store.book.campaigns())) {
            boolean left = floor.check.targetsOf(campaign).anyMatch(target -> target.status() == TargetStatus.IDLE);
            if (left) {
                floor.start(campaign.id());
            }
        }
    }

    private boolean finished() {
        return floor.rig.store.unfinished().isEmpty() && open() == 0;
    }

    private long open() {
        return floor.rig.store.targets.values().stream()
                .filter(target -> target.status() != TargetStatus.DONE && target.status() != TargetStatus.NOT_CALLABLE)
                .count();
    }
}
