package dev.outpace.app;

import dev.outpace.model.Duplicates;
import dev.outpace.workspace.TargetCommand;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings campaigns and set-ups from files into a workspace that is not running. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.outpace.app.commands",
        sortOptions = false)
final class ImportCommand extends OfflineCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "0..*")
    private List<Path> files = List.of();

    @Option(names = "--replace")
    private boolean replace;

    @ArgGroup(exclusive = false)
    private @Nullable Targets targets;

    @Spec
    private CommandSpec command;

    /** Where numbers count as there already. */
    enum Against {
        LIST,
        ALL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What becomes of rows with numbers that are on do-not-call lists. */
    enum Listed {
        SKIP,
        TAKE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What goes together for a CSV file or a workbook. */
    static final class Targets {
        @Option(names = "--targets", paramLabel = "FILE", required = true, descriptionKey = "targets")
        private Path file;

        @Option(names = "--list", paramLabel = "NAME", required = true, descriptionKey = "list")
        private String list;

        @Option(names = "--create", descriptionKey = "create")
        private boolean create;

        @Option(names = "--map", paramLabel = "COLUMN=FIELD", descriptionKey = "map")
        private Map<String, String> fields = Map.of();

        @Option(names = "--region", paramLabel = "XX", descriptionKey = "region")
        private @Nullable String region;

        @Option(names = "--encoding", paramLabel = "NAME", descriptionKey = "encoding")
        private @Nullable Charset charset;

        @Option(names = "--delimiter", paramLabel = "C", descriptionKey = "delimiter")
        private @Nullable String delimiter;

        @Option(names = "--sheet", paramLabel = "NAME", descriptionKey = "sheet")
        private @Nullable String sheet;

        @Option(names = "--duplicates", paramLabel = "skip|update|add", descriptionKey = "duplicates")
        private Duplicates duplicates = Duplicates.SKIP;

        @Option(names = "--against", paramLabel = "list|all", descriptionKey = "against")
        private Against against = Against.LIST;

        @Option(names = "--do-not-call", paramLabel = "skip|take", descriptionKey = "do-not-call")
        private Listed listed = Listed.SKIP;

        @Option(names = "--check", descriptionKey = "check")
        private boolean check;

        @Option(names = "--rejected", paramLabel = "FILE", descriptionKey = "rejected")
        private @Nullable Path rejected;

        private TargetCommand command(CommandSpec spec) {
            return new TargetCommand(
                    file,
                    list,
                    create,
                    fields,
                    region,
                    charset,
                    delimiter(spec, delimiter),
                    sheet,
                    duplicates,
                    against == Against.ALL,
                    listed == Listed.SKIP,
                    check,
                    rejected);
        }

        private static @Nullable Character delimiter(CommandSpec spec, @Nullable String written) {
            if (written == null) {
                return null;
            }
            return switch (written.toLowerCase(Locale.ROOT)) {
                case "comma" -> ',';
                case "semicolon" -> ';';
                case "tab", "\\t" -> '\t';
                case "pipe" -> '|';
                case String other
                when other.length() == 1 && !Character.isLetterOrDigit(other.charAt(0)) -> other.charAt(0);
                default ->
                    throw new ParameterException(
                            spec.commandLine(), new Printed().text("text.import.delimiter", Printed.plain(written)));
            };
        }
    }

    @Override
    boolean makesWorkspace() {
        return true;
    }

    @Override
    public Integer call() {
        var csv = targets;
        if (csv != null) {
            var told = csv.command(command);
            try (var orders = open("import")) {
                var report = orders.importFiles(files, replace, told);
                if (report.targets() != null) {
                    new TargetReportText(told.file()).print(report.targets(), report.forecast());
                }
                return tell(report.answer());
            }
        }
        if (files.isEmpty()) {
            throw new ParameterException(command.commandLine(), new Printed().text("text.import.nothing"));
        }
        return order("import", orders -> orders.importFiles(files, replace));
    }
}
