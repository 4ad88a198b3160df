package dev.outpace.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Address;
import dev.outpace.model.EndCause;
import dev.outpace.model.Json;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetStatus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

class TargetWorkbookTest {
    private static OutdialTarget target(int number, String name, String data) {
        return new OutdialTarget(
                new UUID(2, number),
                new UUID(1, 1),
                number,
                name,
                "",
                data,
                TargetStatus.IDLE,
                Arrays.asList(Address.tel("+1212555%04d".formatted(number)), null, null, null, null),
                List.of(1, 0, 0, 0, 0),
                Instant.parse("2026-05-12T08:00:00Z"),
                EndCause.BUSY,
                Stamps.NONE,
                Json.Obj.EMPTY);
    }

    private static List<List<String>> rows(Sheet sheet) throws IOException {
        var rows = new ArrayList<List<String>>();
        try (var all = sheet.openStream()) {
            all.forEach(row -> {
                assertThat(row.stream()).allMatch(cell -> cell == null || cell.getType() == CellType.STRING);
                rows.add(IntStream.range(0, TargetCells.columns().size())
                        .mapToObj(column -> row.getOptionalCell(column)
                                .map(cell -> cell.getText())
                                .orElse(""))
                        .toList());
            });
        }
        return rows;
    }

    @Test
    void rowsGoOnInTheNextSheetAndNoCellIsRun() throws IOException {
        var targets = new ArrayList<OutdialTarget>();
        targets.add(target(0, "=cmd|'/c calc'!A1", "{\"note\": \"\u0648 <b>&amp;\"}"));
        targets.add(target(1, "x".repeat(40_000), ""));
        for (int i = 2; i < 25; i++) {
            targets.add(target(i, "Ada " + i, "{}"));
        }
        var bytes = new ByteArrayOutputStream();
        try (var writer = new TargetWorkbook(bytes, 10)) {
            targets.forEach(writer::write);
        }

        var read = new ArrayList<List<String>>();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            var sheets = workbook.getSheets().toList();
            assertThat(sheets).extracting(Sheet::getName).containsExactly("targets", "targets 2", "targets 3");
            for (var sheet : sheets) {
                var rows = rows(sheet);
                assertThat(rows.getFirst()).isEqualTo(TargetCells.columns());
                assertThat(rows).hasSizeLessThanOrEqualTo(10);
                read.addAll(rows.subList(1, rows.size()));
            }
        }
        assertThat(read).hasSize(25);
        assertThat(read.get(1).getFirst()).hasSize(32_767);
        read.remove(1);
        targets.remove(1);
        assertThat(read).isEqualTo(targets.stream().map(TargetCells::of).toList());
        assertThat(read.getFirst().getFirst()).startsWith("'=");
    }

    @Test
    void aListWithoutTargetsHasItsColumns() throws IOException {
        var bytes = new ByteArrayOutputStream();
        TargetWriter.to(bytes, TargetWriter.Form.XLSX).close();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(rows(workbook.getFirstSheet())).containsExactly(TargetCells.columns());
        }
    }
}
