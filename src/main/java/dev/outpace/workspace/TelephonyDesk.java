package dev.outpace.workspace;

import dev.outpace.model.JsonText;
import dev.outpace.model.Problem;
import dev.outpace.store.Store;
import dev.outpace.workspace.secrets.SecretKeeper;
import dev.outpace.workspace.secrets.SecretKeyring;
import dev.outpace.workspace.secrets.SecretPlace;
import dev.outpace.workspace.secrets.SecretRefused;
import dev.outpace.workspace.secrets.SecretTyped;
import dev.outpace.workspace.secrets.SecretVault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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
    private final LinkSwitch link;
    private final Consumer<@Nullable LinkBar> bars;
    private volatile TelephonyChoice saved;
    private volatile Set<String> red = Set.of();

    /**
     * Reads what is saved; blocks.
     *
     * @param bars hears why no link is tried, and null when one is again; any thread
     */
    TelephonyDesk(
            Store store,
            JsonText json,
            SecretKeeper secrets,
            LinkSwitch link,
            Consumer<@Nullable LinkBar> bars,
            Clock clock,
            Path folder,
            boolean demo,
            double speed) {
        this.link = link;
        this.bars = bars;
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
            red = lines.stream()
                    .filter(line -> line.state() == CheckLine.State.FAIL)
                    .map(CheckLine::name)
                    .collect(Collectors.toUnmodifiableSet());
            link.checked(red);
        }
        return lines;
    }

    /** How many lines of the check are red: as the link shows them now, the others as the latest check of the saved connection found. */
    public int faults() {
        return link.redLines(red).size();
    }

    /**
     * Keeps another secret of the exchange, and links anew with it; blocks. Nothing else of the workspace is closed. Places of problems
     * are fields of the secret.
     */
    public Answer enterSecret(SecretTyped secret) {
        var now = saved;
        var connection = now.connection();
        if (connection == null) {
            return Answer.refused(Problem.error("telephony.host", "host"));
        }
        var problems = new ArrayList<>(secret.problems());
        if (problems.isEmpty()) {
            try {
                var typed = connection.withSecret(secret);
                saved = new TelephonyChoice(now.asterisk(), kept.save(typed, clock.instant()), now.media());
                // It is known already; opening where it is kept takes as long as it should take a thief.
                linkBy(typed);
            } catch (SecretRefused refused) {
                problems.add(refused.problem());
            }
        }
        return Answer.of(problems);
    }

    /** Accepts a certificate of the exchange, and links anew; blocks. */
    public void accept(String certificate) {
        var now = saved;
        var connection = now.connection();
        if (connection != null) {
            var trusting = connection.withCertificate(certificate);
            connections.save(trusting, clock.instant());
            saved = new TelephonyChoice(now.asterisk(), trusting, now.media());
            linkAnew();
        }
    }

    /** Links anew with the secret as it can be read now, say, since its passphrase was entered; blocks. */
    public void linkAnew() {
        var connection = saved.connection();
        if (connection != null) {
            linkBy(connection);
        }
    }

    private void linkBy(AsteriskConnection connection) {
        try {
            var settings = connection.settings(connections.mark(), secrets);
            bars.accept(null);
            link.linkBy(connection.place(), settings.login());
        } catch (SecretRefused refused) {
            bars.accept(NoLink.bar(refused));
        }
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

    /** Where a secret that is entered is kept: where it is now, unless that is a file of the site. */
    public SecretPlace secretPlace() {
        var connection = saved.connection();
        return switch (connection == null ? null : connection.secret()) {
            case SecretKeyring _ -> SecretPlace.KEYRING;
            case SecretVault _ -> SecretPlace.VAULT;
            case null, default -> keyring ? SecretPlace.KEYRING : SecretPlace.VAULT;
        };
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
