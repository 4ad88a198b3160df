package dev.outpace.app;

import dev.outpace.formats.JacksonJson;
import dev.outpace.model.DoNotCallList;
import dev.outpace.model.Json;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.DoNotCallOrder;
import dev.outpace.workspace.DoNotCallReport;
import dev.outpace.workspace.OfflineDoNotCall;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is done with do-not-call lists of a workspace that is not running. */
@Command(
        name = "dnc",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.outpace.app.commands",
        subcommands = {
            DncCommand.Import.class,
            DncCommand.Listing.class,
            DncCommand.Add.class,
            DncCommand.Remove.class,
            DncCommand.Export.class
        })
final class DncCommand implements Runnable {
    @Spec
    private CommandSpec command;

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), new Printed().text("text.dnc.what"));
    }

    private static void print(Map<String, Json> fields) {
        System.out.println(new JacksonJson().write(new Json.Obj(fields)));
    }

    private static Json number(long value) {
        return new Json.Num(BigDecimal.valueOf(value));
    }

    private static void describe(DoNotCallList list, Map<String, Json> fields) {
        fields.put("list", new Json.Text(list.id().toString()));
        fields.put("name", new Json.Text(list.name()));
        fields.put("source", new Json.Text(list.source()));
        var asOf = list.asOf();
        fields.put("as_of", asOf == null ? new Json.Null() : new Json.Text(asOf.toString()));
        fields.put("max_age", list.maxAgeDays() == 0 ? new Json.Null() : new Json.Text(list.maxAgeDays() + "d"));
        fields.put("every_campaign", new Json.Bool(list.everyCampaign()));
    }

    /** Loads a file into a list. */
    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            resourceBundle = "dev.outpace.app.commands",
            sortOptions = false)
    static final class Import extends OfflineCommand implements Callable<Integer> {
        private static final Pattern DAYS = Pattern.compile("(\\d{1,4})d");

        @Parameters(paramLabel = "FILE", descriptionKey = "dncFile")
        private Path file;

        @Option(names = "--list", paramLabel = "NAME", required = true, descriptionKey = "dncList")
        private String list;

        @Option(names = "--as-of", paramLabel = "DATE")
        private @Nullable LocalDate asOf;

        @Option(names = "--max-age", paramLabel = "31d")
        private @Nullable String maxAge;

        @Option(names = "--source", paramLabel = "TEXT")
        private @Nullable String source;

        @Option(names = "--changes")
        private boolean changes;

        @Option(names = "--every-campaign", negatable = true)
        private @Nullable Boolean everyCampaign;

        @Option(names = "--region", paramLabel = "XX", descriptionKey = "region")
        private @Nullable String region;

        @Option(names = "--json", descriptionKey = "json")
        private boolean json;

        @Spec
        private CommandSpec command;

        @Override
        boolean makesWorkspace() {
            return true;
        }

        @Override
        public Integer call() {
            var order = new DoNotCallOrder(file, list, changes, asOf, days(), source, everyCampaign, region);
            try (var orders = open("dnc import")) {
                var report = orders.doNotCall().importFile(order);
                if (report.read() != null) {
                    if (json) {
                        print(asJson(report));
                    } else {
                        tellCounts(report);
                    }
                }
                return tell(report.answer());
            }
        }

        private @Nullable Integer days() {
            if (maxAge == null) {
                return null;
            }
            var days = DAYS.matcher(maxAge);
            if (days.matches() && Integer.parseInt(days.group(1)) <= DoNotCallList.LONGEST_AGE) {
                return Integer.valueOf(days.group(1));
            }
            throw new ParameterException(
                    command.commandLine(),
                    new Printed().text("text.dnc.maxAge", Printed.plain(maxAge), DoNotCallList.LONGEST_AGE));
        }

        private static void tellCounts(DoNotCallReport report) {
            var read = report.read();
            if (read == null) {
                return;
            }
            var printed = new Printed();
            System.out.println(printed.text(
                    "text.dnc.read",
                    read.lines(),
                    (long) read.added().size(),
                    (long) read.removed().size(),
                    read.repeated(),
                    read.rejected()));
            var list = report.list();
            if (list != null) {
                System.out.println(Printed.plain(printed.text("text.dnc.imported", list.name(), report.entries())));
            }
        }

        private static Map<String, Json> asJson(DoNotCallReport report) {
            var fields = new LinkedHashMap<String, Json>();
            var read = report.read();
            var list = report.list();
            fields.put("imported", new Json.Bool(list != null));
            if (list != null) {
                describe(list, fields);
                fields.put("entries", number(report.entries()));
            }
            if (read != null) {
                fields.put("lines", number(read.lines()));
                fields.put("added", number(read.added().size()));
                fields.put("removed", number(read.removed().size()));
                fields.put("repeated", number(read.repeated()));
                fields.put("rejected", number(read.rejected()));
            }
            return fields;
        }
    }

    /** Lists the lists. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            resourceBundle = "dev.outpace.app.commands",
            sortOptions = false)
    static final class Listing extends OfflineCommand implements Callable<Integer> {
        @Option(names = "--json", descriptionKey = "json")
        private boolean json;

        @Override
        public Integer call() {
            try (var orders = open("dnc list")) {
                for (var line : orders.doNotCall().lists()) {
                    if (json) {
                        print(asJson(line));
                    } else {
                        System.out.println(asText(line));
                    }
                }
            }
            return 0;
        }

        private static Map<String, Json> asJson(OfflineDoNotCall.Line line) {
            var fields = new LinkedHashMap<String, Json>();
            describe(line.list(), fields);
            fields.put("too_old", new Json.Bool(line.tooOld()));
            fields.put("numbers", number(line.size().numbers()));
            fields.put("prefixes", number(line.size().prefixes()));
            return fields;
        }

        private static String asText(OfflineDoNotCall.Line line) {
            var list = line.list();
            var asOf = list.asOf();
            return String.format(
                            Locale.ROOT,
                            "%s  %-28.28s  %,12d  %-10s  %-8s  %-14s  %s",
                            list.id(),
                            Printed.plain(list.name()),
                            line.size().entries(),
                            asOf == null ? "-" : asOf.toString(),
                            list.maxAgeDays() == 0 ? "-" : list.maxAgeDays() + "d",
                            list.everyCampaign() ? "every campaign" : "by rules",
                            line.tooOld() ? "too old" : "")
                    .stripTrailing();
        }
    }

    /** What the changes of one number share. */
    abstract static class Change extends OfflineCommand implements Callable<Integer> {
        @Parameters(paramLabel = "NUMBER", descriptionKey = "dncNumber")
        private String number;

        @Option(names = "--list", paramLabel = "NAME", descriptionKey = "dncListOrCompany")
        private String list = DoNotCallList.COMPANY;

        @Option(names = "--json", descriptionKey = "json")
        private boolean json;

        final int change(String what, Ordering ordering) {
            try (var orders = open("dnc " + what)) {
                var answer = ordering.of(orders.doNotCall(), number, list);
                int exitCode = tell(answer);
                if (json) {
                    var fields = new LinkedHashMap<String, Json>();
                    fields.put("number", new Json.Text(number));
                    fields.put("list", new Json.Text(list));
                    fields.put(
                            "changed",
                            new Json.Bool(exitCode == 0 && answer.problems().isEmpty()));
                    print(fields);
                }
                return exitCode;
            }
        }

        interface Ordering {
            Answer of(OfflineDoNotCall lists, String number, String list);
        }
    }

    /** Adds one number. */
    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            resourceBundle = "dev.outpace.app.commands",
            sortOptions = false)
    static final class Add extends Change {
        @Override
        public Integer call() {
            return change("add", OfflineDoNotCall::add);
        }
    }

    /** Takes one number off. */
    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            resourceBundle = "dev.outpace.app.commands",
            sortOptions = false)
    static final class Remove extends Change {
        @Override
        public Integer call() {
            return change("remove", OfflineDoNotCall::remove);
        }
    }

    /** Writes the entries of a list. */
    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            resourceBundle = "dev.outpace.app.commands",
            sortOptions = false)
    static final class Export extends OfflineCommand implements Callable<Integer> {
        @Parameters(paramLabel = "LIST", descriptionKey = "dncExported")
        private String list;

        @Option(names = "-o", paramLabel = "FILE")
        private @Nullable Path file;

        @Override
        public Integer call() {
            try (var orders = open("dnc export")) {
                return tell(orders.doNotCall().export(list, StandardOutput.or(file)));
            } catch (IOException failure) {
                return Failures.refused(failure);
            }
        }
    }
}
