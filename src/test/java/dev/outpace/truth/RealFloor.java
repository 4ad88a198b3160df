package dev.outpace.truth;

import dev.outpace.files.PrivateFiles;
import dev.outpace.formats.JacksonJson;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.LineLimits;
import dev.outpace.model.StopMode;
import dev.outpace.simulation.LabPlaces;
import dev.outpace.simulation.Scenario;
import dev.outpace.telephony.simulated.CarrierLog;
import dev.outpace.telephony.simulated.DrawnPeople;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.AsteriskConnection;
import dev.outpace.workspace.FlowMedia;
import dev.outpace.workspace.SetUps;
import dev.outpace.workspace.TelephonyChoice;
import dev.outpace.workspace.Workspace;
import dev.outpace.workspace.WorkspaceSettings;
import dev.outpace.workspace.secrets.SecretFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
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
        try (var empty = open(folder)) {
            setUp(empty, folder, place, scenario);
        }
        workspace = open(folder);
        var people = new DrawnPeople(
                seed,
                LabPlaces.campaign(),
                scenario.campaigns().getFirst().numbers().dial(),
                scenario.handle(),
                scenario.patience());
        floor = new PlayedFloor(place, scenario.queues().getFirst().agents(), people, this::ready);
    }

    private static Workspace open(Path folder) {
        return Workspace.open(
                new Workspace.Opening(folder, "truth", 1, false, false, 1, CarrierLog.NONE),
                new JacksonJson(),
                Clock.systemUTC());
    }

    private static void setUp(Workspace empty, Path folder, Place place, Scenario scenario) throws IOException {
        var file = folder.resolve("set-up.json");
        Files.writeString(file, SetUpText.of(scenario, place.policy()));
        var contents = empty.setUps().read(List.of(file), false, UNWATCHED);
        done(empty.setUps().importAll(contents, UNWATCHED));
        done(empty.settings()
                .save(WorkspaceSettings.DEFAULT.withLines(NO_LIMITS))
                .join());
        var secret = folder.resolve("secret");
        Files.writeString(secret, "console-secret");
        PrivateFiles.makePrivate(secret);
        done(empty.telephony()
                .save(new TelephonyChoice(
                        true,
                        new AsteriskConnection(
                                "127.0.0.1",
                                place.port(),
                                "console",
                                new SecretFile(secret),
                                false,
                                "",
                                "PJSIP/carrier",
                                false,
                                "+12125550199",
                                AsteriskConnection.CONTEXT,
                                AsteriskConnection.EXTENSION),
                        FlowMedia.STANDARD)));
    }

    private static final SetUps.Watch UNWATCHED = new SetUps.Watch() {
        @Override
        public void at(long done, long total) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    private static void done(Answer answer) {
        if (!(answer instanceof Answer.Done)) {
            throw new IllegalStateException("refused: " + answer.problems());
        }
    }

    private void ready(UUID agentId) {
        var _ = workspace.teams().changeStatus(agentId, AgentStatus.AVAILABLE, AwayReason.BREAK);
    }

    /** Waits for the first call, from which on it counts. */
    void start() throws InterruptedException, ExecutionException, TimeoutException {
        var _ = workspace.campaigns().confirmRealStart(LabPlaces.campaign()).join();
        done(workspace.campaigns().start(LabPlaces.campaign(), true).join());
        floor.begun().get(LINK_SECONDS, TimeUnit.SECONDS);
    }

    Measured measured() {
        return floor.measured();
    }

    @Override
    public void close() {
        done(workspace.campaigns()
                .stop(LabPlaces.campaign(), StopMode.HANG_UP_ALL)
                .join());
        workspace.close();
        floor.close();
    }
}
