package dev.outpace.workspace;

import dev.outpace.formats.HolidayCalendar;
import dev.outpace.model.Holiday;
import dev.outpace.model.JsonText;
import dev.outpace.model.Problem;
import dev.outpace.model.RuleSet;
import dev.outpace.numbers.NumberReader;
import dev.outpace.rules.ReadySets;
import dev.outpace.store.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a user can do with calling rules, besides saving them, while campaigns run. */
public final class RuleDesk {
    private final ReadySets ready;
    private final Store store;
    private final Catalog catalog;
    private final NumberRegion region;
    private final ZoneId zone;

    RuleDesk(JsonText json, Store store, Catalog catalog, NumberRegion region, ZoneId zone) {
        ready = new ReadySets(json);
        this.store = store;
        this.catalog = catalog;
        this.region = region;
        this.zone = zone;
    }

    /** The days of a calendar, and what could not be read of it. */
    public record Holidays(List<Holiday> days, List<Problem> problems) {
        public Holidays {
            days = List.copyOf(days);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Whether a number may be called.
     *
     * @param until when it may be called; null for now, and for not before the rules change
     * @param rule why not, as a sentence; empty where it may be called
     * @param zones where it may be, of which there is none if nobody knows
     * @param lines what each kind of rule says
     */
    public record Checked(
            boolean callable, @Nullable Instant until, String rule, List<ZoneId> zones, List<RuleChecks.Line> lines) {
        public Checked {
            lines = List.copyOf(lines);
            zones = List.copyOf(zones);
        }
    }

    /** An answer, or why there is none. */
    public sealed interface Told {
        record Known(Checked checked) implements Told {}

        record Refused(List<Problem> problems) implements Told {}
    }

    /** Sets with what the law of some places says, to be copied and edited. None is stored. */
    public List<RuleSet> readySets() {
        return ready.names().stream().map(ready::set).toList();
    }

    /**
     * Reads a calendar file. Blocks its caller.
     *
     * @param regions where its days are holidays; empty for everywhere
     */
    public Holidays holidays(Path calendar, List<String> regions) {
        var read = new HolidayCalendar(regions).read(calendar);
        return new Holidays(read.holidays(), read.problems());
    }

    /** Asks a set, as it is or as it is being edited, about a number. Blocks its caller. */
    public Told check(String number, RuleSet rules, Instant at) {
        var numbers = new NumberReader(region.get());
        return switch (new RuleChecks(catalog.book(), store, numbers, zone).check(number, rules, at)) {
            case RuleChecks.Told.Refused(var problems) -> new Told.Refused(problems);
            case RuleChecks.Told.Rulings(var _, var callee, var rulings) -> {
                var of = rulings.getFirst();
                yield new Told.Known(new Checked(
                        of.callable(),
                        of.until(),
                        of.rule(),
                        callee.zones().stream()
                                .sorted((one, other) -> one.getId().compareTo(other.getId()))
                                .toList(),
                        of.lines()));
            }
        };
    }
}
