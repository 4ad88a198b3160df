package dev.outpace.truth;

import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.LineLimits;
import dev.outpace.model.StopMode;
import dev.outpace.simulation.LabPlaces;
import dev.outpace.simulation.Scenario;
import dev.outpace.telephony.asterisk.real.AsteriskWorkspace;
import dev.outpace.telephony.simulated.DrawnPeople;
import dev.outpace.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The campaign of a scenario in a workspace of its own, on a real Asterisk whose people and agents are played. */
final class RealFloor implements AutoCloseable {
    private static final LineLimits NO_LIMITS = new LineLimits(10_000, 10_000);
    private static final int LINK_SECONDS = 30;

    private final Workspace workspace;
    private final PlayedFloor floor;

    /**
     * @param folder a new one
     * @param scenario with one queue and one campaign, and callers who come to the queue at once
     */
    RealFloor(Path folder, Place place, Scenario scenario, long seed) throws IOException {
        AsteriskWorkspace.make(folder, place.port(), SetUpText.of(scenario, place.policy()), NO_LIMITS);
        workspace = AsteriskWorkspace.open(folder);
        var people = new DrawnPeople(
                seed,
                LabPlaces.campaign(),
                scenario.campaigns().getFirst().numbers().dial(),
                scenario.handle(),
                scenario.patience());
        floor = new PlayedFloor(place, scenario.queues().getFirst().agents(), people, this::ready);
    }

    private void ready(UUID agentId) {
        var _ = workspace.teams().changeStatus(agentId, AgentStatus.AVAILABLE, AwayReason.BREAK);
    }

    /** Waits for the first call, from which on it counts. */
    void start() throws InterruptedException, ExecutionException, TimeoutException {
        AsteriskWorkspace.start(workspace, LabPlaces.campaign());
        floor.begun().get(LINK_SECONDS, TimeUnit.SECONDS);
    }

    Measured measured() {
        return floor.measured();
    }

    @Override
    public void close() {
        AsteriskWorkspace.done(workspace
                .campaigns()
                .stop(LabPlaces.campaign(), StopMode.HANG_UP_ALL)
                .join());
        workspace.close();
        floor.close();
    }
}
