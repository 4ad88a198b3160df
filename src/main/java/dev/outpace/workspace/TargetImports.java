package dev.outpace.workspace;

import dev.outpace.formats.ColumnMapping;
import dev.outpace.formats.ColumnMapping.Column;
import dev.outpace.formats.CsvForm;
import dev.outpace.formats.FileRefused;
import dev.outpace.formats.ReadRow;
import dev.outpace.formats.SheetForm;
import dev.outpace.formats.TableForm;
import dev.outpace.formats.TargetChoices;
import dev.outpace.formats.TargetFiles;
import dev.outpace.model.ColumnUse;
import dev.outpace.model.Duplicates;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Problem;
import dev.outpace.numbers.NumberReader;
import dev.outpace.store.Store;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings targets of files into lists, while campaigns run. What reads files blocks its caller. */
public final class TargetImports {
    private static final Logger LOG = LoggerFactory.getLogger(TargetImports.class);

    private static final String PASTED = "pasted-";
    private static final int PREVIEW = 10;

    private final Store store;
    private final NumberRegion region;
    private final Path folder;
    private final Clock clock;
    private final RememberedMappings remembered;
    private @Nullable Path pasted;

    /**
     * What a person chooses.
     *
     * @param uses where each column goes
     * @param region two letters, for numbers without a country; empty refuses those
     * @param countryForm whether numbers are written as +country form; else as they stand in the file
     * @param duplicates what becomes of rows whose first number is there already, or in an earlier row
     * @param allLists whether it is there already where any list has it; else only in this one
     * @param skipListed whether rows are rejected whose numbers all are on do-not-call lists that count for the list
     */
    public record Choices(
            List<ColumnUse> uses,
            String region,
            boolean countryForm,
            Duplicates duplicates,
            boolean allLists,
            boolean skipListed) {
        /** One that looks for duplicates in this list alone. */
        public Choices(List<ColumnUse> uses, String region, boolean countryForm, boolean skipDuplicates) {
            this(uses, region, countryForm, skipDuplicates ? Duplicates.SKIP : Duplicates.ADD, false, true);
        }

        public Choices {
            uses = List.copyOf(uses);
        }
    }

    TargetImports(Store store, NumberRegion region, Path folder, Clock clock) {
        this.store = store;
        this.region = region;
        this.folder = folder;
        this.clock = clock;
        remembered = new RememberedMappings(store);
        deleteLeftovers();
    }

    /** Rejected rows and pasted tables of a killed process: phone numbers, which nobody asks for again. */
    private void deleteLeftovers() {
        try (var files = Files.newDirectoryStream(folder, '{' + RejectedRowsFile.PREFIX + ',' + PASTED + "}*")) {
            for (var file : files) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            LOG.error("Rejected rows of an earlier import could not be deleted", failure);
        }
    }

    /** Reads a file through once, to tell its form and size. */
    public TargetFile.Look look(Path file) {
        try {
            return new TargetFile.Look.Usable(new TargetFile(files().facts(file)));
        } catch (FileRefused refused) {
            return new TargetFile.Look.Refused(refused.problem());
        }
    }

    /** The same in a character set that a person has chosen; a workbook has its own. */
    public TargetFile.Look look(TargetFile file, Charset charset) {
        return file.facts().form() instanceof CsvForm csv
                ? look(file, csv.withCharset(charset))
                : new TargetFile.Look.Usable(file);
    }

    /** Another sheet of the same workbook. */
    public TargetFile.Look look(TargetFile file, String sheet) {
        return file.facts().form() instanceof SheetForm(var _, var sheets, var header)
                ? look(file, new SheetForm(sheet, sheets, header))
                : new TargetFile.Look.Usable(file);
    }

    private TargetFile.Look look(TargetFile file, TableForm form) {
        try {
            return new TargetFile.Look.Usable(new TargetFile(files().facts(file.facts(), form)));
        } catch (FileRefused refused) {
            return new TargetFile.Look.Refused(refused.problem());
        }
    }

    /** The character sets that a file can be read in. */
    public List<Charset> charsets() {
        return TargetFiles.charsets();
    }

    /** Where the columns likely go: as in the last import with the same headers, else as headers and cells say. */
    public List<ColumnUse> suggested(TargetFile file) {
        return remembered.of(file.facts()).columns().stream().map(Column::use).toList();
    }

    /**
     * Where the columns likely go, each with what speaks for it in the first rows of the file.
     *
     * @param forRegion two letters, for numbers without a country
     */
    public List<ColumnSuggestion> suggestions(TargetFile file, String forRegion) {
        try {
            var cells = files().cells(file.facts(), forRegion);
            var before = remembered.remembered(file.facts()).orElse(null);
            var mapping = remembered.of(file.facts());
            return IntStream.range(0, cells.size())
                    .mapToObj(i -> new ColumnReasons(cells.get(i), cells.get(i).rows() < file.rows(), before)
                            .suggestion(mapping.columns().get(i)))
                    .toList();
        } catch (FileRefused gone) {
            LOG.warn("The columns of {} could not be looked at: {}", file.path(), gone.problem());
            return suggested(file).stream()
                    .map(use -> new ColumnSuggestion(use, ColumnSuggestion.Certainty.LOOK, ""))
                    .toList();
        }
    }

    /** Why nothing can be imported this way; the place is the name of a column, or empty. */
    public List<Problem> check(TargetFile file, List<ColumnUse> uses) {
        return mapping(file, uses).problems();
    }

    /** The regions, two letters each, that numbers without a country can be read for. */
    public Set<String> regions() {
        return NumberReader.regions();
    }

    /** The region of the last import, or as set since. */
    public String lastRegion() {
        return region.get();
    }

    /** An import that is ready to run. */
    public TargetImport into(UUID outdialId, TargetFile file, Choices choices) {
        var mapping = mapping(file, choices.uses());
        // Not waited for: this is asked for by a form.
        var _ = region.set(choices.region());
        var _ = remembered.remember(file.facts(), mapping, today());
        return new TargetImport(
                store,
                files(),
                file.facts(),
                chosen(mapping, choices),
                outdialId,
                new TargetImport.Against(choices.allLists(), choices.skipListed()),
                new RejectedRowsFile(folder, files(), file.facts()),
                clock);
    }

    private TargetChoices chosen(ColumnMapping mapping, Choices choices) {
        return new TargetChoices(
                mapping, choices.region(), choices.countryForm(), choices.duplicates(), clock.getZone());
    }

    /** What becomes of one of the first rows. */
    public sealed interface PreviewRow {
        record Comes(OutdialTarget target) implements PreviewRow {}

        record Rejected(Problem reason) implements PreviewRow {}
    }

    /** What becomes of the first ten rows. */
    public List<PreviewRow> preview(TargetFile file, Choices choices) {
        var mapped = chosen(mapping(file, choices.uses()), choices);
        return files().preview(file.facts(), mapped, clock.instant(), PREVIEW).stream()
                .<PreviewRow>map(row -> switch (row) {
                    case ReadRow.Accepted(var _, var target, var _) -> new PreviewRow.Comes(target);
                    case ReadRow.Rejected(var _, var reason, var _) -> new PreviewRow.Rejected(reason);
                })
                .toList();
    }

    /** Whether the columns go as in the last import with the same headers. */
    public boolean isAsLastTime(TargetFile file) {
        return remembered.remembered(file.facts()).isPresent();
    }

    /**
     * A table that was copied, as if it were a file; it is one of the workspace's folder, the owner's alone, until the next is
     * pasted or the workspace is opened again.
     */
    public synchronized TargetFile.Look lookAtText(String text) {
        try {
            if (pasted != null) {
                Files.deleteIfExists(pasted);
            }
            var file = Files.createTempFile(folder, PASTED, ".csv");
            pasted = file;
            Files.writeString(file, text);
            return look(file);
        } catch (IOException failure) {
            LOG.error("A pasted table could not be kept", failure);
            return new TargetFile.Look.Refused(
                    Problem.error("import.unreadable", "", String.valueOf(failure.getMessage())));
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    private static ColumnMapping mapping(TargetFile file, List<ColumnUse> uses) {
        return new ColumnMapping(IntStream.range(0, uses.size())
                .mapToObj(i -> new Column(file.columns().get(i), uses.get(i)))
                .toList());
    }

    private TargetFiles files() {
        return new TargetFiles(new OrderedIds(clock.instant()));
    }
}
