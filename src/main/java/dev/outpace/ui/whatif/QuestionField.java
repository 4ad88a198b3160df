package dev.outpace.ui.whatif;

import dev.outpace.whatif.WhatIfQuestion;
import dev.outpace.whatif.WhatIfSetting.Level;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** A number of the question: where it stands, what problems call it, and in which unit a person types it. */
enum QuestionField {
    AGENTS("agents", Unit.AGENTS, WhatIfQuestion::agents),
    TARGETS("targets", Unit.TARGETS, WhatIfQuestion::targets),
    ANSWERED("answered", Unit.PERCENT, of -> of.called().answered()),
    RING("ring", Unit.SECONDS, of -> of.called().ring()),
    TALK("talk", Unit.SECONDS, of -> of.called().talk().mean()),
    WRAP_UP("wrapUp", Unit.SECONDS, of -> of.called().wrapUp().mean()),
    MACHINES("machines", Unit.PERCENT, of -> of.called().flow().machines()),
    REACHED("reached", Unit.PERCENT, of -> of.called().flow().reached()),
    TO_QUEUE("toQueue", Unit.SECONDS, of -> of.called().flow().toQueue().mean()),
    TO_QUEUE_SD("toQueueSd", Unit.SECONDS, of -> of.called().flow().toQueue().sd()),
    LEAVES("leaves", Unit.SECONDS, of -> of.called().flow().leaves().mean()),
    HUNG_UP("hungUp", Unit.PERCENT, of -> of.called().flow().hungUp()),
    DETECTION("detection", Unit.SECONDS, of -> of.called().flow().detection()),
    MISTAKEN("mistaken", Unit.PERCENT, of -> of.called().flow().mistaken()),
    PICK_UP("pickUp", Unit.SECONDS, of -> of.called().phones().pickUp().mean()),
    MISSED("missed", Unit.PERCENT, of -> of.called().phones().missed()),
    UNREACHABLE("unreachable", Unit.PERCENT, of -> of.called().unreachable()),
    UNREACHABLE_AFTER("unreachableAfter", Unit.SECONDS, of -> of.called().unreachableAfter()),
    NO_ANSWER("noAnswer", Unit.SECONDS, of -> of.called().noAnswer()),
    PATIENCE("patience", Unit.SECONDS, of -> of.called().meanPatience()),
    TALK_SD("talkSd", Unit.SECONDS, of -> of.called().talk().sd()),
    WRAP_UP_SD("wrapUpSd", Unit.SECONDS, of -> of.called().wrapUp().sd()),
    TRIES("tries", Unit.TRIES, WhatIfQuestion::tries),
    CAMPAIGNS("campaigns", Unit.CAMPAIGNS, WhatIfQuestion::campaigns),
    INBOUND("inbound", Unit.CALLS_PER_HOUR, WhatIfQuestion::inboundPerHour),
    LEVEL("level", Unit.LEVEL, of -> of.current() instanceof Level(var level) ? level : 100),
    ABANDON_TARGET("abandonTarget", Unit.PERCENT, WhatIfQuestion::abandonTarget);

    enum Unit {
        AGENTS(0, 0),
        TARGETS(0, 0),
        TRIES(0, 0),
        CAMPAIGNS(0, 0),
        CALLS_PER_HOUR(0, 0),
        LEVEL(0, 0),
        PERCENT(2, 1),
        SECONDS(0, 1);

        /** Powers of ten between the value and what is typed. */
        private final int shift;

        private final int decimals;

        Unit(int shift, int decimals) {
            this.shift = shift;
            this.decimals = decimals;
        }

        String textKey() {
            return "whatif.unit." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static final double TENTH = 0.1;

    private final String place;
    private final Unit unit;

    @SuppressWarnings("ImmutableEnumChecker") // It has no state, only its type doesn't say so.
    private final ToDoubleFunction<WhatIfQuestion> value;

    QuestionField(String place, Unit unit, ToDoubleFunction<WhatIfQuestion> value) {
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

    String textKey() {
        return "whatif.entry." + place;
    }

    double of(WhatIfQuestion question) {
        return value.applyAsDouble(question);
    }

    /** Found in the campaign and its queue, not chosen for it; the list shrinks as it is called. */
    boolean isFact() {
        return this != LEVEL && this != ABANDON_TARGET && this != TARGETS;
    }

    /** A count that is another, or a measure that is more than a tenth apart: measures drift from call to call. */
    boolean differs(WhatIfQuestion one, WhatIfQuestion other) {
        double apart = Math.abs(of(one) - of(other));
        boolean counted = unit.decimals == 0 && unit.shift == 0 && this != INBOUND;
        return counted ? apart >= 1 : apart > TENTH * Math.max(Math.abs(of(one)), Math.abs(of(other)));
    }

    /** "27.9" for a share of 0.279, "31,870" for a count. */
    String show(double of) {
        var shown = BigDecimal.valueOf(of)
                .movePointRight(unit.shift)
                .setScale(unit.decimals, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return String.format(java.util.Locale.ENGLISH, "%,." + Math.max(0, shown.scale()) + "f", shown);
    }

    /** The value of a typed text; empty if it is no number of this unit. */
    OptionalDouble read(String text) {
        var typed = text.strip().replaceAll("[,\\h](?=[0-9]{3}(?![0-9]))", "");
        var form = unit.decimals == 0 ? "-?[0-9]{1,9}" : "-?[0-9]{1,9}([.,][0-9]{1,4})?";
        return typed.matches(form)
                ? OptionalDouble.of(new BigDecimal(typed.replace(',', '.'))
                        .movePointLeft(unit.shift)
                        .doubleValue())
                : OptionalDouble.empty();
    }
}
