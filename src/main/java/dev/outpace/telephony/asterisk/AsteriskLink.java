package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineClock;
import dev.outpace.model.LinkTry;
import dev.outpace.telephony.asterisk.ami.AmiAction;
import dev.outpace.telephony.asterisk.ami.AmiLogin;
import dev.outpace.telephony.asterisk.ami.AmiMessage;
import dev.outpace.telephony.asterisk.ami.AmiSession;
import dev.outpace.telephony.asterisk.ami.AmiWire;
import dev.outpace.telephony.asterisk.ami.ExchangeTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a session with Asterisk. Whenever there is a new one, a list of all channels comes first; events that arrive before the
 * list is complete are told after it.
 */
final class AsteriskLink implements AmiSession.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(AsteriskLink.class);

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    /** Why the link is down when a person wanted it. */
    static final String UNLINKED = "unlinked by a supervisor";

    private static final String ANOTHER_LOGIN = "another secret or certificate was entered";

    private static final Duration LIST_LIMIT = Duration.ofSeconds(5);

    private final EngineClock clock;
    private AmiWire.Connector connector;
    private AmiLogin login;
    private final ExchangeTime time;
    private final Listener listener;
    private final List<AmiMessage> held = new ArrayList<>();

    private @Nullable AmiSession session;
    /** When Asterisk was started, as it writes it; empty if unknown. */
    private String startedAt = "";

    private String lastReason = "";
    /** Counts sessions, so that a timer of an earlier one is told apart. */
    private long sessions;

    private @Nullable LinkBarrier barrier;
    private boolean up;
    private boolean closed;
    /** By a person: nothing is tried until they link it again. */
    private boolean unlinked;

    private int tries;
    private Consumer<LinkTry> tryTold = _ -> {};
    private EngineClock.Timer nextTry = () -> {};

    interface Listener {
        /**
         * There is a session, and no event was told since the list was made.
         *
         * @param restarted whether Asterisk was started anew since the last session
         * @param channels rows of {@code CoreShowChannels}
         * @param deviceStates rows of {@code DeviceStateList}; empty if Asterisk does not tell them
         * @param queues rows of {@code QueueStatus}
         * @param notes rows of {@code Status} with {@link WaitingNote}s, of the first session of this run; empty for others
         */
        void up(
                boolean restarted,
                List<AmiMessage> channels,
                List<AmiMessage> deviceStates,
                List<AmiMessage> queues,
                List<AmiMessage> notes);

        void event(AmiMessage event);

        /** There is no session any more, or none can be had: told anew when that has another reason. */
        void down(String reason);

        /** No session is tried any more, until it is opened again; {@link #down} was told. */
        void barred(LinkBarrier by);
    }

    AsteriskLink(EngineClock clock, AmiWire.Connector connector, AmiLogin login, ExchangeTime time, Listener listener) {
        this.clock = clock;
        this.connector = connector;
        this.login = login;
        this.time = time;
        this.listener = listener;
    }

    boolean isUp() {
        return up;
    }

    /** By our wall clock. */
    Instant now() {
        return clock.wallTime();
    }

    /** @param told hears of each next try while there is no link */
    void tellTries(Consumer<LinkTry> told) {
        tryTold = told;
    }

    /** Ends the session until {@link #relink}. */
    void unlink() {
        unlinked = true;
        nextTry.cancel();
        tries = 0;
        boolean was = up;
        drop();
        lastReason = "";
        if (was) {
            LOG.info("Unlinked by a person");
            listener.down(UNLINKED);
        }
    }

    void relink() {
        unlinked = false;
        open();
    }

    /** Another way or another login counts from now on: a session that is there ends, and one is made anew. */
    void use(AmiWire.Connector otherConnector, AmiLogin otherLogin) {
        connector = otherConnector;
        login = otherLogin;
        nextTry.cancel();
        tries = 0;
        boolean was = up;
        drop();
        lastReason = "";
        if (was) {
            listener.down(ANOTHER_LOGIN);
        }
        open();
    }

    /** Connects, and again whenever the session ends, unless something bars it. What barred it is tried once more. */
    void open() {
        if (session == null && !closed && !unlinked) {
            barrier = null;
            sessions++;
            session = new AmiSession(clock, connector, login, time, this);
        }
    }

    /** Ends the session; nothing is told afterwards. */
    void close() {
        closed = true;
        drop();
    }

    private void drop() {
        up = false;
        held.clear();
        if (session != null) {
            session.close();
            session = null;
        }
    }

    /** No effect while the link is down. */
    void ask(AmiAction action, Consumer<AmiMessage> answered) {
        if (up && session != null) {
            session.ask(action, answered);
        }
    }

    /** No effect while the link is down. */
    void tell(AmiAction action) {
        ask(action, _ -> {});
    }

    /** No effect while the link is down. */
    void list(AmiAction action, Consumer<List<AmiMessage>> listed) {
        if (up && session != null) {
            session.list(action, listed);
        }
    }

    @Override
    public void ready() {
        var now = session;
        if (now == null) {
            return;
        }
        long number = sessions;
        clock.schedule(LIST_LIMIT, () -> {
            if (sessions == number && session != null && !up) {
                closed("no list of channels within " + LIST_LIMIT.toSeconds() + " s");
            }
        });
        now.ask(AmiAction.of("CoreStatus"), status -> {
            var start = status.get("CoreStartupDate") + ' ' + status.get("CoreStartupTime");
            if (startedAt.isEmpty()) {
                now.list(
                        AmiAction.of("Status").with("Variables", WaitingNote.VARIABLE),
                        notes -> list(now, start.strip(), notes));
            } else {
                list(now, start.strip(), List.of());
            }
        });
    }

    private void list(AmiSession now, String start, List<AmiMessage> notes) {
        now.list(
                AmiAction.of("DeviceStateList"),
                states -> now.list(
                        AmiAction.of("QueueStatus"),
                        queues -> now.list(
                                AmiAction.of("CoreShowChannels"), rows -> listed(start, rows, states, queues, notes))));
    }

    private void listed(
            String start,
            List<AmiMessage> rows,
            List<AmiMessage> states,
            List<AmiMessage> queues,
            List<AmiMessage> notes) {
        boolean restarted = !startedAt.isEmpty() && !start.isEmpty() && !startedAt.equals(start);
        startedAt = start;
        lastReason = "";
        up = true;
        tries = 0;
        LOG.info("Linked to Asterisk, started {}", start);
        listener.up(restarted, rows, states, queues, notes);
        for (var event : List.copyOf(held)) {
            event(event);
        }
        held.clear();
    }

    @Override
    public void event(AmiMessage event) {
        if (event.event().equals("Shutdown")) {
            closed("Asterisk shuts down");
        } else if (up) {
            listener.event(event);
        } else if (session != null) {
            held.add(event);
        }
    }

    @Override
    public void refused() {
        barrier = new LinkBarrier.Refused();
    }

    @Override
    public void otherCertificate(String fingerprint) {
        barrier = new LinkBarrier.OtherCertificate(fingerprint);
    }

    @Override
    public void closed(String reason) {
        boolean was = up;
        drop();
        boolean other = !reason.equals(lastReason);
        if (other) {
            lastReason = reason;
            LOG.warn("No link to Asterisk: {}", reason);
        }
        if (was || other) {
            listener.down(reason);
        }
        var by = barrier;
        if (by != null) {
            listener.barred(by);
        } else {
            tryTold.accept(new LinkTry(++tries, clock.wallTimeAfter(BETWEEN_TRIES)));
            nextTry = clock.schedule(BETWEEN_TRIES, this::openUnlessBarred);
        }
    }

    private void openUnlessBarred() {
        if (barrier == null) {
            open();
        }
    }
}
