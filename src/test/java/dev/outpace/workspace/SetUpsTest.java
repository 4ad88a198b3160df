package dev.outpace.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.outpace.formats.JacksonJson;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.Problem;
import dev.outpace.model.StopMode;
import dev.outpace.model.TargetBar;
import dev.outpace.store.EmptyWorkspace;
import dev.outpace.telephony.simulated.CarrierLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files come into a workspace whose engine runs, and the engine works with them at once. */
@SuppressWarnings("NullAway.Init")
class SetUpsTest {
    private static final Path SAMPLES = Path.of("src/test/resources/dev/outpace/formats");
    private static final Path SET_UP = SAMPLES.resolve("setup-small.json");
    private static final Path SEED = SAMPLES.resolve("campaign-seed.json");
    private static final UUID CAMPAIGN = UUID.fromString("183c0d5c-691e-42f3-af2b-9bffc2740f83");
    private static final UUID LIST = UUID.fromString("40bea034-1d17-474d-a5de-da00d0861c69");

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
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private static SetUps.Watch until(BooleanSupplier cancelled) {
        return new SetUps.Watch() {
            @Override
            public void at(long done, long total) {}

            @Override
            public boolean cancelled() {
                return cancelled.getAsBoolean();
            }
        };
    }

    private static SetUps.Watch nobody() {
        return until(() -> false);
    }

    private FileContents read(boolean replace, Path... files) {
        return workspace.setUps().read(List.of(files), replace, nobody());
    }

    private Answer importAll(boolean replace, Path... files) {
        return workspace.setUps().importAll(read(replace, files), nobody());
    }

    private TargetBar bar() {
        return workspace.targetLists().bar(LIST).join();
    }

    private static List<String> codes(List<Problem> problems) {
        return problems.stream().map(Problem::code).toList();
    }

    private void isEmpty() {
        assertThat(workspace.resourceBook().campaigns()).isEmpty();
        assertThat(workspace.resourceBook().outplans()).isEmpty();
        assertThat(workspace.resourceBook().outdials()).isEmpty();
        assertThat(bar().total()).isZero();
    }

    private Path file(String name, String json) throws IOException {
        return Files.writeString(folder.resolve(name), json);
    }

    @Test
    void aWholeSetUpIsThereAndStartsAtOnce() {
        var contents = read(false, SET_UP);
        assertThat(contents.campaigns()).hasSize(1);
        assertThat(contents.targets()).isEqualTo(40);
        isEmpty();
        assertThat(workspace.setUps().importAll(contents, nobody())).isInstanceOf(Answer.Done.class);
        assertThat(bar().idle()).isEqualTo(40);
        assertThat(workspace.campaigns().start(CAMPAIGN, true).join()).isInstanceOf(Answer.Done.class);
    }

    @Test
    void oneBadFileRefusesAllOfThemAndIsNamedWithItsField() throws IOException {
        var bad = file("bad.json", "{\"type\": \"call\", \"name\": \"Odd\", \"service_level\": -1}");
        var answer = importAll(false, SET_UP, bad);
        assertThat(answer).isInstanceOf(Answer.Refused.class);
        assertThat(answer.problems())
                .anySatisfy(problem ->
                        assertThat(problem.place()).contains("bad.json").contains("service_level"));
        isEmpty();
    }

    @Test
    void whatIsThereIsRefusedUnlessItIsToBeReplaced() {
        importAll(false, SET_UP);
        assertThat(codes(read(false, SET_UP).problems())).contains("import.exists");
        assertThat(importAll(false, SET_UP)).isInstanceOf(Answer.Refused.class);
        assertThat(importAll(true, SET_UP)).isInstanceOf(Answer.Done.class);
        assertThat(bar().total()).isEqualTo(40);
    }

    @Test
    void targetsThatTheFilesLackAreCountedBeforeTheyAreRemoved() throws IOException {
        importAll(false, SET_UP);
        var one = file(
                "one.json",
                "{\"outdials\": [{\"id\": \"" + LIST + "\", \"name\": \"Home policies\", \"targets\":"
                        + " [{\"id\": \"1b3d7a92-7146-466d-90f5-000000000001\"}, {\"name\": \"new\"}]}]}");
        var contents = read(true, one);
        assertThat(contents.dropped()).isEqualTo(39);
        assertThat(contents.problems())
                .contains(Problem.warning("import.targets_dropped", one + " outdials[0]", "Home policies", 39L));
        assertThat(workspace.setUps().importAll(contents, nobody())).isInstanceOf(Answer.Done.class);
        assertThat(bar().total()).isEqualTo(2);
        assertThat(read(true, SET_UP).dropped()).isEqualTo(1);
    }

    @Test
    void aNameThatIsThereAlreadyIsTold() throws IOException {
        importAll(false, SEED);
        var second = file("second.json", Files.readString(SEED).replace("183c0d5c", "283c0d5c"));
        assertThat(codes(read(false, second).problems())).contains("import.same_name");
        assertThat(codes(read(true, SEED).problems())).doesNotContain("import.same_name");
    }

    @Test
    void whatACampaignWorksWithIsNotReplacedEvenIfItStartedAfterTheCheck() {
        importAll(false, SET_UP);
        var contents = read(true, SET_UP);
        assertThat(contents.refused()).isFalse();
        workspace.campaigns().start(CAMPAIGN, true).join();
        var answer = workspace.setUps().importAll(contents, nobody());
        assertThat(codes(answer.problems())).contains("import.in_use");
        assertThat(bar().total()).isEqualTo(40);
        workspace.campaigns().stop(CAMPAIGN, StopMode.HANG_UP_ALL).join();
    }

    @Test
    void aCancelledImportLeavesNothing() {
        var contents = read(false, SET_UP);
        var told = new AtomicBoolean();
        var stopped = catchThrowable(() -> workspace.setUps().importAll(contents, until(() -> told.getAndSet(true))));
        assertThat(stopped).isInstanceOf(CancellationException.class);
        isEmpty();
        assertThat(workspace.setUps().importAll(contents, nobody())).isInstanceOf(Answer.Done.class);
    }

    @Test
    void aListThatWasDeletedComesBackFromItsFile() {
        importAll(false, SET_UP);
        workspace.campaigns().delete(CAMPAIGN, true).join();
        workspace.resources().delete(LIST, true).join();
        assertThat(importAll(true, SET_UP)).isInstanceOf(Answer.Done.class);
        assertThat(bar().idle()).isEqualTo(40);
    }

    @Test
    void referencesThatNobodyHasAreKeptAndWarned() {
        var contents = read(false, SEED);
        assertThat(codes(contents.problems())).containsOnly("import.missing").hasSize(3);
        assertThat(workspace.setUps().importAll(contents, nobody()).problems()).hasSize(3);
        assertThat(workspace.resourceBook().campaign(CAMPAIGN)).isNotNull();
    }

    @Test
    void aRunningCampaignComesInStoppedWithAWarning() throws IOException {
        var running = file(
                "running.json", Files.readString(SEED).replace("\"stop\",\n    \"service", "\"run\",\n    \"service"));
        assertThat(codes(read(false, running).problems())).contains("import.stopped");
        importAll(false, running);
        assertThat(workspace.resourceBook().campaigns())
                .extracting(campaign -> campaign.status())
                .containsExactly(CampaignStatus.STOP);
    }

    @Test
    void aChainThatLoopsOverFilesIsRefused() throws IOException {
        var one = "{\"id\": \"%s\", \"type\": \"call\", \"name\": \"%s\", \"next_campaign_id\": \"%s\"}";
        var a = new UUID(1, 1);
        var b = new UUID(1, 2);
        var answer =
                importAll(false, file("a.json", one.formatted(a, "A", b)), file("b.json", one.formatted(b, "B", a)));
        assertThat(codes(answer.problems())).contains("import.loop");
        isEmpty();
    }

    @Test
    void whatIsExportedIsEqualToWhatWasImported() throws IOException {
        importAll(false, SEED);
        var written = folder.resolve("out.json");
        assertThat(workspace.setUps().export(CAMPAIGN, false, written, nobody()))
                .isInstanceOf(Answer.Done.class);
        var json = new JacksonJson();
        assertThat(json.read(Files.readString(written))).isEqualTo(json.read(Files.readString(SEED)));
    }

    @Test
    void aCancelledExportLeavesTheFileAsItWas() throws IOException {
        importAll(false, SET_UP);
        var there = file("there.json", "kept");
        var stopped = catchThrowable(() -> workspace.setUps().export(CAMPAIGN, true, there, until(() -> true)));
        assertThat(stopped).isInstanceOf(CancellationException.class);
        assertThat(there).hasContent("kept");
        try (var files = Files.list(folder)) {
            assertThat(files).extracting(file -> file.getFileName().toString()).noneMatch(name -> name.endsWith("tmp"));
        }
        var answer = workspace.setUps().export(CAMPAIGN, true, folder.resolve("no/such/folder.json"), nobody());
        assertThat(codes(answer.problems())).containsExactly("export.unwritable");
    }
}
