package dev.outpace.ui.settings;

import dev.outpace.model.FoundQueue;
import dev.outpace.model.LineLimits;
import dev.outpace.model.Problem;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.AsteriskConnection;
import dev.outpace.workspace.CheckLine;
import dev.outpace.workspace.FlowMedia;
import dev.outpace.workspace.Monitoring;
import dev.outpace.workspace.TelephonyChoice;
import dev.outpace.workspace.secrets.SecretFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A workspace's telephony of a test: it finds what it is told to find, and keeps what is saved. */
final class FakeTelephony implements TelephonySource {
    static final TelephonyChoice SIMULATED = new TelephonyChoice(false, null, FlowMedia.STANDARD);

    static final AsteriskConnection CONNECTION = new AsteriskConnection(
            "pbx.example",
            5039,
            "console",
            new SecretFile(Path.of("secret")),
            true,
            "ab".repeat(32),
            "PJSIP/carrier",
            false,
            "+12125550100",
            "outpace",
            "agi");

    static final TelephonyChoice ASTERISK = new TelephonyChoice(true, CONNECTION, FlowMedia.STANDARD);

    static final CheckLine REACHED =
            new CheckLine("reach", "Reachable", CheckLine.State.OK, "pbx.example:5039 answers.", "", "", "");

    static final CheckLine NO_CONTEXT = new CheckLine(
            "dialplan",
            "Dialplan",
            CheckLine.State.FAIL,
            "The dialplan has no outpace,agi. Answered calls wait there for orders.",
            "extensions.conf",
            "[outpace]\nexten => agi,1,AGI(agi:async)\n same => n,Hangup()\n",
            "");

    static final CheckLine CONNECTED_LINE = new CheckLine(
            "connected_line",
            "Connected line",
            CheckLine.State.WARN,
            "Each time that an agent is rung, carrier tells the carrier, which may cut calls.",
            "pjsip.conf",
            "[carrier]\nsend_connected_line = no\n",
            "");

    static final CheckLine OTHER_CERTIFICATE = new CheckLine(
            "tls",
            "Encryption",
            CheckLine.State.FAIL,
            "The exchange shows another certificate than the accepted one.",
            "",
            "",
            "CD:".repeat(31) + "CD");

    final List<AsteriskConnection> checked = new CopyOnWriteArrayList<>();
    final List<String> called = new CopyOnWriteArrayList<>();
    final List<CheckLine> finds = new CopyOnWriteArrayList<>();
    final List<Problem> obstacles = new CopyOnWriteArrayList<>();
    final List<Problem> refusals = new CopyOnWriteArrayList<>();
    volatile boolean keyring;
    /** After the first line a check waits for it, where there is one. */
    volatile @Nullable CountDownLatch hold;

    volatile TelephonyChoice saved;
    volatile Monitoring monitoring = Monitoring.NONE;
    volatile @Nullable LineLimits lines;
    volatile @Nullable List<FoundQueue> queues;

    FakeTelephony(TelephonyChoice saved) {
        this.saved = saved;
    }

    @Override
    public TelephonyChoice saved() {
        return saved;
    }

    @Override
    public Monitoring monitoring() {
        return monitoring;
    }

    @Override
    public Answer save(Monitoring wanted) {
        monitoring = wanted;
        return new Answer.Done(List.of());
    }

    @Override
    public List<Problem> obstacles() {
        return obstacles;
    }

    @Override
    public boolean hasKeyring() {
        return keyring;
    }

    @Override
    public List<CheckLine> check(AsteriskConnection connection, Consumer<CheckLine> found) {
        checked.add(connection);
        for (var line : finds) {
            found.accept(line);
            var waits = hold;
            if (waits != null) {
                try {
                    waits.await();
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                }
            }
        }
        return finds;
    }

    @Override
    public CheckLine call(AsteriskConnection connection, String number) {
        called.add(number);
        return new CheckLine(
                "call", "Call to a number of yours", CheckLine.State.WARN, "The number is busy.", "", "", "");
    }

    @Override
    public Answer save(TelephonyChoice choice) {
        if (refusals.isEmpty()) {
            saved = choice;
        }
        return Answer.of(refusals);
    }

    @Override
    public CompletableFuture<Optional<List<FoundQueue>>> queues() {
        return CompletableFuture.completedFuture(Optional.ofNullable(queues));
    }

    @Override
    public CompletableFuture<Answer> save(LineLimits changed) {
        lines = changed;
        return CompletableFuture.completedFuture(new Answer.Done(List.of()));
    }
}
