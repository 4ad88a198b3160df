package dev.outpace.telephony.asterisk.ami;

import dev.outpace.engine.EngineClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One login at Asterisk: answers are matched to actions, all else is told as events, in order. A connection that answers no ping
 * is given up.
 */
public final class AmiSession implements AmiWire.Listener {
    static final String GREETING = "Asterisk Call Manager";
    private static final Duration LOGIN_LIMIT = Duration.ofSeconds(10);
    /** A user without the right to read {@code system} is never told that Asterisk is booted. */
    private static final Duration BOOT_LIMIT = Duration.ofSeconds(5);

    private static final Duration BETWEEN_PINGS = Duration.ofSeconds(2);
    private static final Duration PING_LIMIT = Duration.ofSeconds(3);

    private final EngineClock clock;
    private final AmiLogin login;
    private final ExchangeTime time;
    private final Listener listener;
    private final Map<String, Consumer<AmiMessage>> answers = new HashMap<>();
    /** Rows of lists that are not complete. */
    private final Map<String, List<AmiMessage>> lists = new HashMap<>();

    private final AmiWire wire;
    private long actions;
    private boolean ready;
    private boolean closed;
    private EngineClock.@Nullable Timer limit;

    /** Hears a session on the thread of the engine's clock. */
    public interface Listener {
        /** Logged in, and Asterisk is booted. Orders can be given. */
        void ready();

        void event(AmiMessage event);

        /** User or secret were refused; {@link #closed} follows. */
        default void refused() {}

        /** See {@link AmiWire.Listener#otherCertificate}; {@link #closed} follows. */
        default void otherCertificate(String fingerprint) {}

        /** The session has ended, or could not begin. Open actions are not answered any more. */
        void closed(String reason);
    }

    /** Begins to connect and to log in. */
    public AmiSession(
            EngineClock clock, AmiWire.Connector connector, AmiLogin login, ExchangeTime time, Listener listener) {
        this.clock = clock;
        this.login = login;
        this.time = time;
        this.listener = listener;
        limit = clock.schedule(LOGIN_LIMIT, () -> end("no login within " + LOGIN_LIMIT.toSeconds() + " s"));
        wire = connector.connect(this);
    }

    /** Sends an action. The answer is told, unless the session ends before. */
    public void ask(AmiAction action, Consumer<AmiMessage> answered) {
        if (closed) {
            return;
        }
        answers.put(send(action), answered);
    }

    /** Sends an action of which no answer is awaited. */
    public void tell(AmiAction action) {
        ask(action, _ -> {});
    }

    /** Sends an action that is answered by a list of events. A refusal gives an empty list. */
    public void list(AmiAction action, Consumer<List<AmiMessage>> listed) {
        if (closed) {
            return;
        }
        var rows = new ArrayList<AmiMessage>();
        var id = send(action);
        answers.put(id, answer -> {
            if (answer.agrees()) {
                lists.put(id, rows);
                answers.put(id, _ -> listed.accept(rows));
            } else {
                listed.accept(rows);
            }
        });
    }

    private String send(AmiAction action) {
        var id = "outpace-" + ++actions;
        var sent = action.with("ActionID", id);
        AmiTrace.sent(sent);
        wire.send(sent);
        return id;
    }

    /** Ends the session. The listener hears nothing afterwards. */
    public void close() {
        closed = true;
        if (limit != null) {
            limit.cancel();
        }
        answers.clear();
        lists.clear();
        wire.close();
    }

    private void end(String reason) {
        if (!closed) {
            AmiTrace.note("link lost: " + reason);
            close();
            listener.closed(reason);
        }
    }

    @Override
    public void greeted(String greeting) {
        AmiTrace.note("greeted: " + greeting);
        if (!greeting.startsWith(GREETING)) {
            end("not an Asterisk manager port");
            return;
        }
        ask(AmiAction.of("Challenge").with("AuthType", "MD5"), this::challenged);
    }

    private void challenged(AmiMessage answer) {
        var challenge = answer.get("Challenge");
        var action = AmiAction.of("Login").with("Username", login.user());
        if (answer.agrees() && !challenge.isEmpty()) {
            var key = login.secret().answerTo(challenge);
            ask(action.with("AuthType", "MD5").with("Key", key), this::loggedIn);
        } else if (login.plain()) {
            ask(action.with("Secret", login.secret().inPlain()), this::loggedIn);
        } else {
            end("Asterisk offers no challenge, and a secret is not sent in plain over a network");
        }
    }

    private void loggedIn(AmiMessage answer) {
        if (!answer.agrees()) {
            listener.refused();
            end("login refused: " + answer.get("Message"));
            return;
        }
        limitIs(BOOT_LIMIT, this::booted);
        ping();
    }

    private void limitIs(Duration wait, Runnable over) {
        if (limit != null) {
            limit.cancel();
        }
        limit = clock.schedule(wait, over);
    }

    private void booted() {
        if (!ready && !closed) {
            ready = true;
            if (limit != null) {
                limit.cancel();
                limit = null;
            }
            listener.ready();
        }
    }

    private void ping() {
        if (closed) {
            return;
        }
        var sent = clock.wallTime();
        long sentAt = clock.monotonicNanos();
        ask(AmiAction.of("Ping"), pong -> time.pinged(sent, pong));
        clock.schedule(PING_LIMIT, () -> {
            if (wire.heardAt() - sentAt < 0) {
                end("silent for " + PING_LIMIT.toSeconds() + " s");
            }
        });
        clock.schedule(BETWEEN_PINGS, this::ping);
    }

    @Override
    public void received(AmiMessage message) {
        if (closed) {
            return;
        }
        AmiTrace.received(message);
        var id = message.get("ActionID");
        if (message.isAnswer()) {
            var answered = answers.remove(id);
            if (answered != null) {
                answered.accept(message);
            }
            return;
        }
        var rows = lists.get(id);
        if (rows != null) {
            listed(id, rows, message);
        } else if (message.event().equals("FullyBooted")) {
            booted();
        } else {
            listener.event(message);
        }
    }

    private void listed(String id, List<AmiMessage> rows, AmiMessage row) {
        if (!row.get("EventList").equalsIgnoreCase("Complete")) {
            rows.add(row);
            return;
        }
        lists.remove(id);
        var complete = answers.remove(id);
        if (complete != null) {
            complete.accept(row);
        }
    }

    @Override
    public void otherCertificate(String fingerprint) {
        if (!closed) {
            listener.otherCertificate(fingerprint);
        }
    }

    @Override
    public void closed(String reason) {
        end(reason);
    }
}
