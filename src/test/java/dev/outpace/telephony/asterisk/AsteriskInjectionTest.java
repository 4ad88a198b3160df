package dev.outpace.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.Telephony.CallRequest;
import dev.outpace.engine.Telephony.OrderId;
import dev.outpace.flow.MediaOrder;
import dev.outpace.flow.MediaOrder.StartRecording;
import dev.outpace.model.Address;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Phone;
import dev.outpace.model.Queue;
import dev.outpace.model.Stamps;
import dev.outpace.telephony.asterisk.ami.AmiMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Hostile lists, variables and names of callers, at random, through all that the engine orders: what Asterisk reads is judged by a
 * grammar of its own, written down here once more.
 */
class AsteriskInjectionTest {
    private static final UUID QUEUE = new UUID(2, 1);
    private static final int CALLS = 25;

    private static final List<String> HOSTILE = List.of(
            "\r\nAction: Originate\r\nChannel: Local/1@world",
            "\n",
            "\u0000",
            "\u0085",
            "\u2028",
            "\u202e",
            "\u2066",
            "&Local/1@world",
            "&",
            ",",
            "|",
            "${SHELL(id)}",
            "$[1+1]",
            "%0A",
            "%0d%0aX",
            "\"",
            "'",
            "\\",
            ";",
            "<",
            ">",
            "(",
            ")",
            "/",
            "@",
            "^",
            "..",
            "../../etc/passwd",
            " EXEC System id",
            "b(",
            "x".repeat(3_000),
            "é",
            "😀",
            "١٢٣");
    private static final List<String> PLAIN = List.of(
            "+12125550177", "12125550177", "hello-world", "http://example.org/a.wav", "1", "wav", "Anna", "sip");

    private static final String NUMBER = "[+]?[0-9]{1,32}";
    private static final String SIP = "sip:[A-Za-z0-9_.+-]+@[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]{1,5})?";
    private static final String DIALED = "PJSIP/(" + NUMBER + "@carrier|carrier/" + SIP + ")";
    private static final String SOUND =
            "(?!.*\\.\\.)[A-Za-z0-9_-][A-Za-z0-9_./-]*|https?://[A-Za-z0-9.\\[\\]:-]+(/[A-Za-z0-9._~%!'()*+;=:@/?-]*)?";
    private static final String UUIDS = "[0-9a-f-]{36}";

    /** All that an answered channel may be told. A name is shown between its quotes, of which it can have none. */
    private static final List<Pattern> COMMANDS = patterns(
            "NOOP",
            "EXEC Echo",
            "EXEC Playback \"(" + SOUND + ")\"",
            "EXEC SendDTMF \"[0-9A-Da-d*#]{1,100},[0-9]+,[0-9]+\"",
            "EXEC AMD \"[0-9]+(,[0-9]+){0,8}\"",
            "EXEC MixMonitor \"outpace/" + UUIDS + "-[0-9]+\\.[A-Za-z0-9]+,i\\(OUTPACE_RECORDING\\)\"",
            "EXEC Dial \"PJSIP/agent101,[0-9.]+,gm\"",
            "EXEC Dial \"" + DIALED + "(&" + DIALED + ")*,60,gr?(f\\(" + NUMBER + "\\))?\"",
            "EXEC ConfBridge \"outpace-" + UUIDS + "\"",
            "GET VARIABLE \"[A-Z_]+(\\([a-z0-9_.]+\\))?\"",
            "SET VARIABLE \"(TALK_DETECT\\(set\\)|TIMEOUT\\(absolute\\))\" \"[0-9]+\"",
            "SET CALLERID \"\\\\\"[^\\p{Cntrl}\"<>\\\\\u2028\u2029\u202a-\u202e\u2066-\u2069]{0,160}\\\\\" <" + NUMBER
                    + ">\"",
            "SET MUSIC O(N|FF)");

    private static final Pattern ORIGINATED = Pattern.compile(DIALED);
    private static final Pattern CALLER_ID = Pattern.compile("<" + NUMBER + ">");

    private final List<AmiMessage> heard = new ArrayList<>();
    private final AsteriskExchange exchange = new AsteriskExchange(_ -> {}, 1);
    private SplittableRandom random = new SplittableRandom(0);
    private long orders;

    private static List<Pattern> patterns(String... grammar) {
        return List.of(grammar).stream().map(Pattern::compile).toList();
    }

    /** Mostly hostile, sometimes only a little, and sometimes as it should be. */
    private String text() {
        var text = new StringBuilder(random.nextInt(3) == 0 ? "" : pick(PLAIN));
        for (int i = random.nextInt(3); i > 0; i--) {
            text.insert(random.nextInt(text.length() + 1), pick(HOSTILE));
        }
        return text.toString();
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private Address address() {
        return new Address(pick(List.of("tel", "tel", "sip", text())), text(), text(), text(), text());
    }

    private MediaOrder order() {
        return switch (random.nextInt(9)) {
            case 0 -> new MediaOrder.Talk(text(), text(), text(), text(), random.nextBoolean(), random.nextBoolean());
            case 1 -> new MediaOrder.Play(List.of(text(), text()));
            case 2 -> new MediaOrder.SendDigits(text(), Duration.ofMillis(100), Duration.ZERO);
            case 3 -> new MediaOrder.ReceiveDigits(Duration.ofSeconds(1), 1, text());
            case 4, 5 -> new StartRecording(text(), Duration.ofSeconds(random.nextInt(2)), text(), Duration.ZERO);
            case 6 -> new MediaOrder.Conference(random.nextBoolean() ? Ids.NIL : new UUID(9, random.nextLong()));
            default ->
                new MediaOrder.Connect(
                        List.of(address(), address()), random.nextBoolean() ? address() : null, random.nextBoolean());
        };
    }

    private void assign() {
        var agent = new Agent(
                new UUID(4, 1),
                text(),
                text(),
                text(),
                "",
                AgentStatus.AVAILABLE,
                AwayReason.BREAK,
                0,
                List.of(),
                List.of(),
                new Phone("PJSIP", "agent101"),
                Stamps.NONE,
                Json.Obj.EMPTY);
        var queue = new Queue(QUEUE, text(), text(), "", List.of(), Ids.NIL, 0, 0, Stamps.NONE, Json.Obj.EMPTY);
        exchange.telephony().assign(List.of(queue), List.of(agent));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothingButTheAllowedAlphabetReachesACommand(long seed) {
        random = new SplittableRandom(seed);
        exchange.asterisk.listen(heard::add);
        assign();
        exchange.telephony().connect();
        exchange.clock.run(Duration.ofMillis(10));
        for (int i = 0; i < CALLS; i++) {
            var call = new UUID(5, i);
            var to = random.nextInt(4) == 0 ? address() : new Address("tel", "+12125550100", text(), text(), text());
            exchange.telephony()
                    .originate(new CallRequest(
                            call, new UUID(1, 0), to, random.nextBoolean() ? address() : null, Duration.ofSeconds(30)));
            exchange.clock.run(Duration.ofSeconds(2));
            for (int turn = 0; turn < 6; turn++) {
                exchange.telephony().execute(new OrderId(++orders), call, order());
                exchange.clock.run(Duration.ofSeconds(1));
                exchange.telephony().cancel(new OrderId(orders));
                exchange.clock.run(Duration.ofMillis(200));
            }
            exchange.telephony().joinQueue(call, QUEUE, Duration.ofSeconds(2));
            exchange.clock.run(Duration.ofSeconds(1));
            exchange.telephony().hangUp(call);
            exchange.clock.run(Duration.ofSeconds(2));
        }
        assertThat(heard).extracting(action -> action.get("Action")).contains("Originate", "AGI", "Hangup");
        assertThat(heard).allSatisfy(AsteriskInjectionTest::isAllowed);
        assertThat(heard)
                .as("the good ones come through")
                .extracting(action -> action.get("Command"))
                .anyMatch(command -> command.startsWith("EXEC Playback"))
                .anyMatch(command -> command.startsWith("EXEC Dial"))
                .anyMatch(command -> command.startsWith("SET CALLERID"));
    }

    private static void isAllowed(AmiMessage action) {
        switch (action.get("Action")) {
            case "Originate" -> {
                assertThat(action.get("Channel")).matches(ORIGINATED);
                assertThat(action.get("CallerID"))
                        .matches(shown ->
                                shown.isEmpty() || CALLER_ID.matcher(shown).matches());
                assertThat(action.get("Context")).isEqualTo(AsteriskSettings.CONTEXT);
            }
            case "AGI" -> {
                var command = action.get("Command");
                assertThat(command.length())
                        .as("Asterisk reads no longer lines")
                        .isLessThan(980);
                assertThat(COMMANDS)
                        .as(command)
                        .anyMatch(allowed -> allowed.matcher(command).matches());
            }
            default -> assertThat(action.toString()).doesNotContain("Local/1@world", "SHELL", "System");
        }
    }
}
