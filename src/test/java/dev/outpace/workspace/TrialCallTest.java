package dev.outpace.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.CallAnswered;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.CallRefused;
import dev.outpace.engine.EngineInput.EndedBy;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.OrderEnded;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.EngineInput.Refusal;
import dev.outpace.engine.EngineThread;
import dev.outpace.engine.Snapshot;
import dev.outpace.engine.Telephony;
import dev.outpace.flow.MediaOrder;
import dev.outpace.flow.MediaResult;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.Queue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrialCallTest {
    private static final Instant AT = Instant.EPOCH;
    private final AtomicReference<@Nullable Exchange> exchange = new AtomicReference<>();

    /** Tells what it is made to tell when a call is placed; an order that it is given ends at once. */
    private static final class Exchange implements Telephony {
        private final EngineThread clock;
        private final Consumer<EngineInput> sink;
        private final BiFunction<UUID, Exchange, EngineInput> atOriginate;
        private final List<String> orders = new ArrayList<>();

        Exchange(EngineThread clock, Consumer<EngineInput> sink, BiFunction<UUID, Exchange, EngineInput> atOriginate) {
            this.clock = clock;
            this.sink = sink;
            this.atOriginate = atOriginate;
        }

        private void tell(EngineInput input) {
            clock.handIn(() -> sink.accept(input));
        }

        @Override
        public Set<Capability> capabilities() {
            return Set.of(Capability.ECHO);
        }

        @Override
        public void connect() {
            tell(new LinkUp(AT, false, new Snapshot(Map.of(), Map.of(), Set.of(), Set.of())));
        }

        @Override
        public void originate(CallRequest request) {
            orders.add("call " + request.to().target());
            tell(atOriginate.apply(request.callId(), this));
        }

        @Override
        public void hangUp(UUID callId) {
            orders.add("hang up");
            tell(new CallEnded(AT, callId, Outcome.COMPLETED, EndedBy.US));
        }

        @Override
        public void execute(OrderId order, UUID callId, MediaOrder media) {
            orders.add(media.toString());
            tell(new OrderEnded(AT, order, callId, MediaResult.DONE));
        }

        @Override
        public void requestSnapshot() {}

        @Override
        public void assign(List<Queue> queues, List<Agent> agents) {}

        @Override
        public void cancel(OrderId order) {}

        @Override
        public void joinQueue(UUID callId, UUID queueId, Duration maxWait) {}

        @Override
        public void leaveQueue(UUID callId) {}

        @Override
        public void changeAgent(OrderId order, UUID agentId, AgentStatus status, AwayReason why) {}

        @Override
        public void close() {
            orders.add("close");
        }
    }

    private CheckLine run(BiFunction<UUID, Exchange, EngineInput> atOriginate) {
        return TrialCall.run("+12125550100", clock -> sink -> {
            var made = new Exchange(clock, sink, atOriginate);
            exchange.set(made);
            return made;
        });
    }

    private List<String> orders() {
        var made = exchange.get();
        return made == null ? List.of() : made.orders;
    }

    @Test
    void whoeverAnswersHearsThemselvesAndIsHungUp() {
        var line = run((call, _) -> new CallAnswered(AT, call));
        assertThat(line.state()).isEqualTo(CheckLine.State.OK);
        assertThat(line.detail()).startsWith("It was answered");
        assertThat(orders())
                .containsExactly(
                        "call +12125550100",
                        new MediaOrder.Echo(Duration.ofSeconds(10)).toString(),
                        "hang up",
                        "close");
    }

    @Test
    void aBusyNumberShowsThatTheTrunkWorks() {
        var line = run((call, _) -> new CallEnded(AT, call, Outcome.BUSY, EndedBy.EXCHANGE));
        assertThat(line.state()).isEqualTo(CheckLine.State.WARN);
        assertThat(line.detail()).isEqualTo("The number is busy. The trunk works.");
        assertThat(orders()).containsExactly("call +12125550100", "close");
    }

    @Test
    void aRefusedCallSaysWhy() {
        var line = run((call, _) -> new CallRefused(AT, call, Refusal.NO_TRUNK, "no such trunk"));
        assertThat(line.state()).isEqualTo(CheckLine.State.FAIL);
        assertThat(line.detail()).isEqualTo("Asterisk refused the call: no such trunk");
    }
}
