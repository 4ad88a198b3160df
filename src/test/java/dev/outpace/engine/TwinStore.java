package dev.outpace.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Address;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.TargetCounts;
import dev.outpace.model.TargetStatus;
import dev.outpace.store.EmptyWorkspace;
import dev.outpace.store.Store;
import dev.outpace.store.TargetWrites;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The real store and the one in memory side by side: every answer of the one is held against the other's. */
@SuppressWarnings("NullAway")
final class TwinStore implements TargetPool, FactLog, TargetEdits, AutoCloseable {
    private final MemoryStore memory;
    private final Store store;

    TwinStore(MemoryStore memory, Path folder) {
        this.memory = memory;
        store = Store.open(EmptyWorkspace.in(folder), "test", new JacksonJson());
    }

    @Override
    public ClaimResult claim(Claim claim) {
        var stored = store.targetPool().claim(claim);
        var inMemory = memory.claim(claim);
        if (stored instanceof ClaimResult.Claimed(var call, var target, var notCallable, var keepsAgent)
                && inMemory
                        instanceof
                        ClaimResult.Claimed(var callInMemory, var targetInMemory, var _, var keepsInMemory)) {
            assertThat(call).isEqualTo(callInMemory);
            assertThat(target.id()).isEqualTo(targetInMemory.id());
            assertThat(target.tryCounts()).isEqualTo(targetInMemory.tryCounts());
            assertThat(notCallable).isEqualTo(inMemory.newlyNotCallable());
            assertThat(keepsAgent).isEqualTo(keepsInMemory);
        } else {
            assertThat(stored).isEqualTo(inMemory);
        }
        return stored;
    }

    @Override
    public TargetCounts counts(UUID outdialId) {
        var counts = store.targetPool().counts(outdialId);
        assertThat(counts).isEqualTo(memory.counts(outdialId));
        return counts;
    }

    @Override
    public void write(Fact fact) {
        store.factLog().write(fact);
        if (fact instanceof Fact.TargetsReopened || fact instanceof Fact.ClockRead) {
            // Both go on in chunks, each when nothing else is to be written: an import of nothing waits in their
            // line.
            store.factLog().awaitCommitted();
            store.targets().addAll(new UUID(0, 0), Collections.emptyIterator(), new TargetWrites.Watch() {});
        }
        memory.write(fact);
    }

    @Override
    public boolean awaitCommitted() {
        assertThat(store.factLog().awaitCommitted()).isTrue();
        return memory.awaitCommitted();
    }

    @Override
    public void add(OutdialTarget target) {
        store.targets().add(target).join();
        memory.add(target);
    }

    @Override
    public void readdress(OutdialTarget target, List<Address> destinations) {
        var now = store.targetQueries().target(target.id()).join().orElseThrow();
        var edited = MemoryStore.with(now, destinations);
        var refused = store.targets().save(edited).join();
        assertThat(refused.isPresent()).isEqualTo(now.status() == TargetStatus.PROGRESSING);
        memory.readdress(edited, destinations);
    }

    /** What an engine is opened with, from the real store; the other must say the same. */
    EngineState state(EngineRig rig) {
        var state = store.engineState(rig.limits, rig.seed, rig.goOn);
        var inMemory = memory.state(rig.limits, rig.seed, rig.goOn);
        assertThat(state.campaigns()).containsExactlyInAnyOrderElementsOf(inMemory.campaigns());
        assertThat(state.outplans()).containsExactlyInAnyOrderElementsOf(inMemory.outplans());
        assertThat(state.queues()).containsExactlyInAnyOrderElementsOf(inMemory.queues());
        assertThat(state.agents()).containsExactlyInAnyOrderElementsOf(inMemory.agents());
        assertThat(state.unfinished())
                .usingRecursiveComparison()
                .ignoringCollectionOrder()
                .ignoringFieldsMatchingRegexes(".*destination\\.written")
                .isEqualTo(inMemory.unfinished());
        for (var campaign : state.campaigns()) {
            assertThat(state.records().getOrDefault(campaign.id(), EngineState.CampaignRecord.NONE))
                    .isEqualTo(inMemory.records().getOrDefault(campaign.id(), EngineState.CampaignRecord.NONE));
        }
        return state;
    }

    /** Every target and every call. */
    void compare() {
        store.factLog().awaitCommitted();
        for (var target : memory.targets.values()) {
            var stored = store.targetQueries().target(target.id()).join().orElseThrow();
            assertThat(stored.status()).as(target.name()).isEqualTo(target.status());
            assertThat(stored.tryCounts()).as(target.name()).isEqualTo(target.tryCounts());
            assertThat(stored.nextTryAt()).as(target.name()).isEqualTo(target.nextTryAt());
            assertThat(stored.lastResult()).as(target.name()).isEqualTo(target.lastResult());
            assertThat(stored.destinations()).as(target.name()).isEqualTo(target.destinations());
        }
        Map<UUID, CampaignCall> calls = new HashMap<>();
        long after = 0;
        do {
            var page = store.callQueries().inOrder(after, 100).join();
            page.calls().forEach(call -> calls.put(call.id(), call));
            after = page.next();
        } while (after != 0);
        // A call has the number that was dialed, not how it was written.
        assertThat(calls)
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*destination\\.written")
                .isEqualTo(memory.calls);
    }

    /** As when a process is cut: the engine is not told. */
    @Override
    public void close() {
        compare();
        store.close();
    }
}
