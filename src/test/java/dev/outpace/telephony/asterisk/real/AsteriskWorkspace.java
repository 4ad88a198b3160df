package dev.outpace.telephony.asterisk.real;

import dev.outpace.files.PrivateFiles;
import dev.outpace.formats.JacksonJson;
import dev.outpace.model.LineLimits;
import dev.outpace.telephony.simulated.CarrierLog;
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

/** Makes workspaces whose calls go over an Asterisk of this machine. */
public final class AsteriskWorkspace {
    private static final SetUps.Watch UNWATCHED = new SetUps.Watch() {
        @Override
        public void at(long done, long total) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    private AsteriskWorkspace() {}

    /**
     * Makes one in a new folder, as a person does: set up from a file, then set to the exchange.
     *
     * @param port of the manager interface
     */
    public static void make(Path folder, int port, String setUp, LineLimits lines) throws IOException {
        try (var workspace = open(folder)) {
            var file = Files.writeString(folder.resolve("set-up.json"), setUp);
            done(workspace.setUps().importAll(workspace.setUps().read(List.of(file), false, UNWATCHED), UNWATCHED));
            done(workspace
                    .settings()
                    .save(WorkspaceSettings.DEFAULT.withLines(lines))
                    .join());
            var secret = Files.writeString(folder.resolve("secret"), "console-secret");
            PrivateFiles.makePrivate(secret);
            done(workspace.telephony().save(new TelephonyChoice(true, connection(port, secret), media())));
        }
    }

    /** With a voice that is there wherever these tests run. */
    private static FlowMedia media() {
        var usual = FlowMedia.STANDARD;
        var voice = Path.of("src", "test", "asterisk", "voice").toAbsolutePath();
        return new FlowMedia(voice + " {text}", usual.language(), "", 0, usual.machineDetection(), usual.music());
    }

    private static AsteriskConnection connection(int port, Path secret) {
        return new AsteriskConnection(
                "127.0.0.1",
                port,
                "console",
                new SecretFile(secret),
                false,
                "",
                "PJSIP/carrier",
                false,
                "+12125550199",
                AsteriskConnection.CONTEXT,
                AsteriskConnection.EXTENSION);
    }

    /** Campaigns that were running go on. */
    public static Workspace open(Path folder) {
        return Workspace.open(
                new Workspace.Opening(folder, "real calls", 1, false, true, System.nanoTime(), CarrierLog.NONE),
                new JacksonJson(),
                Clock.systemUTC());
    }

    /** Confirms that real numbers may ring, and starts. */
    public static void start(Workspace workspace, UUID campaignId) {
        var _ = workspace.campaigns().confirmRealStart(campaignId).join();
        done(workspace.campaigns().start(campaignId, true).join());
    }

    public static void done(Answer answer) {
        if (!(answer instanceof Answer.Done)) {
            throw new IllegalStateException("refused: " + answer.problems());
        }
    }
}
