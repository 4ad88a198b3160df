package dev.outpace.app;

import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Json;
import dev.outpace.model.Regions;
import dev.outpace.rules.ReadySets;
import dev.outpace.workspace.ProblemWords;
import dev.outpace.workspace.RuleChecks.Line;
import dev.outpace.workspace.RuleChecks.OfSet;
import dev.outpace.workspace.RuleChecks.Told;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Calling rules of a workspace, and those that come with the program. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.outpace.app.commands",
        subcommands = {
            RulesCommand.Check.class,
            RulesCommand.Sets.class,
            RulesCommand.Ready.class,
            RulesCommand.Holidays.class
        })
final class RulesCommand implements Runnable {
    @Spec
    private CommandSpec command;

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), new Printed().text("text.rules.what"));
    }

    /** A moment with its offset, or one of this computer's zone. */
    static final class Moment implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            try {
                return text.matches(".*T.*(Z|[+-]\\d\\d:?\\d\\d)")
                        ? OffsetDateTime.parse(text).toInstant()
                        : LocalDateTime.parse(text.replace(' ', 'T'))
                                .atZone(ZoneId.systemDefault())
                                .toInstant();
            } catch (DateTimeException noMoment) {
                throw new TypeConversionException(new Printed().text("text.rules.moment", text));
            }
        }
    }

    /** Tells whether a number may be called. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            resourceBundle = "dev.outpace.app.commands",
            sortOptions = false)
    static final class Check extends OfflineCommand implements Callable<Integer> {
        @Parameters(paramLabel = "NUMBER")
        private String number;

        @Option(names = "--campaign", paramLabel = "CAMPAIGN")
        private @Nullable String campaign;

        @Option(names = "--at", paramLabel = "MOMENT", converter = Moment.class)
        private @Nullable Instant at;

        @Option(names = "--json")
        private boolean json;

        @Override
        public Integer call() {
            try (var orders = open("rules check")) {
                var told = orders.ruleChecks().check(number, campaign, at == null ? Instant.now() : at);
                return switch (told) {
                    case Told.Refused(var problems) -> {
                        problems.forEach(problem -> System.err.println("outpace: " + new ProblemWords().line(problem)));
                        yield ExitCode.REFUSED;
                    }
                    case Told.Rulings rulings -> print(rulings);
                };
            }
        }

        private int print(Told.Rulings told) {
            for (var set : told.rulings()) {
                if (json) {
                    Printed.json(asJson(told, set));
                } else {
                    System.out.println(Printed.plain(asText(told, set)));
                    set.lines().forEach(line -> System.out.println(Printed.plain(asText(line))));
                }
            }
            return told.rulings().stream().allMatch(OfSet::callable) ? 0 : ExitCode.REFUSED;
        }

        private static String zones(Told.Rulings told) {
            return told.callee().zones().stream().map(ZoneId::getId).sorted().collect(Collectors.joining(", "));
        }

        private static String asText(Told.Rulings told, OfSet set) {
            var printed = new Printed();
            var place = told.callee().zones().isEmpty() ? printed.text("text.rules.nowhere") : zones(told);
            var rules = set.rules().isEmpty() ? printed.text("text.rules.none") : set.rules();
            return set.callable()
                    ? printed.text("text.rules.callable", told.number().target(), place, rules)
                    : printed.text("text.rules.not_callable", told.number().target(), place, rules, set.rule());
        }

        private static String asText(Line line) {
            var printed = new Printed();
            return printed.text(
                    line.ok() ? "text.rules.line" : "text.rules.line.no",
                    printed.text("text.rules.line." + line.rule()),
                    line.detail());
        }

        private static Json asJson(Line line) {
            var fields = new LinkedHashMap<String, Json>();
            fields.put("name", new Json.Text(line.rule().name().toLowerCase(Locale.ROOT)));
            fields.put("ok", new Json.Bool(line.ok()));
            fields.put("detail", new Json.Text(line.detail()));
            return new Json.Obj(fields);
        }

        private static Json asJson(Told.Rulings told, OfSet set) {
            var fields = new LinkedHashMap<String, Json>();
            fields.put("callable", new Json.Bool(set.callable()));
            fields.put(
                    "until",
                    set.until() == null
                            ? new Json.Null()
                            : new Json.Text(set.until().toString()));
            fields.put("rule", new Json.Text(set.rule()));
            fields.put("zone", new Json.Text(zones(told)));
            fields.put("region", new Json.Text(told.callee().region()));
            fields.put("number", new Json.Text(told.number().target()));
            fields.put("set", new Json.Text(set.rules()));
            fields.put(
                    "rules",
                    new Json.Array(set.lines().stream().map(Check::asJson).toList()));
            return new Json.Obj(fields);
        }
    }

    /** Lists the sets of a workspace. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            resourceBundle = "dev.outpace.app.commands",
            sortOptions = false)
    static final class Sets extends OfflineCommand implements Callable<Integer> {
        @Option(names = "--json")
        private boolean json;

        @Override
        public Integer call() {
            try (var orders = open("rules list")) {
                var book = orders.resources();
                for (var set : book.ruleSets()) {
                    long used = book.campaigns().stream()
                            .filter(campaign -> campaign.options().rulesId().equals(set.id()))
                            .count();
                    var asOf = set.asOf() == null ? "" : set.asOf().toString();
                    if (json) {
                        var fields = new LinkedHashMap<String, Json>();
                        fields.put("id", new Json.Text(set.id().toString()));
                        fields.put("name", new Json.Text(set.name()));
                        fields.put("as_of", new Json.Text(asOf));
                        fields.put("campaigns", new Json.Num(BigDecimal.valueOf(used)));
                        Printed.json(new Json.Obj(fields));
                    } else {
                        System.out.println(
                                Printed.plain(new Printed().text("text.rules.set", set.id(), set.name(), asOf, used)));
                    }
                }
            }
            return 0;
        }
    }

    /** Prints a ready set, or lists them. */
    @Command(
            name = "ready",
            mixinStandardHelpOptions = true,
            resourceBundle = "dev.outpace.app.commands",
            sortOptions = false)
    static final class Ready implements Callable<Integer> {
        @Parameters(paramLabel = "NAME", arity = "0..1")
        private @Nullable String name;

        @Spec
        private CommandSpec command;

        @Override
        public Integer call() {
            var ready = new ReadySets(new JacksonJson());
            var wanted = name;
            if (wanted == null) {
                for (var one : ready.names()) {
                    var set = ready.set(one);
                    System.out.printf("%-12s  %s  %s%n", one, set.asOf(), set.name());
                }
                return 0;
            }
            if (!ready.names().contains(wanted)) {
                throw new ParameterException(
                        command.commandLine(),
                        new Printed().text("text.rules.not_ready", wanted, String.join(", ", ready.names())));
            }
            System.out.print(ready.text(wanted));
            System.out.flush();
            return 0;
        }
    }

    /** Adds the days of a calendar to a set of a workspace. */
    @Command(
            name = "holidays",
            mixinStandardHelpOptions = true,
            resourceBundle = "dev.outpace.app.commands",
            sortOptions = false)
    static final class Holidays extends OfflineCommand implements Callable<Integer> {
        @Parameters(paramLabel = "FILE")
        private Path file;

        @Option(names = "--set", paramLabel = "SET", required = true)
        private String set;

        @Option(names = "--region", paramLabel = "REGION")
        private List<String> regions = List.of();

        @Spec
        private CommandSpec command;

        @Override
        public Integer call() {
            for (var region : regions) {
                if (!Regions.isKnown(region)) {
                    throw new ParameterException(
                            command.commandLine(), new Printed().text("text.rules.no_region", region));
                }
            }
            return order("rules holidays", orders -> orders.addHolidays(file, set, regions));
        }
    }
}
