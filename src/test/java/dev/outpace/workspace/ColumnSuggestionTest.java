package dev.outpace.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.formats.JacksonJson;
import dev.outpace.model.ColumnUse;
import dev.outpace.store.EmptyWorkspace;
import dev.outpace.telephony.simulated.CarrierLog;
import dev.outpace.workspace.ColumnSuggestion.Certainty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class ColumnSuggestionTest {
    private static final String HEADER = "customer,mobile,home,state,policy_no,best_time,fax\n";

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = Workspace.open(
                new Workspace.Opening(
                        EmptyWorkspace.in(folder.resolve("workspace")), "a test", 1, false, false, 1, CarrierLog.NONE),
                new JacksonJson(),
                Clock.fixed(Instant.parse("2026-05-04T12:00:00Z"), ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void eachColumnSaysWhatSpeaksForItsPlace() throws IOException {
        var told = suggestions(looked(HEADER + rows(100)));
        assertThat(told).hasSize(7);
        assertTold(told.get(0), Certainty.SURE, "text, two words in 100 % of the cells, in the rows");
        assertTold(told.get(1), Certainty.SURE, "phone number in 100 % of the rows, written as +12125550100");
        assertTold(told.get(2), Certainty.SURE, "phone number in 50 % of the rows, else empty");
        assertTold(
                told.get(3),
                Certainty.SURE,
                "US state or province of Canada in 100 % of the cells, in the rows; goes before the area code");
        assertTold(told.get(4), Certainty.SURE, "kept with the target under this name");
        assertTold(told.get(5), Certainty.LOOK, "a date and time in 60 % of the rows only; the others would have none");
        assertTold(told.get(6), Certainty.LOOK, "phone number in 100 % of the cells, in the rows, but not dialed");
    }

    @Test
    void ofALongFileTheFirstRowsAreLookedAt() throws IOException {
        var told = suggestions(looked(HEADER + rows(10_500)));
        assertThat(told.get(1).reason())
                .isEqualTo("phone number in 100 % of the first 10,000 rows, written as +12125550100");
    }

    @Test
    void aColumnWithoutNumbersOfItsHeaderIsToBeLookedAt() throws IOException {
        var told = suggestions(looked("name,mobile,phone_2\n212 555 0101,n.a.,\n212 555 0102,none,\n"));
        assertTold(told.get(0), Certainty.LOOK, "words in 0 % of the cells only, in the rows");
        assertTold(told.get(1), Certainty.LOOK, "a phone number in 0 % of the cells only, in the rows");
        assertTold(told.get(2), Certainty.LOOK, "empty in all of the rows");
    }

    @Test
    void whatTheCellsDoNotTellIsAsLastTime() throws IOException {
        var file = looked(HEADER + rows(3));
        var uses = new ArrayList<>(workspace.targetImports().suggested(file));
        uses.set(4, new ColumnUse.Data("policy"));
        uses.set(6, new ColumnUse.Skip());
        workspace.targetImports().into(new UUID(1, 1), file, new TargetImports.Choices(uses, "US", true, true));
        var told = suggestions(file);
        assertTold(told.get(1), Certainty.SURE, "phone number in 100 % of the rows, written as +12125550100");
        assertTold(told.get(4), Certainty.AS_LAST_TIME, "mapped so for these headers on 4 May 2026");
        assertTold(told.get(6), Certainty.SKIPPED, "");
        assertThat(told).extracting(ColumnSuggestion::use).isEqualTo(uses);
    }

    private static void assertTold(ColumnSuggestion told, Certainty certainty, String reason) {
        assertThat(told.reason()).isEqualTo(reason);
        assertThat(told.certainty()).isEqualTo(certainty);
    }

    private List<ColumnSuggestion> suggestions(TargetFile file) {
        return workspace.targetImports().suggestions(file, "US");
    }

    private TargetFile looked(String text) throws IOException {
        var file = Files.writeString(folder.resolve("policies.csv"), text);
        return ((TargetFile.Look.Usable) workspace.targetImports().look(file)).file();
    }

    private static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "Rosa Delgado,(212) 555-01%02d,%s,NY,HP-%d,%s,212 555 0199\n"
                        .formatted(
                                i % 100,
                                i % 2 == 0 ? "" : "212 555 0150",
                                i,
                                i % 5 < 3 ? "2026-06-01 17:00" : "after 5"))
                .collect(Collectors.joining());
    }
}
