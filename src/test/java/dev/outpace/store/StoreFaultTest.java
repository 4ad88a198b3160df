package dev.outpace.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.outpace.engine.EngineInput.StoreDown;
import dev.outpace.engine.EngineInput.StoreFault;
import dev.outpace.engine.FactLog.Fact;
import dev.outpace.engine.FactLog.TargetFate;
import dev.outpace.engine.TargetPool.Claim;
import dev.outpace.engine.TargetPool.ClaimResult.Claimed;
import dev.outpace.engine.TargetPool.Unavailable;
import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Address;
import dev.outpace.model.CallStep;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.EndCause;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetStatus;
import dev.outpace.ui.live.Facts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store on a disk that fails: what was found is written in the end, once, and what can't be written is said. */
@SuppressWarnings("NullAway")
class StoreFaultTest {
    private static final Instant NOW = Instant.parse("2026-05-12T08:00:00Z");
    private static final int CALLS = 8;
    private static final UUID LIST = Facts.id(1);

    @TempDir
    Path folder;

    private final LinkedBlockingQueue<Object> told = new LinkedBlockingQueue<>();
    private int opened;
    private Path workspace;

    @BeforeEach
    void install() {
        FaultyDisk.install();
    }

    @AfterEach
    void heal() {
        FaultyDisk.heal();
    }

    private Store open(Path place) {
        workspace = place;
        var store = Store.open(place, "test", new JacksonJson(), new Database(place, FaultyDisk.SCHEME));
        told.clear();
        store.listen(new StoreListener() {
            @Override
            public void committed(StoreChanges changes) {}

            @Override
            public void down(StoreDown down) {
                told.add(down);
            }

            @Override
            public void up() {
                told.add("up");
            }
        });
        return store;
    }

    /** With a campaign and its targets. */
    private Store filled() {
        var store = open(folder.resolve("workspace-" + ++opened));
        var targets = new ArrayList<OutdialTarget>();
        for (int i = 0; i < CALLS; i++) {
            targets.add(target(i));
        }
        store.targets()
                .storeAll(
                        List.of(
                                Facts.outdial(1, "One"),
                                Facts.outplan(20, "Plan"),
                                Facts.campaign(11, "Spring renewal", Ids.NIL, LIST, Facts.id(20))),
                        Map.of(LIST, targets.iterator()),
                        Set.of());
        return store;
    }

    private static OutdialTarget target(int number) {
        return new OutdialTarget(
                Facts.id(1_000 + number),
                LIST,
                0,
                "Target " + number,
                "",
                "",
                TargetStatus.IDLE,
                Arrays.asList(Address.tel("+1212555010" + number % 10), null, null, null, null),
                List.of(0, 0, 0, 0, 0),
                null,
                null,
                Stamps.createdAt(NOW),
                Json.Obj.EMPTY);
    }

    private static CampaignCall claim(Store store, int number) {
        var campaign = Facts.campaign(11, "Spring renewal", Ids.NIL, LIST, Facts.id(20));
        var claim = new Claim(Facts.id(5_000 + number), campaign, Facts.outplan(20, "Plan"), NOW, _ -> false);
        return ((Claimed) store.targetPool().claim(claim)).call();
    }

    private static void progress(Store store, CampaignCall call) {
        store.factLog().write(new Fact.CallProgressed(call.answered(NOW)));
        store.factLog().write(new Fact.CallNoted(new CallStep(call.id(), NOW, CallStep.Kind.ANSWERED, Ids.NIL, "")));
    }

    private static void end(Store store, CampaignCall call) {
        store.factLog()
                .write(new Fact.CallClosed(
                        call.answered(NOW).ended(EndCause.NORMAL, NOW.plusSeconds(9)), new TargetFate.Done()));
    }

    /** What happens in a small campaign. Returns the calls that were placed; those that could not be are left out. */
    private static List<CampaignCall> work(Store store) {
        var placed = new ArrayList<CampaignCall>();
        for (int number = 0; number < CALLS; number++) {
            try {
                var call = claim(store, number);
                placed.add(call);
                progress(store, call);
                end(store, call);
            } catch (Unavailable down) {
                assertThat(down.down().fault()).isEqualTo(StoreFault.DISK_FULL);
            }
        }
        store.factLog().write(new Fact.ResourceSaved(Facts.outplan(20, "Another name")));
        return placed;
    }

    /** Each row of what a campaign leaves, as the file has it. */
    private Map<String, List<String>> rows() throws SQLException {
        var rows = new LinkedHashMap<String, List<String>>();
        try (var connection = new Database(workspace).connect();
                var statement = connection.createStatement()) {
            for (var query : List.of(
                    "select id, status, cause, ended_at from campaign_call order by id",
                    "select id, state, tries_0, next_try_at, last_result from target order by id",
                    "select call_id, kind from campaign_call_step order by call_id",
                    "select * from campaign_quarter order by 1, 2",
                    "select call_id from call_in_progress",
                    "select name from outplan")) {
                var lines = new ArrayList<String>();
                try (var row = statement.executeQuery(query)) {
                    int columns = row.getMetaData().getColumnCount();
                    while (row.next()) {
                        var line = new ArrayList<String>();
                        for (int i = 1; i <= columns; i++) {
                            line.add(row.getString(i));
                        }
                        lines.add(String.join(
                                " ", line.stream().map(String::valueOf).toList()));
                    }
                }
                rows.put(query, lines);
            }
            statement.execute("shutdown");
        }
        return rows;
    }

    private Object told() throws InterruptedException {
        return told.poll(60, TimeUnit.SECONDS);
    }

    @Test
    void oneWriteThatFailsIsMadeGoodAtOnceWhicheverItIs() throws Exception {
        var undisturbed = filled();
        long before = FaultyDisk.writes();
        work(undisturbed);
        undisturbed.factLog().awaitCommitted();
        long writes = FaultyDisk.writes() - before;
        undisturbed.close();
        var expected = rows();
        assertThat(writes).isGreaterThan(CALLS);
        for (long number = 1; number <= writes; number++) {
            var store = filled();
            long from = FaultyDisk.writes() + number;
            FaultyDisk.failing(from, from);
            assertThat(work(store)).as("write " + number).hasSize(CALLS);
            assertThat(store.factLog().awaitCommitted()).isTrue();
            FaultyDisk.heal();
            store.close();
            assertThat(rows()).as("write " + number).isEqualTo(expected);
            assertThat(told).isEmpty();
        }
    }

    @Test
    void fromWhicheverWriteOnItFailsNothingMoreIsPlacedAndAllThatHappenedIsWrittenWhenItCan() throws Exception {
        boolean failed = true;
        for (long number = 1; failed; number++) {
            var store = filled();
            FaultyDisk.failing(FaultyDisk.writes() + number, Long.MAX_VALUE);
            var placed = work(store);
            var as = "write " + number + ", placed " + placed.size();
            failed = !store.factLog().awaitCommitted();
            if (failed) {
                assertThat(told()).as(as).isInstanceOf(StoreDown.class);
                assertThatThrownBy(() -> store.saveSetting("name", "content").join())
                        .isInstanceOf(CompletionException.class)
                        .cause()
                        .isInstanceOfSatisfying(
                                StoreException.class,
                                failure -> assertThat(failure.problem().code()).isEqualTo("store.disk_full"));
                FaultyDisk.heal();
                assertThat(told()).as(as).isEqualTo("up");
            }
            FaultyDisk.heal();
            assertThat(told).isEmpty();
            assertThat(store.factLog().awaitCommitted()).isTrue();
            store.close();
            agrees(placed, as);
        }
    }

    private static String first(String line) {
        return line.substring(0, line.indexOf(' '));
    }

    /** The file knows each placed call with its end, and no other but those that were never placed. */
    private void agrees(List<CampaignCall> placed, String as) throws SQLException {
        var rows = rows().values().iterator();
        var ids = placed.stream().map(call -> call.id().toString()).toList();
        var calls = rows.next();
        assertThat(calls.stream().filter(line -> line.contains(" 2 NORMAL ")).map(StoreFaultTest::first))
                .as(as)
                .containsExactlyElementsOf(ids);
        assertThat(calls.stream().filter(line -> !ids.contains(first(line))))
                .as(as)
                .allMatch(line -> line.contains(" 2 NOT_PLACED "));
        var targets = rows.next();
        assertThat(targets.stream().filter(line -> line.endsWith("3 1 0 NORMAL")))
                .as(as)
                .hasSize(ids.size());
        assertThat(targets)
                .as(as)
                .noneMatch(line -> line.startsWith("2", first(line).length() + 1));
        assertThat(rows.next()).as(as).hasSize(ids.size());
        var hours = rows.next();
        assertThat(ids.isEmpty() ? List.of() : hours).as(as).allMatch(line -> line.contains(" " + ids.size() + " "));
        assertThat(rows.next()).as(as).isEmpty();
        assertThat(rows.next()).as(as).containsExactly("Another name");
    }

    @Test
    void aStoreThatFailsUntilItIsClosedSaysHowMuchIsNotInIt() throws Exception {
        var store = filled();
        var first = claim(store, 1);
        var second = claim(store, 2);
        progress(store, first);
        assertThat(store.factLog().awaitCommitted()).isTrue();
        FaultyDisk.breakDown();
        end(store, first);
        progress(store, second);
        end(store, second);
        assertThat(told()).isInstanceOf(StoreDown.class);
        var failure = catchThrowableOfType(StoreException.class, store::close);
        assertThat(failure.problem().code()).isEqualTo("store.disk_full.unwritten");
        assertThat(failure.problem().args()).contains(workspace.toString(), 4);
        FaultyDisk.heal();
        try (var again = open(workspace)) {
            var unfinished = again.engineState(dev.outpace.model.LineLimits.DEFAULT, 1, true)
                    .unfinished();
            assertThat(unfinished.stream().map(left -> left.call().id())).containsExactly(first.id(), second.id());
        }
    }

    @Test
    void aFileThatWasMovedAwayIsMissedAndGoneOnWithWhenItIsBack() throws Exception {
        var store = filled();
        var call = claim(store, 1);
        var elsewhere = folder.resolve("elsewhere");
        Files.move(workspace, elsewhere);
        assertThat(told())
                .isInstanceOfSatisfying(
                        StoreDown.class, down -> assertThat(down.fault()).isEqualTo(StoreFault.FILE_GONE));
        progress(store, call);
        end(store, call);
        assertThat(store.factLog().awaitCommitted()).isFalse();
        assertThatThrownBy(() -> claim(store, 2)).isInstanceOf(Unavailable.class);
        Files.move(elsewhere, workspace);
        assertThat(told()).isEqualTo("up");
        store.factLog().write(new Fact.ResourceSaved(Facts.outplan(20, "Another name")));
        store.close();
        agrees(List.of(call), "moved away and back");
    }

    @Test
    void aFolderThatWasRemovedIsSaidAtClosing() throws Exception {
        var store = filled();
        remove(workspace);
        assertThat(told()).isInstanceOf(StoreDown.class);
        assertThatThrownBy(store::close)
                .isInstanceOfSatisfying(
                        StoreException.class,
                        failure -> assertThat(failure.problem().code()).isEqualTo("store.file_gone"));
    }

    private static void remove(Path place) throws IOException {
        try (var files = Files.walk(place)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void anImportThatMeetsAFullDiskFailsAndLeavesNothing() throws Exception {
        var store = filled();
        var rows = new ArrayList<OutdialTarget>();
        for (int i = 100; i < 1_000; i++) {
            rows.add(target(i));
        }
        FaultyDisk.failing(FaultyDisk.writes() + 1, Long.MAX_VALUE);
        assertThatThrownBy(() -> store.targets().addAll(LIST, rows.iterator(), new TargetWrites.Watch() {}))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        failure -> assertThat(failure.problem().code()).isEqualTo("store.disk_full"));
        FaultyDisk.heal();
        assertThat(told()).isInstanceOf(StoreDown.class);
        assertThat(told()).isEqualTo("up");
        assertThat(addedOnceTheFirstIsUndone(store, rows)).isEqualTo(900);
        store.close();
        assertThat(rows().values().stream().toList().get(1)).hasSize(CALLS + 900);
    }

    private static long addedOnceTheFirstIsUndone(Store store, List<OutdialTarget> rows) {
        while (true) {
            try {
                return store.targets().addAll(LIST, rows.iterator(), new TargetWrites.Watch() {});
            } catch (StoreException failure) {
                assertThat(failure.problem().code()).isEqualTo("store.import_running");
            }
        }
    }

    /** Commits go into the redo log; that what it has can't be brought into the file is found out later, and by none of them. */
    @Test
    void aFileThatCannotBeBroughtUpToDateHoldsTheCallsAndLosesNothing() throws Exception {
        var store = filled();
        var call = claim(store, 1);
        FaultyDisk.breakDown(Database.NAME);
        do {
            store.factLog().write(new Fact.CallProgressed(call.answered(NOW)));
        } while (store.factLog().awaitCommitted());
        assertThat(told()).isInstanceOf(StoreDown.class);
        assertThatThrownBy(() -> claim(store, 2)).isInstanceOf(Unavailable.class);
        progress(store, call);
        end(store, call);
        FaultyDisk.heal();
        assertThat(told()).isEqualTo("up");
        store.factLog().write(new Fact.ResourceSaved(Facts.outplan(20, "Another name")));
        store.close();
        agrees(List.of(call), "brought up to date later");
    }

    @Test
    void viewsReadAgainAfterAFault() throws Exception {
        var store = filled();
        FaultyDisk.breakDown();
        store.factLog().write(new Fact.ResourceSaved(Facts.outplan(20, "Another name")));
        assertThat(told()).isInstanceOf(StoreDown.class);
        FaultyDisk.heal();
        assertThat(told()).isEqualTo("up");
        assertThat(store.targetQueries().bar(LIST).join().idle()).isEqualTo(CALLS);
        store.close();
    }

    @Test
    void roomIsKeptInReserveAndGivenUpWhenTheDiskFails() throws Exception {
        var store = filled();
        FaultyDisk.breakDown();
        end(store, claimInReserve(store));
        assertThat(told()).isInstanceOf(StoreDown.class);
        assertThat(workspace.resolve("outpace.reserve")).doesNotExist();
        FaultyDisk.heal();
        assertThat(told()).isEqualTo("up");
        assertThat(workspace.resolve("outpace.reserve")).hasSize(Reserve.BYTES);
        store.close();
    }

    private static CampaignCall claimInReserve(Store store) {
        FaultyDisk.heal();
        var call = claim(store, 1);
        FaultyDisk.breakDown();
        return call;
    }
}
