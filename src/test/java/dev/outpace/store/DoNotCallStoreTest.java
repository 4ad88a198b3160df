package dev.outpace.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outpace.engine.FactLog.Fact;
import dev.outpace.engine.TargetPool.Claim;
import dev.outpace.engine.TargetPool.ClaimResult;
import dev.outpace.engine.TargetPool.ClaimResult.Claimed;
import dev.outpace.engine.TargetPool.ClaimResult.NothingDue;
import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Address;
import dev.outpace.model.DoNotCallEntries;
import dev.outpace.model.DoNotCallList;
import dev.outpace.model.Json;
import dev.outpace.model.LineLimits;
import dev.outpace.model.NumberRest;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.RestRules;
import dev.outpace.model.RuleSet;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetCounts;
import dev.outpace.model.UnknownZone;
import dev.outpace.store.DoNotCallQueries.Size;
import dev.outpace.store.DoNotCallWrites.Load;
import dev.outpace.store.TargetWrites.Watch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Do-not-call lists: loaded, changed, cut at any step, and what claims make of them. */
@SuppressWarnings("NullAway")
class DoNotCallStoreTest extends StoreFixture {
    private static final Watch NOBODY = new Watch() {};
    private static final DoNotCallList NATIONAL = list(7, "National", false);
    private static final DoNotCallList COMPANY = list(8, "Company", true);
    private static final long FIRST = 442_079_460_000L;

    @BeforeEach
    void lists() {
        store.doNotCall().saveAll(UUID.randomUUID(), List.of(NATIONAL, COMPANY));
    }

    private static DoNotCallList list(int id, String name, boolean everyCampaign) {
        return new DoNotCallList(
                new UUID(7, id),
                name,
                "test",
                LocalDate.of(2026, 5, 1),
                31,
                everyCampaign,
                Stamps.createdAt(NOW),
                Json.Obj.EMPTY);
    }

    private static DoNotCallEntries numbers(long first, int count) {
        var builder = new DoNotCallEntries.Builder(count);
        for (int i = count - 1; i >= 0; i--) {
            builder.number(first + i);
        }
        return builder.build();
    }

    private static Address number(int last) {
        return Address.tel("+" + (FIRST + last));
    }

    private void load(DoNotCallList list, DoNotCallEntries entries) {
        load(store, Load.replacing(list, entries));
    }

    private static void load(Store into, Load load) {
        var id = UUID.randomUUID();
        assertThat(into.doNotCall().prepare(id, List.of(load), NOBODY)).isTrue();
        into.doNotCall().saveAll(id, List.of(load.list()));
    }

    private static boolean isOn(Store in, DoNotCallList list, Address address) {
        return in.doNotCallQueries().find(List.of(list.id()), address).join().isPresent();
    }

    private static Size size(Store in, DoNotCallList list) {
        return in.doNotCallQueries().sizes().join().getOrDefault(list.id(), Size.NONE);
    }

    /** Everything in force and everything left over, by itself. */
    private static long rows(Store in) {
        return in.doNotCallQueries().rows().join();
    }

    private ClaimResult claim(DoNotCallList... lists) {
        return claim(List.of(lists).stream().map(DoNotCallList::id).toList(), null);
    }

    private ClaimResult claim(List<UUID> lists, @Nullable RuleSet rules) {
        return store.targetPool().claim(claimOf(lists, rules));
    }

    private static Claim claimOf(List<UUID> lists, @Nullable RuleSet rules) {
        return new Claim(
                UUID.randomUUID(),
                campaign(),
                outplan(2, 1, 0, 0, 0),
                NOW,
                _ -> false,
                false,
                false,
                NumberRest.NONE,
                lists,
                rules);
    }

    private static void settle(Store in) {
        in.doNotCall().settled().join();
    }

    @Test
    void aListKeepsWhatItIs() {
        reopen();
        assertThat(store.resources().join().doNotCallLists()).containsExactlyInAnyOrder(NATIONAL, COMPANY);
        assertThat(store.engineState(LineLimits.DEFAULT, 1, false).doNotCall())
                .containsExactlyInAnyOrder(NATIONAL, COMPANY);
    }

    @Test
    void numbersAndPrefixesAreFound() {
        load(NATIONAL, new DoNotCallEntries.Builder(10).prefix(1_900).prefix(44).build());
        assertThat(isOn(store, NATIONAL, Address.tel("+19005550100"))).isTrue();
        assertThat(isOn(store, NATIONAL, number(1))).isTrue();
        load(NATIONAL, numbers(FIRST, 1_001));
        assertThat(isOn(store, NATIONAL, Address.tel("+19005550100"))).isFalse();
        assertThat(isOn(store, NATIONAL, number(0))).isTrue();
        assertThat(isOn(store, NATIONAL, number(1_000))).isTrue();
        assertThat(isOn(store, NATIONAL, number(1_001))).isFalse();
        assertThat(isOn(store, NATIONAL, Address.sip("442079460000@example.com")))
                .isFalse();
        assertThat(isOn(store, COMPANY, number(0))).isFalse();
        assertThat(size(store, NATIONAL)).isEqualTo(new Size(1_001, 0));
        settle(store);
        assertThat(rows(store)).isEqualTo(1_001);
    }

    @Test
    void anImportThatIsCancelledLeavesTheListAsItWas() {
        load(NATIONAL, numbers(FIRST, 300));
        var id = UUID.randomUUID();
        var cancelled = new Watch() {
            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThat(store.doNotCall()
                        .prepare(id, List.of(Load.replacing(NATIONAL, numbers(FIRST + 5_000, 2_000))), cancelled))
                .isFalse();
        settle(store);
        assertThat(isOn(store, NATIONAL, number(0))).isTrue();
        assertThat(isOn(store, NATIONAL, number(5_000))).isFalse();
        assertThat(rows(store)).isEqualTo(300);
    }

    @Test
    void changesAddAndRemove() {
        load(
                NATIONAL,
                new DoNotCallEntries.Builder(2_000)
                        .prefix(1_900)
                        .prefix(1_976)
                        .addAll(numbers(FIRST, 1_000))
                        .build());
        load(
                store,
                new Load(
                        NATIONAL,
                        false,
                        numbers(FIRST + 990, 20),
                        new DoNotCallEntries.Builder(10)
                                .prefix(1_976)
                                .addAll(numbers(FIRST + 3, 1))
                                .addAll(numbers(FIRST + 5_000, 1))
                                .build()));
        assertThat(isOn(store, NATIONAL, number(3))).isFalse();
        assertThat(isOn(store, NATIONAL, number(4))).isTrue();
        assertThat(isOn(store, NATIONAL, number(1_009))).isTrue();
        assertThat(isOn(store, NATIONAL, Address.tel("+19765550100"))).isFalse();
        assertThat(isOn(store, NATIONAL, Address.tel("+19005550100"))).isTrue();
        assertThat(size(store, NATIONAL)).isEqualTo(new Size(1_009, 1));
        var found = new ArrayList<Long>();
        store.doNotCallQueries().each(NATIONAL.id(), found::add, found::add);
        assertThat(found).hasSize(1_010).startsWith(1_900L, FIRST).doesNotContain(FIRST + 3);
    }

    @Test
    void aNumberThatIsAddedWhileAListIsReplacedIsOnTheNewOneToo() {
        var added = new ArrayList<Long>();
        var watch = new Watch() {
            @Override
            public void stored(long rows) {
                if (added.isEmpty()) {
                    added.addAll(store.doNotCall()
                            .add(NATIONAL.id(), List.of(FIRST + 9_999), null)
                            .join());
                    assertThatThrownBy(() -> store.doNotCall()
                                    .remove(NATIONAL, List.of(FIRST + 9_999), null)
                                    .join())
                            .hasRootCauseInstanceOf(StoreException.class)
                            .rootCause()
                            .satisfies(refused -> assertThat(
                                            ((StoreException) refused).problem().code())
                                    .isEqualTo("dnc.import_running"));
                }
            }
        };
        var id = UUID.randomUUID();
        assertThat(store.doNotCall().prepare(id, List.of(Load.replacing(NATIONAL, numbers(FIRST, 900))), watch))
                .isTrue();
        assertThat(isOn(store, NATIONAL, number(9_999))).isTrue();
        assertThat(isOn(store, NATIONAL, number(1))).isFalse();
        store.doNotCall().saveAll(id, List.of());
        assertThat(added).containsExactly(FIRST + 9_999);
        assertThat(isOn(store, NATIONAL, number(9_999))).isTrue();
        assertThat(isOn(store, NATIONAL, number(1))).isTrue();
        assertThat(size(store, NATIONAL)).isEqualTo(new Size(901, 0));
    }

    @Test
    void oneImportOfAListAtATime() {
        var id = UUID.randomUUID();
        store.doNotCall().prepare(id, List.of(Load.replacing(NATIONAL, numbers(FIRST, 1))), NOBODY);
        assertThatThrownBy(() -> load(NATIONAL, numbers(FIRST, 2)))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("dnc.import_running"));
        store.doNotCall().saveAll(id, List.of());
        load(NATIONAL, numbers(FIRST, 2));
        assertThat(size(store, NATIONAL)).isEqualTo(new Size(2, 0));
    }

    /** What a killed process leaves is a copy of the files at that moment: here after each chunk. */
    @Test
    void anImportThatIsCutAfterAnyChunkIsThereAsAWholeOrNotAtAll() {
        load(NATIONAL, numbers(FIRST, 600));
        settle(store);
        var copies = new ArrayList<String>();
        var watch = new Watch() {
            @Override
            public void stored(long rows) {
                copies.add(copy("loading-" + copies.size()));
            }
        };
        var id = UUID.randomUUID();
        assertThat(store.doNotCall()
                        .prepare(
                                id,
                                List.of(new Load(NATIONAL, false, numbers(FIRST + 1_000, 1_100), numbers(FIRST, 100))),
                                watch))
                .isTrue();
        copies.add(copy("loaded"));
        assertThat(copies).hasSizeGreaterThan(6);
        store.doNotCall().saveAll(id, List.of());
        copy("switched");
        for (var name : copies) {
            try (var killed = open(name)) {
                assertThat(isOn(killed, NATIONAL, number(0))).as(name).isTrue();
                assertThat(isOn(killed, NATIONAL, number(1_000))).as(name).isFalse();
                settle(killed);
                assertThat(size(killed, NATIONAL)).as(name).isEqualTo(new Size(600, 0));
                assertThat(rows(killed)).as(name).isEqualTo(600);
            }
        }
        try (var killed = open("switched")) {
            assertThat(isOn(killed, NATIONAL, number(0))).isFalse();
            assertThat(isOn(killed, NATIONAL, number(2_099))).isTrue();
            settle(killed);
            assertThat(rows(killed)).isEqualTo(1_600);
        }
    }

    private String copy(String name) {
        KilledCopy.make(folder.resolve("workspace"), folder.resolve(name));
        return name;
    }

    private Store open(String name) {
        return Store.open(folder.resolve(name), "test", new JacksonJson());
    }

    @Test
    void aListedNumberIsPassedOverForTheNext() {
        load(NATIONAL, numbers(FIRST, 10));
        store.targets()
                .storeAll(
                        List.of(list()),
                        Map.of(
                                LIST,
                                List.of(target("+442079460001", "+442079460100"))
                                        .iterator()),
                        Set.of());
        var claimed = (Claimed) claim(NATIONAL);
        assertThat(claimed.call().destination()).isEqualTo(Address.tel("+442079460100"));
        assertThat(claimed.call().destinationIndex()).isEqualTo(1);
    }

    @Test
    void aTargetWhoseEveryNumberIsListedIsBarredUntilOneNoLongerIs() {
        store.targets()
                .storeAll(
                        List.of(list()),
                        Map.of(
                                LIST,
                                List.of(target("+442079460001"), target("+442079460100"))
                                        .iterator()),
                        Set.of());
        store.doNotCall().add(NATIONAL.id(), List.of(FIRST + 1), null).join();
        var claimed = (Claimed) claim(NATIONAL);
        assertThat(claimed.call().destination()).isEqualTo(Address.tel("+442079460100"));
        assertThat(claimed.newlyNotCallable()).isEqualTo(1);
        assertThat(store.targetPool().counts(LIST)).isEqualTo(new TargetCounts(0, 1, 1));
        assertThat(((NothingDue) claim(NATIONAL)).nothingIdle()).isTrue();
        reopen();
        assertThat(store.targetPool().counts(LIST)).isEqualTo(new TargetCounts(0, 1, 1));
        assertThat(store.doNotCall().remove(NATIONAL, List.of(FIRST + 1), null).join())
                .containsExactly(FIRST + 1);
        settle(store);
        assertThat(store.targetPool().counts(LIST)).isEqualTo(new TargetCounts(0, 2, 0));
        assertThat(((Claimed) claim(NATIONAL)).call().destination()).isEqualTo(Address.tel("+442079460001"));
    }

    @Test
    void aCampaignWithoutTheListCallsAsBefore() {
        load(NATIONAL, numbers(FIRST, 10));
        store.targets()
                .storeAll(
                        List.of(list()),
                        Map.of(LIST, List.of(target("+442079460001")).iterator()),
                        Set.of());
        assertThat(claim()).isInstanceOf(Claimed.class);
    }

    @Test
    void targetsAreMarkedInTheBackgroundAndReleasedWhenTheListGoes() {
        var targets = new ArrayList<OutdialTarget>();
        for (int i = 0; i < 500; i++) {
            targets.add(target("+44207946%04d".formatted(i)));
        }
        store.targets().storeAll(List.of(list()), Map.of(LIST, targets.iterator()), Set.of());
        load(COMPANY, numbers(FIRST, 400));
        settle(store);
        assertThat(store.targetPool().counts(LIST)).isEqualTo(new TargetCounts(0, 100, 400));
        assertThat(store.targetQueries().bar(LIST).join().notCallable()).isEqualTo(400);
        load(COMPANY, numbers(FIRST, 100));
        settle(store);
        assertThat(store.targetPool().counts(LIST)).isEqualTo(new TargetCounts(0, 400, 100));
        store.factLog()
                .write(new Fact.ResourceSaved(
                        COMPANY.withStamps(COMPANY.stamps().deletedAt(NOW))));
        store.factLog().awaitCommitted();
        settle(store);
        assertThat(store.targetPool().counts(LIST)).isEqualTo(new TargetCounts(0, 500, 0));
        assertThat(rows(store)).isZero();
    }

    @Test
    void aBarredTargetKeepsItsNextTry() {
        store.targets()
                .storeAll(
                        List.of(list()),
                        Map.of(LIST, List.of(target("+442079460001")).iterator()),
                        Set.of());
        fail((Claimed) claim(), NOW.plusSeconds(600));
        store.doNotCall().add(COMPANY.id(), List.of(FIRST + 1), new UUID(2, 1)).join();
        assertThat(store.targetPool().counts(LIST)).isEqualTo(new TargetCounts(0, 0, 1));
        store.doNotCall().remove(COMPANY, List.of(FIRST + 1), new UUID(2, 1)).join();
        assertThat(store.targetPool().counts(LIST)).isEqualTo(new TargetCounts(0, 1, 0));
        assertThat(claim(COMPANY)).isEqualTo(new NothingDue(NOW.plusSeconds(600), 0));
    }

    @Test
    void aMarkingThatWasCutIsMadeAtTheNextOpening() {
        var targets = new ArrayList<OutdialTarget>();
        for (int i = 0; i < 300; i++) {
            targets.add(target("+44207946%04d".formatted(i)));
        }
        store.targets().storeAll(List.of(list()), Map.of(LIST, targets.iterator()), Set.of());
        store.listen(changes -> {
            if (changes.resources().contains(COMPANY)) {
                copy("killed");
            }
        });
        load(COMPANY, numbers(FIRST, 250));
        try (var killed = open("killed")) {
            settle(killed);
            assertThat(killed.targetPool().counts(LIST)).isEqualTo(new TargetCounts(0, 50, 250));
        }
    }

    @Test
    void previewAsksTheListsToo() {
        load(NATIONAL, numbers(FIRST, 2));
        store.targets()
                .storeAll(
                        List.of(list()),
                        Map.of(
                                LIST,
                                List.of(target("+442079460001"), target("+442079460100"))
                                        .iterator()),
                        Set.of());
        var claim = claimOf(List.of(NATIONAL.id()), null);
        assertThat(store.targetQueries().next(claim, 5).join().first()).containsExactly(Address.tel("+442079460100"));
        assertThat(store.doNotCallQueries()
                        .find(List.of(NATIONAL.id()), number(1))
                        .join())
                .isEqualTo(Optional.of(NATIONAL.id()));
    }

    /** A list that a set names bars by the set: when that names it no longer, its numbers are called again. */
    @Test
    void whoIsBarredByAListOfARuleSetComesBackWhenTheSetIsEdited() {
        load(NATIONAL, numbers(FIRST, 1));
        // The comparison with the loaded list lets go whom no list of every campaign bars.
        settle(store);
        var target = target(number(0).target());
        store.targets().add(target).join();
        var naming = naming(List.of(NATIONAL.id()), NOW);
        saved(naming);
        assertThat(claim(naming.doNotCall(), naming)).isInstanceOfSatisfying(NothingDue.class, nothing -> {
            assertThat(nothing.newlyNotCallable()).isEqualTo(1);
            assertThat(nothing.nothingIdle()).isTrue();
        });
        assertThat(claim(naming.doNotCall(), naming)).isEqualTo(new NothingDue(null, 0));

        var without = naming(List.of(), NOW.plusSeconds(1));
        saved(without);
        ClaimResult result;
        do {
            // The release is made between claims.
            result = claim(without.doNotCall(), without);
        } while (!(result instanceof Claimed));
        assertThat(((Claimed) result).target().id()).isEqualTo(target.id());
    }

    /** Told before the next claim: a commit of both would let go whom that claim bars. */
    private void saved(RuleSet rules) {
        store.factLog().write(new Fact.ResourceSaved(rules));
        assertThat(store.factLog().awaitCommitted()).isTrue();
    }

    private static RuleSet naming(List<UUID> lists, Instant at) {
        return new RuleSet(
                new UUID(15, 1),
                "rules",
                "",
                null,
                null,
                UnknownZone.WORKSPACE,
                List.of(),
                Map.of(),
                List.of(),
                RestRules.NONE,
                "",
                lists,
                null,
                Stamps.createdAt(at),
                Json.Obj.EMPTY);
    }
}
