package dev.outpace.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.FactLog.Fact;
import dev.outpace.engine.FactLog.TargetFate;
import dev.outpace.engine.TargetPool.Claim;
import dev.outpace.engine.TargetPool.ClaimResult.Claimed;
import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Address;
import dev.outpace.model.CallFilter;
import dev.outpace.model.CallPage;
import dev.outpace.model.CallStep;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.EndCause;
import dev.outpace.model.FlowCounts;
import dev.outpace.model.Json;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetStatus;
import dev.outpace.ui.live.Facts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twelve calls of two campaigns, every third abandoned, the newest in progress. */
@SuppressWarnings("NullAway.Init")
class CallQueriesTest {
    private static final Instant NOW = Instant.parse("2026-05-12T10:42:18Z");
    private static final CallFilter ALL = new CallFilter(null, List.of(), "", null);

    @TempDir
    private Path folder;

    private Store store;
    private final List<CampaignCall> calls = new ArrayList<>();

    @BeforeEach
    void placeCalls() {
        store = Store.open(EmptyWorkspace.in(folder), "a test", new JacksonJson());
        store.targets()
                .storeAll(
                        List.of(Facts.outdial(1, "One"), Facts.outdial(2, "Two")),
                        Map.of(
                                Facts.id(1), targets(1).iterator(),
                                Facts.id(2), targets(2).iterator()),
                        Set.of());
        for (int i = 0; i < 12; i++) {
            place(i % 2 + 1, i % 3 == 0 ? EndCause.ABANDONED : EndCause.NORMAL);
        }
        place(1, null);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static List<OutdialTarget> targets(int list) {
        var targets = new ArrayList<OutdialTarget>();
        for (int i = 0; i < 10; i++) {
            targets.add(new OutdialTarget(
                    Facts.id(list * 100 + i),
                    Facts.id(list),
                    0,
                    i == 4 ? "Nora O'Hara" : "Target " + i,
                    "",
                    "",
                    TargetStatus.IDLE,
                    Arrays.asList(Address.tel("+121255501" + list + i), null, null, null, null),
                    List.of(0, 0, 0, 0, 0),
                    null,
                    null,
                    Stamps.createdAt(NOW),
                    Json.Obj.EMPTY));
        }
        return targets;
    }

    private void place(int list, @Nullable EndCause cause) {
        var campaign = Facts.campaign(10 + list, "Campaign " + list, Facts.id(0), Facts.id(list), Facts.id(20));
        var claim = new Claim(UUID.randomUUID(), campaign, Facts.outplan(20, "Plan"), NOW, _ -> false);
        var call = ((Claimed) store.targetPool().claim(claim)).call();
        if (cause != null) {
            call = call.ended(cause, NOW);
            store.factLog().write(new Fact.CallClosed(call, new TargetFate.Done()));
        }
        store.factLog().awaitCommitted();
        calls.addFirst(call);
    }

    private CallPage page(CallFilter filter, long before, int size) {
        return store.callQueries().page(filter, before, size).join();
    }

    @Test
    void pagesLeadThroughTheWholeHistoryNewestFirst() {
        var found = new ArrayList<CampaignCall>();
        var page = page(ALL, 0, 5);
        while (page.next() != 0) {
            found.addAll(page.calls());
            page = page(ALL, page.next(), 5);
        }
        found.addAll(page.calls());
        assertThat(found).isEqualTo(calls);
    }

    @Test
    void aPageCanBeReadAgainWhateverCameSince() {
        var first = page(ALL, 0, 5);
        place(2, null);
        place(2, null);
        assertThat(page(ALL, first.start(), 5)).isEqualTo(first);
        assertThat(page(ALL, 0, 5).calls().getFirst()).isEqualTo(calls.getFirst());
    }

    @Test
    void newCallsAreCountedThroughTheFilter() {
        var ofOne = new CallFilter(Facts.id(11), List.of(), "", null);
        long start = page(ALL, 0, 5).start();
        long startOfOne = page(ofOne, 0, 5).start();
        assertThat(store.callQueries().countNewer(ALL, start).join()).isZero();
        place(1, null);
        place(2, null);
        place(2, null);
        assertThat(store.callQueries().countNewer(ALL, start).join()).isEqualTo(3);
        assertThat(store.callQueries().countNewer(ofOne, startOfOne).join()).isEqualTo(1);
    }

    @Test
    void aFilterTellsCampaignCauseNameAndNumber() {
        assertThat(page(new CallFilter(Facts.id(12), List.of(), "", null), 0, 50)
                        .calls())
                .hasSize(6)
                .allMatch(call -> call.campaignId().equals(Facts.id(12)));
        assertThat(page(new CallFilter(null, List.of(EndCause.ABANDONED), "", null), 0, 50)
                        .calls())
                .hasSize(4)
                .allMatch(call -> call.cause() == EndCause.ABANDONED);
        assertThat(page(new CallFilter(null, List.of(), "o'hara", null), 0, 50).calls())
                .hasSize(2);
        assertThat(page(new CallFilter(null, List.of(), "+1 212 555 0113", null), 0, 50)
                        .calls())
                .hasSize(1);
        var none = page(new CallFilter(null, List.of(), "nobody", null), 0, 50);
        assertThat(none.calls()).isEmpty();
        assertThat(none.next()).isZero();
        assertThat(none.start()).isEqualTo(page(ALL, 0, 1).start());
    }

    @Test
    void callsAreFoundById() {
        var known = calls.get(3);
        assertThat(store.callQueries()
                        .calls(List.of(known.id(), UUID.randomUUID()))
                        .join())
                .containsExactly(known);
    }

    private void step(UUID call, CallStep.Kind kind, int action, String text) {
        store.factLog().write(new Fact.CallNoted(new CallStep(call, NOW, kind, Facts.id(action), text)));
    }

    @Test
    void theWaysOfTheLatestCallsAndThePlacesOfThoseInProgressAreCounted() {
        var ended = calls.get(2).id();
        var now = calls.getFirst().id();
        for (var call : List.of(ended, now)) {
            step(call, CallStep.Kind.ACTION, 70, "digits_receive");
            step(call, CallStep.Kind.ACTION, 71, "branch " + (call.equals(now) ? "=1" : "default"));
            step(call, CallStep.Kind.ACTION, 72, "talk");
        }
        store.factLog().awaitCommitted();

        var counts = store.flowQueries().counts(Facts.id(11)).join();

        assertThat(counts.calls()).isEqualTo(7);
        assertThat(counts.now()).containsExactly(Map.entry(Facts.id(72), 1));
        assertThat(counts.taken())
                .containsOnly(
                        Map.entry(new FlowCounts.Way(Facts.id(71), "=1"), 1),
                        Map.entry(new FlowCounts.Way(Facts.id(71), "default"), 1));
        assertThat(store.flowQueries().counts(Facts.id(12)).join().now()).isEmpty();
    }

    @Test
    void whoWaitsAtTheEndOfTheFlowIsAtNoActionOfIt() {
        var now = calls.getFirst().id();
        step(now, CallStep.Kind.ACTION, 72, "talk");
        step(now, CallStep.Kind.QUEUE_JOINED, 0, Facts.id(40).toString());
        store.factLog().awaitCommitted();
        assertThat(store.flowQueries().counts(Facts.id(11)).join().now()).isEmpty();

        step(now, CallStep.Kind.ACTION, 73, "queue_join");
        step(now, CallStep.Kind.QUEUE_JOINED, 0, Facts.id(40).toString());
        store.factLog().awaitCommitted();
        assertThat(store.flowQueries().counts(Facts.id(11)).join().now()).containsOnlyKeys(Facts.id(73));
    }

    @Test
    void aFileThatWasNotClosedIsScannedForItsLastCommitAndHasAllCalls() throws IOException {
        var mark = folder.resolve("outpace.open");
        assertThat(mark).exists();
        store.close();
        assertThat(mark).doesNotExist();
        Files.createFile(mark);
        store = Store.open(folder, "a test", new JacksonJson());
        assertThat(page(ALL, 0, 50).calls()).isEqualTo(calls);
    }
}
