package dev.outpace.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Action;
import dev.outpace.model.Address;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.ColumnUse;
import dev.outpace.model.Duplicates;
import dev.outpace.model.EndHandle;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Outdial;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetFilter;
import dev.outpace.store.EmptyWorkspace;
import dev.outpace.telephony.simulated.CarrierLog;
import dev.outpace.workspace.ImportForecast.RowFate;
import dev.outpace.workspace.TargetImport.Outcome;
import dev.outpace.workspace.TargetImport.Outcome.Added;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class TargetImportTest {
    private static final UUID LIST = new UUID(1, 30);
    private static final UUID OTHER = new UUID(1, 31);

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = Workspace.open(
                new Workspace.Opening(
                        EmptyWorkspace.in(folder.resolve("workspace")), "a test", 1, false, false, 1, CarrierLog.NONE),
                new JacksonJson(),
                Clock.systemUTC());
        saved(new Outdial(LIST, Ids.NIL, "Policies", "", "", Stamps.NONE, Json.Obj.EMPTY));
    }

    private void saved(dev.outpace.model.Resource resource) {
        assertThat(workspace.resources().save(resource, false).join()).isInstanceOf(Answer.Done.class);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void theTargetsOfAFileJoinTheListAndOddRowsAreKeptWithTheirReasons() throws Exception {
        var importing = ready(sample(), true);
        assertThat(run(importing)).isEqualTo(new Added(197));
        assertThat(targets()).hasSize(197);
        assertThat(targets().getFirst().destinations().getFirst().target()).isEqualTo("+12125550100");
        assertThat(importing.rejected()).isEqualTo(3);
        assertThat(importing.firstRejected())
                .extracting(TargetImport.RejectedRow::reason)
                .anyMatch(reason -> reason.contains("No destination"))
                .anyMatch(reason -> reason.contains("is not a phone number"))
                .anyMatch(reason -> reason.contains("is already in an earlier row"));
        importing.saveRejected(folder.resolve("rejected.csv"));
        assertThat(Files.readAllLines(folder.resolve("rejected.csv"))).hasSize(4);
    }

    @Test
    void nobodySeesTheFirstTargetBeforeTheLastIsStored() throws Exception {
        var seen = new ArrayList<Long>();
        var importing = ready(numbers(500), true);
        importing.run(watch(rows -> seen.add(importing.joining() ? -1 : inList()), _ -> false));
        assertThat(seen.subList(0, seen.indexOf(-1L))).isNotEmpty().containsOnly(0L);
        assertThat(inList()).isEqualTo(500);
    }

    @Test
    void aCancelledImportAddsNothing() throws Exception {
        var importing = ready(numbers(500), true);
        var rows = new long[1];
        assertThat(importing.run(watch(at -> rows[0] = at, _ -> rows[0] >= 200)))
                .isEqualTo(new Outcome.Cancelled());
        assertThat(inList()).isZero();
        assertThat(run(ready(numbers(500), true))).isEqualTo(new Added(500));
    }

    @Test
    void whenTargetsAreJoiningACancelComesTooLate() throws Exception {
        var importing = ready(numbers(500), true);
        assertThat(importing.run(watch(_ -> {}, _ -> importing.joining()))).isEqualTo(new Added(500));
        assertThat(inList()).isEqualTo(500);
    }

    @Test
    void numbersThatTheListHasAreRejectedUnlessTheyMayCome() throws Exception {
        assertThat(run(ready(numbers(60), true))).isEqualTo(new Added(60));
        assertThat(run(ready(numbers(70), true))).isEqualTo(new Added(10));
        assertThat(run(ready(numbers(70), false))).isEqualTo(new Added(70));
        assertThat(inList()).isEqualTo(140);
    }

    @Test
    void aFileThatCannotBeReadAddsNothingAndSaysWhy() throws Exception {
        var file = numbers(60);
        var importing = ready(file, true);
        Files.delete(file);
        assertThat(run(importing))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.problem().code()).isEqualTo("file.missing"));
        assertThat(inList()).isZero();
    }

    @Test
    void aMappingIsCheckedAndKeptForTheNextFileOfTheSameColumns() throws Exception {
        var imports = workspace.targetImports();
        var file = looked(sample());
        var uses = new ArrayList<>(imports.suggested(file));
        assertThat(imports.check(file, uses)).isEmpty();
        uses.set(2, new ColumnUse.Destination(0));
        assertThat(imports.check(file, uses)).extracting("place").containsExactly("home");
        uses.set(2, new ColumnUse.Skip());
        imports.into(LIST, file, new TargetImports.Choices(uses, "US", true, true));
        assertThat(imports.suggested(looked(sample()))).isEqualTo(uses);
    }

    @Test
    void aMappingIsRememberedForItsHeadersWhenTheWorkspaceIsOpenedAgain() throws Exception {
        var file = looked(sample());
        var uses = new ArrayList<>(workspace.targetImports().suggested(file));
        uses.set(2, new ColumnUse.Skip());
        workspace.targetImports().into(LIST, file, new TargetImports.Choices(uses, "US", true, true));
        workspace
                .targetImports()
                .into(
                        LIST,
                        looked(numbers(3)),
                        new TargetImports.Choices(
                                workspace.targetImports().suggested(looked(numbers(3))), "US", true, true));
        workspace.close();
        open();

        var imports = workspace.targetImports();
        assertThat(imports.suggested(looked(sample()))).isEqualTo(uses);
        assertThat(imports.isAsLastTime(looked(sample()))).isTrue();
        var other = looked(Files.writeString(folder.resolve("other.csv"), "mobile,home,shoe\n+12125550101,,9\n"));
        assertThat(imports.isAsLastTime(other)).isFalse();
    }

    @Test
    void rowsAreCountedBeforeAnythingIsStored() throws Exception {
        assertThat(forecast(ready(sample(), true)).counts()).isEqualTo(new ImportCounts(200, 197, 0, 0, 1, 0, 2, 0, 0));
        assertThat(inList()).isZero();
        assertThat(run(ready(sample(), true))).isEqualTo(new Added(197));
        assertThat(forecast(ready(sample(), true)).counts()).isEqualTo(new ImportCounts(200, 0, 0, 197, 1, 0, 2, 0, 0));
        assertThat(ready(numbers(5_000), true).check(watch(_ -> {}, _ -> true)))
                .isEqualTo(new TargetImport.Checked.Cancelled());
    }

    @Test
    void aRowUpdatesTheTargetWithItsFirstNumber() throws Exception {
        run(ready(written("name,phone,phone_2,policy\nAnn,2125550101,2125550102,HP-1\nBob,2125550103,,HP-2\n"), true));
        var ann = targets().getFirst();
        var again = """
            name,phone,phone_2,policy
            ,2125550101,2125550104,HP-9
            Eve,2125550105,,HP-3
            Bob again,2125550103,2125550103,
            Bob twice,2125550103,,
            May,2125550102,,
            """;
        assertThat(forecast(updating(written(again))).counts()).isEqualTo(new ImportCounts(5, 1, 2, 1, 1, 0, 0, 0, 0));
        assertThat(run(updating(written(again)))).isEqualTo(new Added(1, 2, 0));
        assertThat(targets())
                .extracting(OutdialTarget::name, TargetImportTest::phones, OutdialTarget::data)
                .containsExactlyInAnyOrder(
                        tuple("Ann", List.of("+12125550101", "+12125550104"), "{\"policy\":\"HP-9\"}"),
                        tuple("Bob again", List.of("+12125550103"), "{\"policy\":\"HP-2\"}"),
                        tuple("Eve", List.of("+12125550105"), "{\"policy\":\"HP-3\"}"));
        assertThat(targets()).extracting(OutdialTarget::id).contains(ann.id());
        assertThat(inList()).isEqualTo(3);
    }

    @Test
    void aCancelledUpdateChangesNothing() throws Exception {
        run(ready(numbers(500), true));
        var before = targets();
        var rows = new long[1];
        assertThat(updating(numbers(600)).run(watch(at -> rows[0] = at, _ -> rows[0] >= 200)))
                .isEqualTo(new Outcome.Cancelled());
        assertThat(targets()).isEqualTo(before);
        assertThat(run(updating(numbers(600)))).isEqualTo(new Added(100, 500, 0));
        assertThat(inList()).isEqualTo(600);
    }

    @Test
    void numbersOfOtherListsCountIfChosen() throws Exception {
        saved(new Outdial(OTHER, Ids.NIL, "Others", "", "", Stamps.NONE, Json.Obj.EMPTY));
        var file = looked(numbers(10));
        assertThat(run(workspace.targetImports().into(OTHER, file, choices(file, Duplicates.SKIP, false))))
                .isEqualTo(new Added(10));
        assertThat(run(workspace.targetImports().into(LIST, file, choices(file, Duplicates.UPDATE, true))))
                .isEqualTo(new Added(0));
        assertThat(run(workspace.targetImports().into(LIST, file, choices(file, Duplicates.SKIP, false))))
                .isEqualTo(new Added(10));
    }

    @Test
    void rowsWhoseNumbersAreAllOnDoNotCallListsAreRejectedUnlessTheyMayCome() throws Exception {
        assertThat(workspace
                        .doNotCallLists()
                        .neverCall(Address.tel("+12125550101"))
                        .join())
                .isPresent();
        var file = looked(written("name,phone,phone_2\nAnn,2125550101,\nBob,2125550101,2125550102\n"));
        var chosen = choices(file, Duplicates.ADD, false);
        var importing = workspace.targetImports().into(LIST, file, chosen);
        assertThat(forecast(importing).counts()).isEqualTo(new ImportCounts(2, 1, 0, 0, 0, 1, 0, 0, 0));
        assertThat(importing.firstRejected())
                .extracting(TargetImport.RejectedRow::reason)
                .containsExactly("+12125550101 is on the do-not-call list Company.");
        assertThat(run(workspace.targetImports().into(LIST, file, chosen))).isEqualTo(new Added(1));
        var all = new TargetImports.Choices(chosen.uses(), "US", true, Duplicates.ADD, false, false);
        assertThat(run(workspace.targetImports().into(LIST, file, all))).isEqualTo(new Added(2));
    }

    private static TargetImports.Choices choices(TargetFile file, Duplicates duplicates, boolean allLists) {
        return new TargetImports.Choices(
                List.<ColumnUse>of(new ColumnUse.Name(), new ColumnUse.Destination(0), new ColumnUse.NextDestination())
                        .subList(0, file.columns().size()),
                "US",
                true,
                duplicates,
                allLists,
                true);
    }

    private static List<String> phones(OutdialTarget target) {
        return target.destinations().stream()
                .filter(Objects::nonNull)
                .map(Address::target)
                .toList();
    }

    private TargetImport updating(Path path) {
        var imports = workspace.targetImports();
        var file = looked(path);
        return imports.into(
                LIST,
                file,
                new TargetImports.Choices(imports.suggested(file), "US", true, Duplicates.UPDATE, false, true));
    }

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("written.csv"), text);
    }

    @Test
    void aCopiedTableIsReadAsAFileIs() throws Exception {
        var look = workspace.targetImports().lookAtText("name\tphone\nAnn\t(212) 555-0101\nBob\tnobody\n");
        assertThat(look).isInstanceOf(TargetFile.Look.Usable.class);
        var file = ((TargetFile.Look.Usable) look).file();
        var choices = new TargetImports.Choices(workspace.targetImports().suggested(file), "US", true, true);
        assertThat(workspace.targetImports().preview(file, choices))
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOf(TargetImports.PreviewRow.Comes.class),
                        second -> assertThat(second).isInstanceOf(TargetImports.PreviewRow.Rejected.class));
        assertThat(run(workspace.targetImports().into(LIST, file, choices))).isEqualTo(new Added(1));
        workspace.targetImports().lookAtText("name\n");
        assertThat(file.path()).doesNotExist();
    }

    /** Both happen on the thread of the window, which must not wait for the store: here there is none. */
    @Test
    void numbersAreReadAndAnImportIsMadeReadyWithoutTheStore() throws Exception {
        var imports = workspace.targetImports();
        var file = looked(sample());
        workspace.close();
        imports.into(LIST, file, new TargetImports.Choices(imports.suggested(file), "DE", true, true));
        assertThat(workspace.targetLists().read("tel", "(212) 555-0101").dialed())
                .contains(Address.tel("+12125550101"));
        open();
    }

    @Test
    void rejectedRowsDoNotOutliveTheirUse() throws Exception {
        var importing = ready(sample(), true);
        run(importing);
        assertThat(leftovers()).hasSize(1);
        importing.discard();
        assertThat(leftovers()).isEmpty();
        run(ready(sample(), true));
        workspace.close();
        open();
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void aCampaignThatContinuesCallsTheNewTargetsAtOnce() throws Exception {
        var outplan = new Outplan(
                new UUID(1, 20), "plan", "", null, 30_000, 60_000, List.of(1, 0, 0, 0, 0), Stamps.NONE, Json.Obj.EMPTY);
        saved(outplan);
        var campaign = campaign(outplan.id());
        assertThat(workspace.campaigns().create(campaign).join()).isInstanceOf(Answer.Done.class);
        assertThat(workspace.campaigns().start(campaign.id(), true).join()).isInstanceOf(Answer.Done.class);
        var called = new CountDownLatch(1);
        workspace.listen(new WorkspaceListener() {
            @Override
            public void callChanged(CampaignCall call) {
                called.countDown();
            }
        });
        assertThat(run(ready(numbers(60), true))).isEqualTo(new Added(60));
        assertThat(called.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private static Campaign campaign(UUID outplanId) {
        return new Campaign(
                new UUID(1, 1),
                CampaignType.CALL,
                "Goes on",
                "",
                CampaignStatus.STOP,
                100,
                EndHandle.CONTINUE,
                List.of(new Action(new UUID(1, 2), Ids.NIL, "answer", null, Json.Obj.EMPTY)),
                outplanId,
                LIST,
                Ids.NIL,
                Ids.NIL,
                CampaignOptions.DEFAULT,
                Stamps.NONE,
                Json.Obj.EMPTY);
    }

    @Test
    void aCheckTellsZonesListsAndTheFirstRowsOfEachFate() throws Exception {
        workspace.doNotCallLists().neverCall(Address.tel("+12125550109")).join();
        var file = looked(written("""
            name,phone,zone,dnc
            Ann,2125550101,,
            Bob,3125550102,,
            Cid,2125550103,America/Denver,
            Dee,2125550101,,
            Eve,2125550109,,
            Fay,2125550104,,yes
            Gil,555,,
            """));
        var uses = workspace.targetImports().suggested(file);
        var importing = workspace.targetImports().into(LIST, file, new TargetImports.Choices(uses, "US", true, true));
        var forecast = forecast(importing);
        assertThat(forecast.counts()).isEqualTo(new ImportCounts(7, 3, 0, 0, 1, 2, 1, 1, 0));
        assertThat(forecast.doNotCall()).containsExactly(entry("", 1L), entry("Company", 1L));
        assertThat(forecast.zones().targets())
                .containsExactly(
                        entry("America/Chicago", 1L), entry("America/Denver", 1L), entry("America/New_York", 1L));
        assertThat(forecast.zones())
                .extracting(
                        ImportForecast.Zones::byColumn, ImportForecast.Zones::byNumber, ImportForecast.Zones::unknown)
                .containsExactly(1L, 2L, 0L);
        assertThat(forecast.callable()).isNull();
        assertThat(forecast.firstRows().get(RowFate.TWICE))
                .containsExactly(
                        new ImportForecast.Row(5, "+12125550101 is already in an earlier row.", "Dee, 2125550101, , "));
        assertThat(forecast.firstRows().get(RowFate.FRESH))
                .contains(new ImportForecast.Row(2, "", "Ann, +12125550101"));
        assertThat(inList()).isZero();
    }

    private static ImportForecast forecast(TargetImport importing) {
        return ((TargetImport.Checked.Done) importing.check(watch(_ -> {}, _ -> false))).forecast();
    }

    private static Outcome run(TargetImport importing) {
        return importing.run(watch(_ -> {}, _ -> false));
    }

    private static TargetImport.Watch watch(LongConsumer at, LongPredicate cancelled) {
        return new TargetImport.Watch() {
            private long rows;

            @Override
            public void at(long now, long total) {
                rows = now;
                assertThat(now).isLessThanOrEqualTo(total);
                at.accept(now);
            }

            @Override
            public boolean cancelled() {
                return cancelled.test(rows);
            }
        };
    }

    private TargetImport ready(Path file, boolean skipDuplicates) {
        var imports = workspace.targetImports();
        var looked = looked(file);
        return imports.into(
                LIST, looked, new TargetImports.Choices(imports.suggested(looked), "US", true, skipDuplicates));
    }

    private TargetFile looked(Path file) {
        return ((TargetFile.Look.Usable) workspace.targetImports().look(file)).file();
    }

    private Path sample() throws IOException {
        try (var in = JacksonJson.class.getResourceAsStream("targets.csv")) {
            assertThat(in).isNotNull();
            return Files.write(folder.resolve("targets.csv"), in.readAllBytes());
        }
    }

    private Path numbers(int rows) throws IOException {
        var lines = IntStream.range(0, rows)
                .mapToObj(i -> "Person " + i + ",+44207946%04d".formatted(i))
                .collect(Collectors.joining("\n", "name,phone\n", "\n"));
        return Files.writeString(folder.resolve("numbers.csv"), lines);
    }

    private List<OutdialTarget> targets() {
        var all = new TargetFilter(LIST, TargetFilter.Group.ALL, TargetFilter.Result.ANY, "");
        return workspace.targetLists().page(all, null, 1_000).join().targets();
    }

    private long inList() {
        return workspace.targetLists().bar(LIST).join().total();
    }

    private List<Path> leftovers() throws IOException {
        try (var files = Files.list(folder.resolve("workspace"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("rejected-"))
                    .toList();
        }
    }
}
