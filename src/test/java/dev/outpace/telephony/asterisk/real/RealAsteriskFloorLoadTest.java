package dev.outpace.telephony.asterisk.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.AgentChanged;
import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.AgentReleased;
import dev.outpace.engine.EngineInput.AgentRinging;
import dev.outpace.engine.EngineInput.CallAnswered;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.CallEvent;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.Telephony.CallRequest;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.ExchangeQueue;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Queue;
import dev.outpace.model.QueueService;
import dev.outpace.model.Stamps;
import dev.outpace.telephony.InputLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Twenty agents for whom callers always wait: how long an agent is idle before his phone rings for the next. */
@Tag("asterisk")
class RealAsteriskFloorLoadTest {
    private static final int CALLS = 200;
    private static final int AGENTS = 20;
    private static final UUID QUEUE = new UUID(4, 0);
    /** One of Asterisk's own queues that hands the callers out, by the property {@code asteriskQueue}; null for Outpace itself. */
    private static final @Nullable ExchangeQueue OF_EXCHANGE =
            ExchangeQueue.read(System.getProperty("asteriskQueue", "")).orElse(null);

    private static final QueueService SERVICE = QueueService.USUAL.withWrapUp(1_000);

    private final InputLedger ledger = new InputLedger();
    /** When each agent's wrap-up was over, until the phone rings again. */
    private final Map<UUID, Instant> idleSince = new HashMap<>();

    private final List<Duration> idle = new ArrayList<>();
    private int ended;
    private int talks;

    @Test
    void anAgentForWhomACallerWaitsIsRungAtOnce() {
        try (var exchange = new RealAsterisk(this::hear, RealAsterisk.settings("PJSIP/carrier"))) {
            var queue = new Queue(
                    QUEUE, "", "", "", List.of(), Ids.NIL, 0, 0, SERVICE, OF_EXCHANGE, Stamps.NONE, Json.Obj.EMPTY);
            var agents = IntStream.range(0, AGENTS)
                    .mapToObj(number -> RealFloorFixture.agent(101 + number))
                    .toList();
            exchange.telephony().assign(List.of(queue), agents);
            exchange.telephony().connect();
            while (!ledger.isUp()) {
                assertThat(exchange.hear()).isNotNull();
            }
            IntStream.range(0, CALLS)
                    .forEach(number -> exchange.clock.schedule(
                            Duration.ofMillis(number * 150L),
                            () -> exchange.telephony()
                                    .originate(new CallRequest(
                                            new UUID(8, number),
                                            new UUID(1, 0),
                                            RealAsterisk.number("200"),
                                            null,
                                            Duration.ofSeconds(20)))));
            while (ended < CALLS) {
                var input = exchange.hear();
                assertThat(input).as("after %d ends", ended).isNotNull();
                if (input instanceof CallAnswered answered) {
                    exchange.telephony().joinQueue(answered.callId(), QUEUE, Duration.ZERO);
                } else if (input instanceof AgentReleased released) {
                    exchange.telephony().hangUp(released.callId());
                }
            }
        }
        Collections.sort(idle);
        System.out.printf(
                "%d talks, %d times idle with a caller waiting: p50 %d ms, p99 %d ms, longest %d ms%n",
                talks,
                idle.size(),
                idle.get(idle.size() / 2).toMillis(),
                idle.get(idle.size() * 99 / 100).toMillis(),
                idle.getLast().toMillis());
        assertThat(talks).isEqualTo(CALLS);
    }

    private void hear(EngineInput input) {
        ledger.accept(input);
        switch (input) {
            case AgentChanged(var at, var id, var now) -> {
                var until = now.wrapUpUntil();
                if (until != null) {
                    idleSince.put(id, until);
                } else if (OF_EXCHANGE != null && now.status() == AgentStatus.AVAILABLE && talks > 0) {
                    // The queue has no wrap-up, and callers wait.
                    idleSince.put(id, at);
                } else {
                    // Nobody waited.
                    idleSince.remove(id);
                }
            }
            case AgentRinging(var at, var _, var agentId) -> {
                var since = idleSince.remove(agentId);
                if (since != null) {
                    idle.add(Duration.between(since, at));
                }
            }
            case AgentConnected _ -> talks++;
            case CallEnded _ -> ended++;
            case LinkUp _, CallEvent _ -> {}
            default -> {}
        }
    }
}
