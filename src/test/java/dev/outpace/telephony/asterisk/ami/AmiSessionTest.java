package dev.outpace.telephony.asterisk.ami;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.simulation.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AmiSessionTest {
    private static final String GREETING = "Asterisk Call Manager/11.0.0\r\n";

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-02T09:00:00Z"));
    private final ExchangeTime time = new ExchangeTime(clock);
    private final List<String> heard = new ArrayList<>();
    private final Deque<AmiMessage> actions = new ArrayDeque<>();
    private final List<MemoryWire> wires = new ArrayList<>();

    private final AmiSession.Listener listener = new AmiSession.Listener() {
        @Override
        public void ready() {
            heard.add("ready");
        }

        @Override
        public void event(AmiMessage event) {
            heard.add(event.event());
        }

        @Override
        public void closed(String reason) {
            heard.add("closed: " + reason);
        }
    };

    private AmiSession session(boolean plain) {
        return new AmiSession(
                clock,
                listening -> {
                    var wire = new MemoryWire(clock, new SplittableRandom(1), listening, actions::add, () -> {});
                    wires.add(wire);
                    return wire;
                },
                new AmiLogin("console", new Secret("console-secret"), plain),
                time,
                listener);
    }

    private void write(String text) {
        wires.getLast().write(text);
        clock.run(Duration.ZERO);
    }

    /** The next action that is no ping. */
    private AmiMessage action() {
        clock.run(Duration.ZERO);
        actions.removeIf(action -> action.get("Action").equals("Ping"));
        return actions.remove();
    }

    private void answer(AmiMessage action, String fields) {
        write("Response: " + fields + "\r\nActionID: " + action.get("ActionID") + "\r\n\r\n");
    }

    private AmiSession ready() {
        var session = session(false);
        write(GREETING);
        answer(action(), "Success\r\nChallenge: 110098897");
        answer(action(), "Success");
        write("Event: FullyBooted\r\n\r\n");
        return session;
    }

    @Test
    void theSecretIsProvedByAChallengeAndReadyIsToldWhenAsteriskIsBooted() {
        session(true);
        write(GREETING);
        var challenge = action();
        assertThat(challenge.get("Action")).isEqualTo("Challenge");
        answer(challenge, "Success\r\nChallenge: 110098897");
        var login = action();
        assertThat(login.get("Key")).isEqualTo(new Secret("console-secret").answerTo("110098897"));
        assertThat(login.get("Secret")).isEmpty();
        answer(login, "Success");
        assertThat(heard).isEmpty();
        write("Event: FullyBooted\r\n\r\n");
        assertThat(heard).containsExactly("ready");
    }

    @Test
    void withoutAChallengeTheSecretIsSentOnlyWhereNobodyCanListen() {
        session(true);
        write(GREETING);
        answer(action(), "Error\r\nMessage: no");
        assertThat(action().get("Secret")).isEqualTo("console-secret");

        session(false);
        write(GREETING);
        answer(action(), "Error\r\nMessage: no");
        assertThat(actions).isEmpty();
        assertThat(heard).singleElement().asString().contains("not sent in plain");
    }

    @Test
    void aRefusedLoginAPortThatIsNoneAndSilenceEndTheSession() {
        session(false);
        write(GREETING);
        answer(action(), "Success\r\nChallenge: 1");
        answer(action(), "Error\r\nMessage: Authentication failed");
        session(false);
        write("HTTP/1.1 400 Bad Request\r\n");
        session(false);
        clock.run(Duration.ofSeconds(20));

        assertThat(heard)
                .containsExactly(
                        "closed: login refused: Authentication failed",
                        "closed: not an Asterisk manager port",
                        "closed: no login within 10 s");
    }

    @Test
    void aUserWhoMayNotReadSystemEventsIsReadyAllTheSame() {
        session(false);
        write(GREETING);
        answer(action(), "Success\r\nChallenge: 1");
        answer(action(), "Success");
        for (int second = 0; second < 6; second++) {
            clock.run(Duration.ofSeconds(1));
            write("Event: DeviceStateChange\r\n\r\n");
        }
        assertThat(heard).containsOnlyOnce("ready");
    }

    @Test
    void answersFindTheirActionsInAnyOrderAndListsAreComplete() {
        var session = ready();
        session.ask(AmiAction.of("Getvar"), answer -> heard.add("first " + answer.get("Value")));
        session.ask(AmiAction.of("Getvar"), answer -> heard.add("second " + answer.get("Value")));
        session.list(AmiAction.of("CoreShowChannels"), rows -> heard.add(rows.size() + " rows"));
        var first = action();
        var second = action();
        var list = action();
        answer(second, "Success\r\nValue: 2");
        answer(list, "Success\r\nEventList: start");
        var id = "ActionID: " + list.get("ActionID") + "\r\n";
        write("Event: CoreShowChannel\r\n" + id + "\r\nEvent: Hangup\r\n\r\nEvent: CoreShowChannel\r\n" + id + "\r\n");
        write("Event: CoreShowChannelsComplete\r\n" + id + "EventList: Complete\r\n\r\n");
        answer(first, "Success\r\nValue: 1");
        answer(first, "Success\r\nValue: 1");

        assertThat(heard).containsExactly("ready", "second 2", "Hangup", "2 rows", "first 1");
    }

    @Test
    void aListThatIsRefusedIsEmpty() {
        ready().list(AmiAction.of("CoreShowChannels"), rows -> heard.add(rows.size() + " rows"));
        answer(action(), "Error\r\nMessage: Permission denied");
        assertThat(heard).containsExactly("ready", "0 rows");
    }

    @Test
    void aHalfOpenConnectionIsFoundByThePingThatNobodyAnswers() {
        ready();
        clock.run(Duration.ofSeconds(6));
        assertThat(heard).containsExactly("ready", "closed: silent for 3 s");
        assertThat(wires.getLast().isClosed()).isTrue();
    }

    /** Asterisk may be slow with its answers; as long as it tells anything it is there. */
    @Test
    void whileEventsComeAnAnswerMayTakeTenSeconds() {
        var session = ready();
        session.ask(AmiAction.of("Originate"), answer -> heard.add("answered"));
        var originate = action();
        for (int second = 0; second < 10; second++) {
            clock.run(Duration.ofSeconds(1));
            write("Event: VarSet\r\n\r\n");
        }
        answer(originate, "Success");
        assertThat(heard).endsWith("answered").doesNotContain("closed: silent for 3 s");
    }

    @Test
    void afterTheCloseNothingIsToldAndNothingIsSent() {
        var session = ready();
        session.ask(AmiAction.of("Getvar"), _ -> heard.add("answered"));
        var open = action();
        session.close();
        answer(open, "Success");
        session.ask(AmiAction.of("Getvar"), _ -> heard.add("answered"));
        session.closed("late");
        clock.run(Duration.ofSeconds(30));
        assertThat(heard).containsExactly("ready");
        assertThat(actions).isEmpty();
    }

    @Test
    void momentsOfAsteriskAreToldByOurClockAndNeverInTheFuture() {
        ready();
        actions.clear();
        clock.run(Duration.ofSeconds(2));
        var ping = actions.remove();
        assertThat(ping.get("Action")).isEqualTo("Ping");
        // Asterisk's clock is 100 s ahead, and the answer takes 40 ms.
        clock.run(Duration.ofMillis(40));
        answer(
                ping,
                "Success\r\nTimestamp: "
                        + stamp(clock.wallTime().plusSeconds(100).minusMillis(20)));

        var at = clock.wallTime().minusMillis(300);
        assertThat(time.of(event(at.plusSeconds(100)))).isEqualTo(at);
        assertThat(time.of(event(clock.wallTime().plusSeconds(130)))).isEqualTo(clock.wallTime());
        assertThat(time.of(new AmiMessage(List.of(new AmiField("Event", "Hangup")))))
                .isEqualTo(clock.wallTime());
        assertThat(time.of(new AmiMessage(List.of(new AmiField("Event", "Hangup"), new AmiField("Timestamp", "soon")))))
                .isEqualTo(clock.wallTime());
    }

    private static AmiMessage event(Instant at) {
        return new AmiMessage(List.of(new AmiField("Event", "Hangup"), new AmiField("Timestamp", stamp(at))));
    }

    private static String stamp(Instant at) {
        return "%d.%06d".formatted(at.getEpochSecond(), at.getNano() / 1_000);
    }
}
