package dev.outpace.ui.settings;

import dev.outpace.model.LineLimits;
import dev.outpace.workspace.SimulatedWorld;
import dev.outpace.workspace.WorkspaceSettings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;

/** A number of the settings: where it stands, what problems call it, and in which unit a person types it. */
enum SettingField {
    CONCURRENT_CALLS("lines.concurrent", Unit.COUNT, of -> of.settings().lines().concurrentCalls()),
    CALLS_PER_SECOND("lines.per_second", Unit.COUNT, of -> of.settings().lines().callsPerSecond()),
    NUMBER_GAP(
            "lines.number_gap",
            Unit.MINUTES,
            of -> of.settings().lines().numberGap().toMinutes()),
    ABANDON_LIMIT("abandon.limit", Unit.PERCENT, of -> of.settings().abandonLimit()),
    JOURNAL_DAYS("journal.days", Unit.COUNT, of -> of.settings().journalDays()),
    ANSWERED("dial.answered", Unit.PERCENT, of -> of.world().answered()),
    BUSY("dial.busy", Unit.PERCENT, of -> of.world().busy()),
    REJECTED("dial.rejected", Unit.PERCENT, of -> of.world().rejected()),
    BAD_NUMBER("dial.badNumber", Unit.PERCENT, of -> of.world().badNumber()),
    TIME_TO_ANSWER("dial.timeToAnswer", Unit.SECONDS, of -> of.world().timeToAnswer()),
    NO_ANSWER("dial.noAnswer", Unit.SECONDS, of -> of.world().noAnswer()),
    TALK("handle.talk", Unit.SECONDS, of -> of.world().talk()),
    WRAP_UP("handle.wrapUp", Unit.SECONDS, of -> of.world().wrapUp()),
    PATIENCE("caller.patience", Unit.SECONDS, of -> of.world().patience()),
    BREAK_SHARE("breaks.share", Unit.PERCENT, of -> of.world().breakShare()),
    BREAK_EVERY("breaks.every", Unit.SECONDS, of -> of.world().breakEvery()),
    BREAK_LENGTH("breaks.length", Unit.SECONDS, of -> of.world().breakLength()),
    MISS_NO_ANSWER("misses.noAnswer", Unit.PERCENT, of -> of.world().missNoAnswer()),
    MISS_REJECTED("misses.rejected", Unit.PERCENT, of -> of.world().missRejected()),
    MISS_UNREACHABLE("misses.unreachable", Unit.PERCENT, of -> of.world().missUnreachable()),
    MISS_RINGS("misses.ringFor", Unit.SECONDS, of -> of.world().missRings()),
    FAULT_LOST_ORDERS("faults.lostOrders", Unit.PERCENT, of -> of.world().lostOrders()),
    FAULT_LATE("faults.late", Unit.PERCENT, of -> of.world().lateEvents()),
    FAULT_LATE_BY("faults.lateBy", Unit.SECONDS, of -> of.world().lateBy()),
    FAULT_DOUBLED("faults.doubled", Unit.PERCENT, of -> of.world().doubledEvents()),
    FAULT_LOST("faults.lost", Unit.PERCENT, of -> of.world().lostEvents());

    /** The settings that the entries are of. */
    record Values(WorkspaceSettings settings, SimulatedWorld world, String region) {}

    enum Unit {
        COUNT(0, 0),
        PERCENT(2, 2),
        SECONDS(0, 1),
        MINUTES(0, 0);

        /** Powers of ten between the value and what is typed. */
        private final int shift;

        private final int decimals;

        Unit(int shift, int decimals) {
            this.shift = shift;
            this.decimals = decimals;
        }
    }

    private final String place;
    private final Unit unit;

    @SuppressWarnings("ImmutableEnumChecker") // It has no state, only its type doesn't say so.
    private final Function<Values, Number> value;

    SettingField(String place, Unit unit, Function<Values, Number> value) {
        this.place = place;
        this.unit = unit;
        this.value = value;
    }

    /** As a problem names it. */
    String place() {
        return place;
    }

    Unit unit() {
        return unit;
    }

    boolean isWhole() {
        return unit.decimals == 0;
    }

    String textKey() {
        return "settings.entry." + name().toLowerCase(Locale.ROOT);
    }

    boolean isOfWorld() {
        return switch (this) {
            case CONCURRENT_CALLS, CALLS_PER_SECOND, NUMBER_GAP, ABANDON_LIMIT, JOURNAL_DAYS -> false;
            default -> true;
        };
    }

    /** "42" for a share of 0.42. */
    String show(Values values) {
        return new BigDecimal(value.apply(values).toString())
                .movePointRight(unit.shift)
                .setScale(unit.decimals, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** The value of a typed text; empty if it is no number of this unit. */
    OptionalDouble read(String text) {
        var typed = text.strip().replace(',', '.');
        var form = unit.decimals == 0 ? "[0-9]{1,9}" : "[0-9]{1,9}(\\.[0-9]{1,4})?";
        return typed.matches(form)
                ? OptionalDouble.of(
                        new BigDecimal(typed).movePointLeft(unit.shift).doubleValue())
                : OptionalDouble.empty();
    }

    static LineLimits lines(Function<SettingField, Double> of) {
        return new LineLimits(
                of.apply(CONCURRENT_CALLS).intValue(),
                of.apply(CALLS_PER_SECOND).intValue(),
                Duration.ofMinutes(of.apply(NUMBER_GAP).longValue()));
    }

    static SimulatedWorld world(Function<SettingField, Double> of) {
        return new SimulatedWorld(
                of.apply(ANSWERED),
                of.apply(BUSY),
                of.apply(REJECTED),
                of.apply(BAD_NUMBER),
                of.apply(TIME_TO_ANSWER),
                of.apply(NO_ANSWER),
                of.apply(TALK),
                of.apply(WRAP_UP),
                of.apply(PATIENCE),
                of.apply(BREAK_SHARE),
                of.apply(BREAK_EVERY),
                of.apply(BREAK_LENGTH),
                of.apply(MISS_NO_ANSWER),
                of.apply(MISS_REJECTED),
                of.apply(MISS_UNREACHABLE),
                of.apply(MISS_RINGS),
                of.apply(FAULT_LOST_ORDERS),
                of.apply(FAULT_LATE),
                of.apply(FAULT_LATE_BY),
                of.apply(FAULT_DOUBLED),
                of.apply(FAULT_LOST));
    }
}
