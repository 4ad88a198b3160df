package dev.outpace.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.FactLog.Fact;
import dev.outpace.engine.FactLog.TargetFate;
import dev.outpace.model.Address;
import dev.outpace.model.EndCause;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Outdial;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetCounts;
import dev.outpace.model.TargetRouting;
import dev.outpace.model.TargetStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Lists and their targets, as they are read and changed. */
@SuppressWarnings("NullAway")
class StoredTargetsTest extends StoreFixture {
    @Test
    void aListIsCountedAtOneMomentWhileItsTargetsAreDone() {
        for (int i = 0; i < 300; i++) {
            store.targets().add(target("+12125550101")).join();
        }
        var reached = new CompletableFuture<Void>();
        var calls = new Thread(() -> {
            for (int i = 0; i < 300; i++) {
                var call = claimed(NOW).call();
                store.factLog()
                        .write(new Fact.CallClosed(
                                call.ended(EndCause.NORMAL, NOW.plusSeconds(5)), new TargetFate.Done()));
            }
            store.factLog().awaitCommitted();
            reached.complete(null);
        });
        calls.start();
        while (!reached.isDone()) {
            var bar = store.targetQueries().bar(LIST).join();
            assertThat(bar.doneFailed()).isZero();
            assertThat(bar.total()).isEqualTo(300);
        }
        assertThat(store.targetQueries().bar(LIST).join().doneSuccess()).isEqualTo(300);
    }

    @Test
    void aPassThroughAListSeesItInItsOrderAsItWasWhenItBegan() {
        var added = new ArrayList<OutdialTarget>();
        for (int i = 0; i < 500; i++) {
            added.add(target("+12125550101"));
        }
        added.forEach(each -> store.targets().add(each).join());
        claimed(NOW);
        var seen = new ArrayList<String>();
        store.targetQueries().each(LIST, each -> {
            if (seen.isEmpty()) {
                store.targets().delete(added.getLast().id()).join();
                store.targets().add(target("+12125550102")).join();
                claimed(NOW);
            }
            seen.add(each.name() + ' ' + each.status());
        });
        assertThat(seen)
                .hasSize(500)
                .startsWith("target 1 PROGRESSING", "target 2 IDLE", "target 3 IDLE")
                .endsWith("target 500 IDLE");
    }

    @Test
    void aCancelledImportLeavesNothing() {
        var targets = new ArrayList<OutdialTarget>();
        for (int i = 0; i < 1_000; i++) {
            targets.add(target("+1212555%04d".formatted(i)));
        }
        var cancelling = new TargetWrites.Watch() {
            private long stored;

            @Override
            public void stored(long rows) {
                stored = rows;
            }

            @Override
            public boolean cancelled() {
                return stored > 400;
            }
        };
        assertThat(store.targets().addAll(LIST, targets.iterator(), cancelling)).isZero();
        assertThat(store.targetPool().counts(LIST)).isEqualTo(TargetCounts.NONE);
        assertThat(store.targets().addAll(LIST, targets.iterator(), new TargetWrites.Watch() {}))
                .isEqualTo(1_000);
        assertThat(store.targetPool().counts(LIST)).isEqualTo(new TargetCounts(0, 1_000, 0));
        assertThat(store.targetQueries().bar(LIST).join().idle()).isEqualTo(1_000);
    }

    @Test
    void aNewAddressInASlotResetsItsTriesAndBringsAFailedTargetBack() {
        store.targets().add(target("+12125550101")).join();
        var claimed = claimed(NOW);
        store.factLog().write(new Fact.CallClosed(claimed.call().ended(EndCause.BUSY, NOW), new TargetFate.Done()));
        var target = store.targetQueries().target(claimed.target().id()).join().orElseThrow();
        var destinations = new ArrayList<>(target.destinations());
        destinations.set(0, Address.tel("+12125550109"));
        var edited = new OutdialTarget(
                target.id(),
                LIST,
                target.seq(),
                "new name",
                "",
                "",
                target.status(),
                destinations,
                target.tryCounts(),
                null,
                null,
                target.stamps(),
                target.unknown());
        assertThat(store.targets().save(edited).join()).isEmpty();
        var saved = store.targetQueries().target(target.id()).join().orElseThrow();
        assertThat(saved.tryCounts()).startsWith(0);
        assertThat(saved.status()).isEqualTo(TargetStatus.IDLE);
        assertThat(store.targetPool().counts(LIST)).isEqualTo(new TargetCounts(0, 1, 0));
    }

    @Test
    void whatDecidesWhenATargetIsCalledIsKept() {
        var routing = new TargetRouting("Europe/Paris", "FR", 7, NOW.plusSeconds(60), new UUID(4, 1));
        var target = target("+33145550101").withRouting(routing);
        store.targets().add(target).join();
        reopen();
        var stored = store.targetQueries().target(target.id()).join().orElseThrow();
        assertThat(stored.routing()).isEqualTo(routing);
        var calledAnyTime = TargetRouting.in("Europe/Madrid", "");
        assertThat(store.targets().save(stored.withRouting(calledAnyTime)).join())
                .isEmpty();
        reopen();
        assertThat(store.targetQueries()
                        .target(target.id())
                        .join()
                        .orElseThrow()
                        .routing())
                .isEqualTo(calledAnyTime);
        assertThat(claimed(NOW).target().routing()).isEqualTo(calledAnyTime);
    }

    @Test
    void aTargetInACallCannotBeChanged() {
        store.targets().add(target("+12125550101")).join();
        var claimed = claimed(NOW);
        assertThat(store.targets().delete(claimed.target().id()).join())
                .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo("target.in_call"));
    }

    @Test
    void aWholeSetUpIsStoredAtOnceAndItsTargetsKeepTheirTries() {
        var list = new Outdial(LIST, Ids.NIL, "list", "", "", Stamps.createdAt(NOW), Json.Obj.EMPTY);
        var tried = new OutdialTarget(
                new UUID(3, 1),
                LIST,
                0,
                "tried",
                "",
                "",
                TargetStatus.IDLE,
                target("+12125550101").destinations(),
                List.of(1, 0, 0, 0, 0),
                NOW.plusSeconds(60),
                EndCause.BUSY,
                Stamps.createdAt(NOW),
                Json.Obj.EMPTY);
        store.targets()
                .storeAll(
                        List.of(list, campaign()),
                        Map.of(LIST, List.of(tried, target("+12125550102")).iterator()),
                        Set.of());
        reopen();
        assertThat(store.resources().join().outdial(LIST)).isEqualTo(list);
        var stored = store.targetQueries().target(new UUID(3, 1)).join().orElseThrow();
        assertThat(stored.nextTryAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(stored.tryCounts()).startsWith(1);
    }
}
