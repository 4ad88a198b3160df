package dev.outpace.workspace;

import dev.outpace.model.JsonText;
import dev.outpace.model.Problem;
import dev.outpace.store.Store;
import dev.outpace.workspace.secrets.SecretKeeper;
import dev.outpace.workspace.secrets.SecretRefused;
import dev.outpace.workspace.secrets.SecretTyped;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the telephony of an open workspace is set to, and how that is checked and changed. */
public final class TelephonyDesk {
    private final Store store;
    private final AsteriskText connections;
    private final FlowMediaText media;
    private final SecretKeeper secrets;
    private final KeptSecret kept;
    private final Clock clock;
    private final Path folder;
    private final boolean demo;
    private final double speed;
    private final boolean keyring;
    private volatile TelephonyChoice saved;
    private volatile int faults;

    /** Reads what is saved; blocks. */
    TelephonyDesk(
            Store store, JsonText json, SecretKeeper secrets, Clock clock, Path folder, boolean demo, double speed) {
        this.store = store;
        this.folder = folder;
        this.demo = demo;
        this.speed = speed;
        connections = new AsteriskText(store, json);
        media = new FlowMediaText(store, json);
        this.secrets = secrets;
        this.clock = clock;
        kept = new KeptSecret(secrets, connections);
        keyring = secrets.hasKeyring();
        saved = new TelephonyChoice(
                TelephonyKind.of(store) == TelephonyKind.ASTERISK,
                connections.read().orElse(null),
                media.read());
    }

    public TelephonyChoice saved() {
        return saved;
    }

    /** Why this workspace makes no real calls, whatever the connection; empty where it can. */
    public List<Problem> obstacles() {
        var found = new ArrayList<Problem>();
        if (demo) {
            found.add(Problem.error("telephony.demo", ""));
        }
        if (speed != 1) {
            found.add(Problem.error("telephony.speed", "", speed));
        }
        return found;
    }

    /**
     * Checks a connection, saved or not. Blocks for some seconds; nobody is rung.
     *
     * @param found hears each line when it is there, on any thread
     */
    public List<CheckLine> check(AsteriskConnection connection, Consumer<CheckLine> found) {
        var lines = AsteriskCheck.run(connection, secrets, store.resources().join(), saved.media(), folder, found);
        if (connection.equals(saved.connection())) {
            faults = (int) lines.stream()
                    .filter(line -> line.state() == CheckLine.State.FAIL)
                    .count();
        }
        return lines;
    }

    /** How many red lines the latest check of the saved connection found; 0 if none was made. */
    public int faults() {
        return faults;
    }

    /**
     * Rings a number over a connection, saved or not; whoever answers hears themselves for some seconds. Blocks until the call is
     * over, for less than a minute.
     *
     * @param number as the trunk is to dial it
     */
    public CheckLine call(AsteriskConnection connection, String number) {
        return TrialCall.run(connection, secrets, number);
    }

    /**
     * Uses this telephony from the next opening of the workspace on; blocks. Places of problems are fields of the choice. The
     * secret must be there, and what is spoken must be servable: a workspace without could not be opened any more.
     */
    public Answer save(TelephonyChoice choice) {
        var problems = new ArrayList<Problem>();
        var connection = choice.connection();
        if (choice.asterisk()) {
            problems.addAll(obstacles());
            problems.addAll(choice.media().problems());
            if (connection == null) {
                problems.add(Problem.error("telephony.host", "host"));
            } else {
                problems.addAll(connection.problems());
                problems.addAll(connection.remarks());
                problems.addAll(typedProblems(connection));
                kept.problem(connection).ifPresent(problem -> problems.add(problem.at("secret")));
                problems.addAll(servingProblems(choice.media(), connection));
            }
        }
        if (problems.stream().noneMatch(Problem::isError)) {
            try {
                saved = save(choice, connection);
            } catch (SecretRefused refused) {
                problems.add(refused.problem());
            }
        }
        return Answer.of(problems);
    }

    private TelephonyChoice save(TelephonyChoice choice, @Nullable AsteriskConnection connection) throws SecretRefused {
        var result = choice;
        if (choice.asterisk() && connection != null) {
            result = new TelephonyChoice(true, kept.save(connection, clock.instant()), choice.media());
            media.save(choice.media());
        }
        (choice.asterisk() ? TelephonyKind.ASTERISK : TelephonyKind.SIMULATED).choose(store);
        return result;
    }

    /** Whether the system has a keyring for secrets. */
    public boolean hasKeyring() {
        return keyring;
    }

    private static List<Problem> typedProblems(AsteriskConnection connection) {
        return connection.secret() instanceof SecretTyped typed ? typed.problems() : List.of();
    }

    private List<Problem> servingProblems(FlowMedia wanted, AsteriskConnection connection) {
        var now = saved;
        boolean served = now.asterisk()
                && now.media().host().equals(wanted.host())
                && now.media().port() == wanted.port();
        if (served || !wanted.problems().isEmpty()) {
            return List.of();
        }
        var place = wanted.speech(connection);
        try (var _ = new ServerSocket(place.port(), 1, InetAddress.getByName(place.host()))) {
            return List.of();
        } catch (IOException failure) {
            return List.of(Problem.error(
                    "media.not_served",
                    "address",
                    place.host(),
                    place.port(),
                    failure.getMessage() == null ? failure.toString() : failure.getMessage()));
        }
    }
}
