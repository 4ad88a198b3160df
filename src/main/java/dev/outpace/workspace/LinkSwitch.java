package dev.outpace.workspace;

import dev.outpace.engine.EngineThread;
import dev.outpace.engine.Telephony;
import dev.outpace.model.FoundQueue;
import dev.outpace.telephony.asterisk.AsteriskTelephony;
import dev.outpace.telephony.asterisk.StandingCheck;
import dev.outpace.telephony.asterisk.ami.AmiLogin;
import dev.outpace.telephony.asterisk.ami.AmiPlace;
import dev.outpace.telephony.asterisk.ami.AmiSocket;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The link to an exchange, as a person unlinks it and links it again. Any thread; what is ordered is done a moment later. */
public final class LinkSwitch {
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);

    private final EngineThread engine;
    /** Used on the engine thread only; null for a telephony that has no link of its own. */
    private @Nullable AsteriskTelephony telephony;

    private volatile boolean unlinked;
    /** Null until they were looked for. */
    private volatile @Nullable Set<String> faults;

    LinkSwitch(EngineThread engine) {
        this.engine = engine;
    }

    /** On the engine thread. */
    void isOf(Telephony made, WorkspaceNews news) {
        if (made instanceof AsteriskTelephony asterisk) {
            telephony = asterisk;
            asterisk.tellTries(news::linkTried);
            asterisk.tellFaults(red -> faults = red);
        }
    }

    /** Whether a person has unlinked it. Lasts until they link it again, or the workspace is opened again. */
    public boolean isUnlinked() {
        return unlinked;
    }

    /** Nothing is ordered any more. Calls are left to the exchange, which ends those that only wait for us. */
    public void unlink() {
        unlinked = true;
        order(AsteriskTelephony::unlink);
    }

    public void link() {
        unlinked = false;
        order(AsteriskTelephony::relink);
    }

    /** All of the exchange's own queues; empty while it can't be asked, or does not answer within five seconds. */
    public CompletableFuture<Optional<List<FoundQueue>>> findQueues() {
        var found = new CompletableFuture<Optional<List<FoundQueue>>>();
        order(asterisk -> asterisk.findQueues(queues -> found.complete(Optional.of(queues))));
        return found.completeOnTimeout(Optional.empty(), ANSWER_LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    /** Links anew, another way or with another login; a person who unlinked it keeps it so. */
    void linkBy(AmiPlace place, AmiLogin login) {
        order(asterisk -> asterisk.linkBy(AmiSocket.to(place, engine::monotonicNanos, engine::handIn), login));
    }

    /**
     * Which lines of the check are red now.
     *
     * @param checked those that were red when all of them were looked at last
     */
    Set<String> redLines(Set<String> checked) {
        var now = faults;
        if (now == null) {
            return checked;
        }
        var red = new HashSet<>(checked);
        red.removeAll(StandingCheck.LINES);
        red.addAll(now);
        return red;
    }

    /** A whole check has just looked at them, too. */
    void checked(Set<String> red) {
        var known = new HashSet<>(red);
        known.retainAll(StandingCheck.LINES);
        faults = known;
    }

    private void order(Consumer<AsteriskTelephony> what) {
        engine.handIn(() -> {
            if (telephony != null) {
                what.accept(telephony);
            }
        });
    }
}
