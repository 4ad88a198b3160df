package dev.outpace.formats;

import dev.outpace.model.Duplicates;
import dev.outpace.model.Ids;
import dev.outpace.model.Problem;
import dev.outpace.model.Shown;
import dev.outpace.numbers.NumberReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lists of targets in CSV files and workbooks. A file is read as a stream; how big it is does not matter to memory. */
public final class TargetFiles {
    private final Supplier<UUID> ids;

    /** @param ids new ids for the targets */
    public TargetFiles(Supplier<UUID> ids) {
        this.ids = ids;
    }

    /** What can be told of a file before it is imported. Reads it through once. */
    public TableFacts facts(Path file) throws FileRefused {
        return facts(file, null, null);
    }

    /** The same in a character set that a person has chosen. */
    public TableFacts facts(Path file, Charset charset) throws FileRefused {
        return facts(file, charset, null);
    }

    /**
     * @param charset of a text; null to find it out
     * @param sheet of a workbook; null for the first that has rows
     */
    public TableFacts facts(Path file, @Nullable Charset charset, @Nullable String sheet) throws FileRefused {
        return reading(file, () -> {
            var checked = CheckedFile.of(file);
            if (checked.isWorkbook()) {
                return new SheetSniffer(checked).facts(sheet);
            }
            var sniffer = new CsvSniffer(checked);
            return charset == null ? sniffer.facts() : sniffer.facts(charset);
        });
    }

    /** The character sets that a person may choose from. */
    public static List<Charset> charsets() {
        return CharsetGuess.known();
    }

    /** The facts of a file whose form a person has corrected. */
    public TableFacts facts(TableFacts sniffed, TableForm form) throws FileRefused {
        return reading(sniffed.file(), () -> {
            var checked = CheckedFile.of(sniffed.file());
            return switch (form) {
                case CsvForm csv -> new CsvSniffer(checked).facts(sniffed, csv);
                case SheetForm other -> {
                    boolean same = sniffed.form() instanceof SheetForm now
                            && now.sheet().equals(other.sheet());
                    var sniffer = new SheetSniffer(checked);
                    yield same ? sniffer.facts(sniffed, other) : sniffer.facts(other.sheet());
                }
            };
        });
    }

    /**
     * Opens a file to read its targets.
     *
     * @param known asked for a target only where duplicates do not simply come in
     */
    public TargetReader open(TableFacts facts, TargetChoices choices, UUID outdialId, KnownNumbers known, Instant now)
            throws FileRefused {
        var unusable = choices.mapping().problems();
        if (!unusable.isEmpty()) {
            throw new FileRefused(unusable.getFirst());
        }
        var numbers = new NumberReader(choices.region());
        if (!numbers.knowsRegion()) {
            throw new FileRefused(Problem.error("csv.no_such_region", "", Shown.of(choices.region())));
        }
        var maker = new TargetMaker(choices, numbers, known, ids, outdialId, now);
        return reading(facts.file(), () -> TargetReader.open(facts, maker));
    }

    /** What becomes of the first rows; no duplicates are looked for. Their lines are counted from 1, the header left out. */
    public List<ReadRow> preview(TableFacts facts, TargetChoices choices, Instant now, int rows) {
        var mapped = new TargetChoices(
                choices.mapping(), choices.region(), choices.countryForm(), Duplicates.ADD, choices.zone());
        var maker = new TargetMaker(mapped, new NumberReader(choices.region()), _ -> 0, ids, Ids.NIL, now);
        var read = new ArrayList<ReadRow>();
        for (var sample :
                facts.samples().subList(0, Math.min(rows, facts.samples().size()))) {
            read.add(maker.make(new TableRecords.Row(read.size() + 1, sample, null)));
        }
        return read;
    }

    /**
     * What the cells of each column are, by the first rows.
     *
     * @param region two letters, for numbers without a country
     */
    public List<ColumnCells> cells(TableFacts facts, String region) throws FileRefused {
        return reading(facts.file(), () -> ColumnCells.read(facts, region));
    }

    /** Begins a file of the rejected rows of an import. */
    public RejectedRows rejectedRows(TableFacts facts, OutputStream out) {
        return new RejectedRows(facts, out);
    }

    private interface Reading<T> {
        T read() throws FileRefused, IOException;
    }

    private static <T> T reading(Path file, Reading<T> reading) throws FileRefused {
        try {
            return reading.read();
        } catch (IOException unreadable) {
            throw new FileRefused(FileFault.of(file, unreadable));
        }
    }
}
