package dev.outpace.telephony.asterisk.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.AgentChanged;
import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.CallAnswered;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.Snapshot.PhoneLine;
import dev.outpace.engine.Telephony.CallRequest;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Queue;
import dev.outpace.model.QueueService;
import dev.outpace.model.Stamps;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Twenty agents, first with phones that ring, then connected: how long after the answer a caller and an agent hear each other. */
@Tag("asterisk")
class RealAsteriskStayLoadTest {
    private static final int CALLS = 150;
    private static final int AGENTS = 20;
    /** Is heard from the answer on, as people are; a line without any sound would cost 0.1 s. */
    private static final String SPEAKS = "300";

    private static final UUID QUEUE = new UUID(4, 0);
    private static final Duration BETWEEN_CALLS = Duration.ofMillis(300);
    private static final Duration TALK = Duration.ofSeconds(2);

    @Test
    void whoStaysConnectedHearsTheCallerAtOnce() {
        var ringing = new Floor(101, false).run();
        var connected = new Floor(141, true).run();
        System.out.println("answer to talk, phones ring: " + figures(ringing));
        System.out.println("answer to talk, connected: " + figures(connected));
        assertThat(ringing).hasSize(CALLS);
        assertThat(connected).hasSize(CALLS);
        assertThat(connected.get(CALLS / 2)).isLessThan(ringing.get(CALLS / 2));
    }

    private static String figures(List<Duration> sorted) {
        return "p50 %d ms, p99 %d ms, longest %d ms"
                .formatted(
                        sorted.get(sorted.size() / 2).toMillis(),
                        sorted.get(sorted.size() * 99 / 100).toMillis(),
                        sorted.getLast().toMillis());
    }

    /** One kind of agents, and the calls that they take. */
    private static final class Floor {
        private final int firstPhone;
        private final boolean stay;
        private final RealAsterisk exchange = new RealAsterisk(this::hear, RealAsterisk.settings("PJSIP/carrier"));
        private final Map<UUID, Instant> answered = new HashMap<>();
        private final List<Duration> waits = new ArrayList<>();
        private final Set<UUID> connected = new HashSet<>();
        private int ended;

        Floor(int firstPhone, boolean stay) {
            this.firstPhone = firstPhone;
            this.stay = stay;
        }

        /** Returns the times from answer to talk, the shortest first. */
        List<Duration> run() {
            try (exchange) {
                var service = new QueueService(1_000, 15_000, stay);
                var queue = new Queue(
                        QUEUE, "", "", "", List.of(), Ids.NIL, 0, 0, service, null, Stamps.NONE, Json.Obj.EMPTY);
                var agents = IntStream.range(0, AGENTS)
                        .mapToObj(number -> RealFloorFixture.agent(firstPhone + number))
                        .toList();
                exchange.telephony().assign(List.of(queue), agents);
                exchange.telephony().connect();
                exchange.settle();
                while (stay && connected.size() < AGENTS) {
                    assertThat(exchange.hear()).isNotNull();
                }
                IntStream.range(0, CALLS)
                        .forEach(number -> exchange.clock.schedule(
                                BETWEEN_CALLS.multipliedBy(number),
                                () -> exchange.telephony()
                                        .originate(new CallRequest(
                                                new UUID(stay ? 11 : 10, number),
                                                new UUID(1, 0),
                                                RealAsterisk.number(SPEAKS),
                                                null,
                                                Duration.ofSeconds(20)))));
                while (ended < CALLS) {
                    assertThat(exchange.hear()).as("after %d ends", ended).isNotNull();
                }
            }
            Collections.sort(waits);
            return waits;
        }

        private void hear(EngineInput input) {
            switch (input) {
                case AgentChanged(var _, var agentId, var now) -> {
                    if (now.line() == PhoneLine.CONNECTED) {
                        connected.add(agentId);
                    }
                }
                case CallAnswered(var at, var callId) -> {
                    answered.put(callId, at);
                    exchange.telephony().joinQueue(callId, QUEUE, Duration.ZERO);
                }
                case AgentConnected(var at, var callId, var _) -> {
                    waits.add(Duration.between(answered.get(callId), at));
                    exchange.clock.schedule(TALK, () -> exchange.telephony().hangUp(callId));
                }
                case CallEnded _ -> ended++;
                default -> {
                    // Of no meaning for the figures.
                }
            }
        }
    }
}
