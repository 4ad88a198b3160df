package dev.outpace.telephony.asterisk.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.CallAnswered;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.Telephony.CallRequest;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Phone;
import dev.outpace.model.Queue;
import dev.outpace.model.Stamps;
import dev.outpace.telephony.InputLedger;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;

/** Callers, agents and one queue on a real exchange, and ways to wait for what becomes of them. */
abstract class RealFloorFixture {
    static final UUID QUEUE = new UUID(4, 0);
    static final String STAYS = "200";
    static final String HANGS_UP_AFTER_FOUR_SECONDS = "201";

    final InputLedger ledger = new InputLedger();
    final List<EngineInput> told = new ArrayList<>();
    final RealAsterisk exchange = new RealAsterisk(
            input -> {
                told.add(input);
                ledger.accept(input);
            },
            RealAsterisk.settings("PJSIP/carrier"));
    private int calls;

    @AfterEach
    final void close() {
        ledger.openCalls().forEach(call -> exchange.telephony().hangUp(call));
        exchange.settle();
        assertThat(ledger.openCalls()).isEmpty();
        exchange.close();
    }

    static UUID agentId(int phone) {
        return new UUID(3, phone);
    }

    static Agent agent(int phone) {
        return new Agent(
                agentId(phone),
                "",
                "",
                "",
                "",
                AgentStatus.AVAILABLE,
                AwayReason.BREAK,
                0,
                List.of(),
                List.of(),
                Phone.read("PJSIP/agent" + phone).orElseThrow(),
                Stamps.NONE,
                Json.Obj.EMPTY);
    }

    final void connect(Integer... phones) {
        assign(phones);
        exchange.telephony().connect();
        await(LinkUp.class, _ -> true);
    }

    final void assign(Integer... phones) {
        exchange.telephony()
                .assign(
                        List.of(queue()),
                        List.of(phones).stream().map(RealFloorFixture::agent).toList());
    }

    /** The queue that all agents serve. */
    Queue queue() {
        return new Queue(QUEUE, "", "", "", List.of(), Ids.NIL, 0, 0, Stamps.NONE, Json.Obj.EMPTY);
    }

    final UUID joins(String party, Duration maxWait) {
        var call = new UUID(7, ++calls);
        exchange.telephony()
                .originate(new CallRequest(
                        call, new UUID(1, 0), RealAsterisk.number(party), null, Duration.ofSeconds(20)));
        await(CallAnswered.class, answered -> answered.callId().equals(call));
        exchange.telephony().joinQueue(call, QUEUE, maxWait);
        return call;
    }

    final <I extends EngineInput> I await(Class<I> expected, Predicate<I> which) {
        for (var input : told) {
            if (expected.isInstance(input) && which.test(expected.cast(input))) {
                return expected.cast(input);
            }
        }
        EngineInput input;
        do {
            input = exchange.hear();
            assertThat(input).as("waiting for %s in %s", expected, told).isNotNull();
        } while (!expected.isInstance(input) || !which.test(expected.cast(input)));
        return expected.cast(input);
    }

    static Duration between(EngineInput.FromExchange from, EngineInput.FromExchange to) {
        return Duration.between(from.at(), to.at());
    }

    /** Something else than Outpace tells Asterisk to do something. Returns the first line of the answer that begins so. */
    static String elsewhere(String action, String awaited) throws IOException {
        return rows(action, awaited).getLast();
    }

    /** The same with all lines before it. */
    static List<String> rows(String action, String awaited) throws IOException {
        var place = System.getenv(RealAsterisk.PLACE).split(":", -1);
        try (var socket = new Socket(place[0], Integer.parseInt(place[1]))) {
            var login = "Action: Login\r\nUsername: dialer\r\nSecret: dialer-secret\r\nEvents: off\r\n\r\n";
            socket.getOutputStream().write((login + action + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            var lines = new ArrayList<String>();
            String line;
            do {
                line = answers.readLine();
                assertThat(line).isNotNull().doesNotStartWith("Response: Error");
                lines.add(line);
            } while (!line.startsWith(awaited));
            return lines;
        }
    }
}
