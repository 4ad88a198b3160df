package dev.outpace.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.FactLog.StatusChange;
import dev.outpace.engine.StartCheck;
import dev.outpace.flow.FlowContext;
import dev.outpace.model.Action;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndHandle;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Problem;
import dev.outpace.model.Queue;
import dev.outpace.model.Resource;
import dev.outpace.model.ResourceBook;
import dev.outpace.model.Stamps;
import dev.outpace.telephony.simulated.SimulatedTelephony;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is asked once a second must not be worked out once a second, and must keep nobody waiting. */
class StartProblemsTest {
    private static final Instant NOW = Instant.parse("2026-05-12T10:00:00Z");
    private static final UUID QUEUE = new UUID(0, 10);

    private final Campaign campaign = campaign(1, List.of(join(QUEUE)));
    private final Catalog catalog = catalog(campaign, queue("Renewals"));
    private final StartProblems starts = new StartProblems(this::check, () -> SimulatedTelephony.CAPABILITIES);
    private int checks;

    private @Nullable Problem check(List<Action> actions, FlowContext context) {
        checks++;
        return StartCheck.Flows.check(actions, context);
    }

    private static Catalog catalog(Campaign campaign, Queue queue) {
        var book = new ResourceBook();
        book.put(campaign);
        book.put(queue);
        return new Catalog(book);
    }

    private static Campaign campaign(int id, List<Action> actions) {
        return new Campaign(
                new UUID(0, id),
                CampaignType.CALL,
                "Spring " + id,
                "",
                CampaignStatus.STOP,
                100,
                EndHandle.STOP,
                actions,
                Ids.NIL,
                Ids.NIL,
                QUEUE,
                Ids.NIL,
                CampaignOptions.DEFAULT,
                Stamps.createdAt(NOW),
                Json.Obj.EMPTY);
    }

    private static Action join(UUID queueId) {
        var option = new Json.Obj(Map.of("queue_id", new Json.Text(queueId.toString())));
        return new Action(new UUID(0, 90), Ids.NIL, "queue_join", option, Json.Obj.EMPTY);
    }

    private static Queue queue(String name) {
        return new Queue(QUEUE, name, "", "", List.of(), Ids.NIL, 0, 0, Stamps.createdAt(NOW), Json.Obj.EMPTY);
    }

    private void commit(List<Resource> saved, List<StatusChange> statuses) {
        assertThat(catalog.committed(saved, statuses)).hasSize(saved.size() + statuses.size());
    }

    private List<String> codes() {
        return starts.of(campaign.id(), catalog.book()).stream()
                .map(Problem::code)
                .toList();
    }

    @Test
    void aFlowIsGoneThroughOnceHoweverOftenOneAsks() {
        var first = codes();
        for (int second = 0; second < 100; second++) {
            assertThat(codes()).isEqualTo(first);
        }
        assertThat(checks).isEqualTo(1);
    }

    @Test
    void whatDoesNotConcernTheFlowDoesNotGoThroughItAgain() {
        codes();
        commit(List.of(campaign(2, List.of()), queue("Renewals, new")), List.of());
        commit(List.of(), List.of(new StatusChange(new UUID(0, 2), CampaignStatus.RUN, null, NOW, NOW)));
        commit(List.of(campaign.withServiceLevel(120)), List.of());
        codes();
        assertThat(checks).isEqualTo(1);
    }

    @Test
    void whatWasFoundOfADeletedCampaignIsForgotten() {
        codes();
        commit(List.of(campaign.withStamps(campaign.stamps().deletedAt(NOW)), campaign(2, List.of())), List.of());
        assertThat(starts.of(new UUID(0, 2), catalog.book())).isNotEmpty();
        commit(List.of(campaign), List.of());
        codes();
        assertThat(checks)
                .as("twice for the first campaign, once for the second")
                .isEqualTo(3);
    }

    @Test
    void anotherFlowOrAQueueThatIsGoneIsFoundAtOnce() {
        assertThat(codes()).doesNotContain("start.join_queue_missing");
        var queue = queue("Renewals");
        commit(List.of(queue.withStamps(queue.stamps().deletedAt(NOW))), List.of());
        assertThat(codes()).contains("start.join_queue_missing", "start.queue_missing");
        assertThat(checks).isEqualTo(2);
        commit(List.of(campaign.withActions(List.of())), List.of());
        assertThat(codes()).doesNotContain("start.join_queue_missing");
        assertThat(checks).isEqualTo(3);
    }

    @Test
    void aCheckThatTakesLongKeepsNobodyWaitingWhoWrites() throws Exception {
        var checking = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var slow = new StartProblems(
                (_, _) -> {
                    checking.countDown();
                    await(goOn);
                    return null;
                },
                () -> SimulatedTelephony.CAPABILITIES);
        var before = catalog.book();
        var asked = CompletableFuture.supplyAsync(() -> slow.of(campaign.id(), before));
        await(checking);
        commit(List.of(campaign.withServiceLevel(40)), List.of());
        assertThat(slow.of(new UUID(0, 99), catalog.book()))
                .as("another one who asks meanwhile")
                .extracting(Problem::code)
                .containsExactly("campaign.unknown");
        assertThat(catalog.book().campaign(campaign.id()))
                .extracting("serviceLevel")
                .isEqualTo(40);
        assertThat(before.campaign(campaign.id()))
                .as("the book that is being read")
                .isEqualTo(campaign);
        assertThat(asked).isNotDone();
        goOn.countDown();
        assertThat(asked.get(10, TimeUnit.SECONDS)).isNotEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
