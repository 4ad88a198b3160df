package dev.outpace.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Address;
import dev.outpace.model.DoNotCallList;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Problem;
import dev.outpace.model.TargetFilter;
import dev.outpace.store.DoNotCallQueries.Size;
import dev.outpace.store.EmptyWorkspace;
import dev.outpace.telephony.simulated.CarrierLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Do-not-call lists of a workspace whose engine runs. */
@SuppressWarnings("NullAway.Init")
class DoNotCallListsTest {
    private static final UUID LIST = UUID.fromString("40bea034-1d17-474d-a5de-da00d0861c69");
    private static final UUID CAMPAIGN = UUID.fromString("183c0d5c-691e-42f3-af2b-9bffc2740f83");
    private static final UUID NATIONAL = UUID.fromString("7d0b4d2e-5a65-4f43-9a3c-3a2f1f0f5b11");
    private static final Path SET_UP = Path.of("src/test/resources/dev/outpace/formats/setup-small.json");
    private static final SetUps.Watch NOBODY = new SetUps.Watch() {
        @Override
        public void at(long done, long total) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    @TempDir
    private Path folder;

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

    private Answer importAll(boolean replace, Path file) {
        return workspace.setUps().importAll(workspace.setUps().read(List.of(file), replace, NOBODY), NOBODY);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path lists(String entries) throws IOException {
        return file("lists.json", """
            {"do_not_call_lists": [{"id": "%s", "name": "National", "source": "registry", "as_of": "2026-11-01",
             "max_age": "3660d", "every_campaign": true, "colour": "red"%s}]}
            """.formatted(NATIONAL, entries));
    }

    private boolean isOn(UUID list, String number) {
        return workspace
                .doNotCallLists()
                .find(List.of(list), Address.tel(number))
                .join()
                .isPresent();
    }

    private OutdialTarget target() {
        return workspace
                .targetLists()
                .page(new TargetFilter(LIST, TargetFilter.Group.ALL, TargetFilter.Result.ANY, "+12125550105"), null, 1)
                .join()
                .targets()
                .getFirst();
    }

    @Test
    void neverCallAgainBarsAPersonAndIsTakenBack() {
        assertThat(importAll(false, SET_UP)).isInstanceOf(Answer.Done.class);
        var done = workspace.doNotCallLists().neverCall(target()).join().orElseThrow();
        assertThat(done.added()).contains(12125550105L);
        assertThat(isOn(DoNotCallList.COMPANY_ID, "+12125550105")).isTrue();
        var company = workspace.resourceBook().doNotCallList(DoNotCallList.COMPANY_ID);
        assertThat(company).isNotNull();
        assertThat(company.everyCampaign()).isTrue();
        assertThat(workspace
                        .doNotCallLists()
                        .neverCall(target())
                        .join()
                        .orElseThrow()
                        .added())
                .isEmpty();
        assertThat(workspace.doNotCallLists().undo(done).join()).isTrue();
        assertThat(isOn(DoNotCallList.COMPANY_ID, "+12125550105")).isFalse();
        assertThat(workspace.doNotCallLists().undo(done).join()).isFalse();
    }

    @Test
    void aSipAddressHasNoNumberToList() {
        assertThat(workspace
                        .doNotCallLists()
                        .neverCall(Address.sip("a@example.com"))
                        .join())
                .isEmpty();
    }

    @Test
    void setUpsCarryLists() throws IOException {
        assertThat(importAll(false, lists(", \"entries\": [\"+12125550105\", \"+1900*\"]")))
                .isInstanceOf(Answer.Done.class);
        var list = workspace.resourceBook().doNotCallList(NATIONAL);
        assertThat(list).isNotNull();
        assertThat(list.asOf()).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(list.maxAgeDays()).isEqualTo(3_660);
        assertThat(isOn(NATIONAL, "+12125550105")).isTrue();
        assertThat(isOn(NATIONAL, "+19005550100")).isTrue();
        assertThat(importAll(true, lists(""))).isInstanceOf(Answer.Done.class);
        assertThat(isOn(NATIONAL, "+12125550105"))
                .as("a file without entries leaves them")
                .isTrue();
        importAll(false, SET_UP);
        var out = folder.resolve("out.json");
        assertThat(workspace.setUps().export(CAMPAIGN, true, out, NOBODY).problems())
                .isEmpty();
        assertThat(Files.readString(out)).contains("do_not_call_lists", "+12125550105", "+1900*", "3660d", "colour");
        assertThat(importAll(true, lists(", \"entries\": []"))).isInstanceOf(Answer.Done.class);
        assertThat(isOn(NATIONAL, "+12125550105")).isFalse();
        assertThat(importAll(true, out)).isInstanceOf(Answer.Done.class);
        assertThat(workspace.doNotCallLists().sizes().join()).containsEntry(NATIONAL, new Size(1, 1));
    }

    @Test
    void aSetUpWithABadListIsRefused() throws IOException {
        var bad = file("bad.json", """
            {"do_not_call_lists": [{"name": "Odd", "max_age": "a month", "as_of": "yesterday",
             "entries": ["2125550105", "+1900*", 7]}, {"name": "No day", "max_age": "31d"}]}
            """);
        var answer = importAll(false, bad);
        assertThat(answer).isInstanceOf(Answer.Refused.class);
        assertThat(answer.problems())
                .extracting(Problem::code)
                .contains("field.not_day", "dnc.max_age", "dnc.no_entry", "dnc.no_date");
        assertThat(workspace.resourceBook().doNotCallLists()).isEmpty();
    }

    @Test
    void aFileIsCountedBeforeAnythingIsWritten() throws Exception {
        var read = workspace.doNotCallLists().read(file("n.txt", "2125550101\n2125550102\nx\n"), false, NOBODY);
        assertThat(read.added().numbers()).isEqualTo(2);
        assertThat(read.rejected()).isEqualTo(1);
        assertThat(workspace.resourceBook().doNotCallLists()).isEmpty();
        var list = DoNotCallList.company().loaded("a file", LocalDate.of(2026, 11, 1));
        assertThat(workspace.doNotCallLists().importAll(list, read, false, NOBODY))
                .isInstanceOf(Answer.Done.class);
        assertThat(isOn(list.id(), "+12125550102")).isTrue();
    }
}
