package dev.outpace.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.OthersWait;
import dev.outpace.model.ExchangeQueue;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Queue;
import dev.outpace.model.QueueService;
import dev.outpace.model.Stamps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Callers of others in Asterisk's own queues. */
class OthersInQueuesTest {
    private static final UUID FIRST = new UUID(2, 1);
    private static final UUID SECOND = new UUID(2, 2);
    private static final String QUEUE = "support";

    private final List<EngineInput> told = new ArrayList<>();
    private final AsteriskExchange exchange = new AsteriskExchange(told::add, 1);
    private final FakeQueues queues = exchange.asterisk.queues;

    OthersInQueuesTest() {
        queues.has(QUEUE, "", true, false);
        queues.has("sales", "", true, false);
        assign(queue(FIRST, QUEUE), queue(SECOND, QUEUE));
    }

    private static Queue queue(UUID id, String name) {
        return new Queue(
                id,
                "",
                "",
                "",
                List.of(),
                Ids.NIL,
                0,
                0,
                QueueService.USUAL,
                ExchangeQueue.read(name).orElse(null),
                Stamps.NONE,
                Json.Obj.EMPTY);
    }

    private void assign(Queue... assigned) {
        exchange.telephony().assign(List.of(assigned), List.of());
    }

    private void connect() {
        exchange.telephony().connect();
        run();
    }

    private void run() {
        exchange.clock.run(Duration.ofMillis(20));
    }

    /** What was told since the last time: of the first queue, unless it is said. */
    private List<Object> news() {
        run();
        var news = new ArrayList<>();
        for (var input : told) {
            if (input instanceof OthersWait(var _, var queueId, var callers)) {
                news.add(queueId.equals(FIRST) ? callers : queueId + ": " + callers);
            }
        }
        told.clear();
        return news;
    }

    @Test
    void whoWaitsIsCountedUnlessAPhoneRings() {
        connect();
        assertThat(news()).as("nobody, but it is told from now on").containsExactly(0);
        queues.otherComes(QUEUE, "others.1");
        queues.otherComes(QUEUE, "others.2");
        queues.otherComes("sales", "others.3");
        assertThat(news()).containsExactly(1, 2);
        queues.ringsForOther("others.1", "leg.1");
        queues.ringsForOther("others.1", "leg.2");
        assertThat(news()).as("one caller, two phones").containsExactly(1);
        queues.isSilent("leg.1");
        assertThat(news()).isEmpty();
        queues.isSilent("leg.2");
        assertThat(news()).as("both missed the caller").containsExactly(2);
        queues.otherLeaves("others.1");
        queues.isSilent("others.2");
        assertThat(news()).as("the end of the channel is enough").containsExactly(1, 0);
    }

    @Test
    void whoeverIsThereAtTheBeginOrAfterALostLinkIsCounted() {
        queues.otherComes(QUEUE, "others.1");
        connect();
        assertThat(news()).containsExactly(1);
        queues.ringsForOther("others.1", "leg.1");
        assertThat(news()).containsExactly(0);
        exchange.dropLink();
        run();
        queues.otherComes(QUEUE, "others.2");
        exchange.restoreLink();
        exchange.settle();
        assertThat(news()).as("the phone rings no more, and one came").containsExactly(2);
    }

    @Test
    void aQueueThatIsOutpacesOwnFromNowOnHasNone() {
        queues.otherComes(QUEUE, "others.1");
        connect();
        assertThat(news()).containsExactly(1);
        assign(queue(FIRST, ""), queue(SECOND, QUEUE));
        assertThat(news()).containsExactlyInAnyOrder(0, SECOND + ": 1");
        assign(queue(FIRST, ""), queue(SECOND, ""));
        assertThat(news()).containsExactly(SECOND + ": 0");
    }
}
