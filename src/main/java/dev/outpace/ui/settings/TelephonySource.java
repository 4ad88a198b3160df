package dev.outpace.ui.settings;

import dev.outpace.model.FoundQueue;
import dev.outpace.model.LineLimits;
import dev.outpace.model.Problem;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.AsteriskConnection;
import dev.outpace.workspace.CheckLine;
import dev.outpace.workspace.Monitoring;
import dev.outpace.workspace.TelephonyChoice;
import dev.outpace.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What the page of the telephony works with: an open workspace, or a test's own. */
public interface TelephonySource {
    TelephonyChoice saved();

    /** Why this workspace makes no real calls; empty where it can. */
    List<Problem> obstacles();

    /** Whether the system has a keyring for secrets. */
    boolean hasKeyring();

    /** Blocks for some seconds. */
    List<CheckLine> check(AsteriskConnection connection, Consumer<CheckLine> found);

    /** Rings a number; blocks for less than a minute. */
    CheckLine call(AsteriskConnection connection, String number);

    /** From the next opening of the workspace on; blocks. */
    Answer save(TelephonyChoice choice);

    Monitoring monitoring();

    /** At once; blocks. */
    Answer save(Monitoring monitoring);

    /** At once. */
    CompletableFuture<Answer> save(LineLimits lines);

    /** The exchange's own queues; empty while it can't be asked. */
    CompletableFuture<Optional<List<FoundQueue>>> queues();

    static TelephonySource of(Workspace workspace) {
        var desk = workspace.telephony();
        return new TelephonySource() {
            @Override
            public TelephonyChoice saved() {
                return desk.saved();
            }

            @Override
            public List<Problem> obstacles() {
                return desk.obstacles();
            }

            @Override
            public boolean hasKeyring() {
                return desk.hasKeyring();
            }

            @Override
            public List<CheckLine> check(AsteriskConnection connection, Consumer<CheckLine> found) {
                return desk.check(connection, found);
            }

            @Override
            public CheckLine call(AsteriskConnection connection, String number) {
                return desk.call(connection, number);
            }

            @Override
            public Answer save(TelephonyChoice choice) {
                return desk.save(choice);
            }

            @Override
            public Monitoring monitoring() {
                return workspace.supervision().settings();
            }

            @Override
            public Answer save(Monitoring monitoring) {
                return workspace.supervision().save(monitoring);
            }

            @Override
            public CompletableFuture<Optional<List<FoundQueue>>> queues() {
                return workspace.link().findQueues();
            }

            @Override
            public CompletableFuture<Answer> save(LineLimits lines) {
                var settings = workspace.settings();
                return settings.save(settings.workspace().withLines(lines));
            }
        };
    }
}
