package dev.outpace.workspace;

import dev.outpace.formats.ColumnMapping;
import dev.outpace.formats.ColumnUseWord;
import dev.outpace.formats.CsvForm;
import dev.outpace.formats.FileRefused;
import dev.outpace.formats.TableFacts;
import dev.outpace.formats.TargetChoices;
import dev.outpace.formats.TargetFiles;
import dev.outpace.model.ColumnUse;
import dev.outpace.model.Problem;
import dev.outpace.model.Shown;
import dev.outpace.numbers.NumberReader;
import dev.outpace.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One file of the command line into a list: looked at first, then read as a stream. */
final class TargetCommandImport {
    private final Store store;
    private final Path folder;
    private final Clock clock;
    private final NumberRegion lastRegion;
    private final TargetFiles files;
    private final TargetCommand command;
    private final String region;
    private final RememberedMappings remembered;
    private final List<Problem> problems = new ArrayList<>();
    private @Nullable TableFacts facts;
    private @Nullable ColumnMapping mapping;

    /** @param folder of the workspace */
    TargetCommandImport(Store store, NumberRegion lastRegion, Path folder, Clock clock, TargetCommand command) {
        this.store = store;
        this.lastRegion = lastRegion;
        this.folder = folder;
        this.clock = clock;
        this.command = command;
        remembered = new RememberedMappings(store);
        files = new TargetFiles(new OrderedIds(clock.instant()));
        var asked = command.region();
        region = asked == null ? lastRegion.get() : asked;
    }

    /** Why nothing of the file can be imported; empty when it can. */
    List<Problem> look() {
        try {
            var found = facts();
            var uses = mapping(found);
            facts = found;
            mapping = uses;
            problems.addAll(uses.problems());
        } catch (FileRefused refused) {
            problems.add(refused.problem());
        }
        if (!new NumberReader(region).knowsRegion()) {
            problems.add(Problem.error("csv.no_such_region", "", Shown.of(region)));
        }
        return List.copyOf(problems);
    }

    private TableFacts facts() throws FileRefused {
        var found = files.facts(command.file(), command.charset(), command.sheet());
        var delimiter = command.delimiter();
        return delimiter != null && found.form() instanceof CsvForm csv
                ? files.facts(found, csv.withDelimiter(delimiter))
                : found;
    }

    private ColumnMapping mapping(TableFacts found) {
        var changed = remembered.of(found);
        for (Map.Entry<String, String> field : command.fields().entrySet()) {
            int column = column(found, field.getKey());
            var use = column < 0 ? null : use(field.getKey(), field.getValue());
            if (column < 0) {
                problems.add(Problem.error(
                        "csv.no_such_column", "", Shown.of(field.getKey()), String.join(", ", found.columns())));
            } else if (use != null) {
                changed = changed.with(column, use);
            }
        }
        return changed;
    }

    private static int column(TableFacts found, String name) {
        for (int i = 0; i < found.columns().size(); i++) {
            if (found.columns().get(i).equalsIgnoreCase(name.strip())) {
                return i;
            }
        }
        return -1;
    }

    private @Nullable ColumnUse use(String column, String field) {
        var use = ColumnUseWord.read(field, column);
        if (use.isEmpty()) {
            problems.add(Problem.error("csv.no_such_field", "", Shown.of(field)));
        }
        return use.orElse(null);
    }

    /** What was done; nothing is stored where it is a problem. Only after {@link #look} found none. */
    Result run(UUID outdialId) {
        var found = facts;
        var uses = mapping;
        if (found == null || uses == null) {
            throw new IllegalStateException("not looked at");
        }
        var against = new TargetImport.Against(command.allLists(), command.skipListed());
        var rows = new RejectedRowsFile(folder, files, found);
        var choices = new TargetChoices(uses, region, true, command.duplicates(), clock.getZone());
        var importing = new TargetImport(store, files, found, choices, outdialId, against, rows, clock);
        try {
            return switch (importing.run(new Unwatched())) {
                case TargetImport.Outcome.Added added -> {
                    lastRegion.set(region).join();
                    remembered
                            .remember(found, uses, LocalDate.ofInstant(clock.instant(), clock.getZone()))
                            .join();
                    yield new Result.Done(report(found, uses, importing, added));
                }
                case TargetImport.Outcome.Failed(var problem) -> new Result.Failed(problem);
                case TargetImport.Outcome.Cancelled() -> throw new IllegalStateException("nobody cancels");
            };
        } catch (IOException failure) {
            return new Result.Failed(Problem.error(
                    "csv.rejected_unwritable", command.file().toString(), String.valueOf(failure.getMessage())));
        } finally {
            importing.discard();
        }
    }

    /** What would be done; stores nothing. Only after {@link #look} found no problem. */
    Result check(UUID outdialId) {
        var found = facts;
        var uses = mapping;
        if (found == null || uses == null) {
            throw new IllegalStateException("not looked at");
        }
        var against = new TargetImport.Against(command.allLists(), command.skipListed());
        var rows = new RejectedRowsFile(folder, files, found);
        var choices = new TargetChoices(uses, region, true, command.duplicates(), clock.getZone());
        var importing = new TargetImport(store, files, found, choices, outdialId, against, rows, clock);
        try {
            return switch (importing.check(new Unwatched())) {
                case TargetImport.Checked.Done(var forecast) ->
                    new Result.Checked(report(found, uses, importing, added(forecast.counts())), forecast);
                case TargetImport.Checked.Failed(var problem) -> new Result.Failed(problem);
                case TargetImport.Checked.Cancelled() -> throw new IllegalStateException("nobody cancels");
            };
        } catch (IOException failure) {
            return new Result.Failed(Problem.error(
                    "csv.rejected_unwritable", command.file().toString(), String.valueOf(failure.getMessage())));
        } finally {
            importing.discard();
        }
    }

    private static TargetImport.Outcome.Added added(ImportCounts counts) {
        return new TargetImport.Outcome.Added(counts.fresh(), counts.updated(), 0);
    }

    sealed interface Result {
        record Checked(TargetReport report, ImportForecast forecast) implements Result {}

        record Done(TargetReport report) implements Result {}

        record Failed(Problem problem) implements Result {}
    }

    private TargetReport report(
            TableFacts found, ColumnMapping uses, TargetImport importing, TargetImport.Outcome.Added added)
            throws IOException {
        Path to = null;
        if (importing.rejected() > 0) {
            var asked = command.rejected();
            to = asked == null ? beside(command.file()) : asked;
            importing.saveRejected(to);
        }
        return new TargetReport(
                TargetFile.written(found.form()),
                region,
                uses.columns().stream()
                        .map(column -> new TargetReport.Column(column.name(), column.use()))
                        .toList(),
                added.targets(),
                added.updated(),
                added.left(),
                importing.rejected(),
                importing.costly(),
                importing.firstRejected(),
                to,
                found.doubts());
    }

    /** A name that no file has: the rows of an earlier import may have been corrected in theirs. */
    private static Path beside(Path file) {
        var name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "") + "-rejected";
        var path = file.resolveSibling(name + ".csv");
        for (int again = 2; Files.exists(path); again++) {
            path = file.resolveSibling(name + '-' + again + ".csv");
        }
        return path;
    }

    private static final class Unwatched implements TargetImport.Watch {
        @Override
        public void at(long rows, long total) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    }
}
