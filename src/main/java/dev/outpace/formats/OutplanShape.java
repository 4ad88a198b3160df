package dev.outpace.formats;

import dev.outpace.model.Json;
import dev.outpace.model.Outplan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The published outplan. The published format bounds no number; these bounds keep moments within the calendar. */
final class OutplanShape {
    private static final long MAX_DIAL_TIMEOUT = Duration.ofDays(1).toMillis();
    static final long MAX_TRY_INTERVAL = Duration.ofDays(366).toMillis();
    private static final int MAX_TRY_COUNT = 1_000;

    private OutplanShape() {}

    static Outplan read(Fields fields, NewIds ids) {
        var retry = RetryShape.read(fields);
        var outplan = new Outplan(
                ids.orNew(fields.id("id")),
                fields.text("name", Fields.MAX_NAME),
                fields.text("detail", Fields.MAX_TEXT),
                fields.address("source"),
                fields.number("dial_timeout", 0, MAX_DIAL_TIMEOUT, 0),
                fields.number("try_interval", 0, MAX_TRY_INTERVAL, 0),
                maxTryCounts(fields),
                retry,
                fields.stamps(),
                fields.rest());
        if (outplan.ringsUnusually()) {
            fields.warning("dial_timeout", "outplan.dial_timeout", outplan.dialTimeout());
        }
        return outplan;
    }

    private static List<Integer> maxTryCounts(Fields fields) {
        var counts = new ArrayList<Integer>();
        for (int i = 0; i < Outplan.DESTINATIONS; i++) {
            counts.add(fields.integer("max_try_count_" + i, 0, MAX_TRY_COUNT, 0));
        }
        return counts;
    }

    static Json.Obj write(Outplan outplan) {
        var shape = new Shape(outplan.unknown())
                .id("id", outplan.id())
                .text("name", outplan.name())
                .text("detail", outplan.detail())
                .address("source", outplan.source())
                .number("dial_timeout", outplan.dialTimeout())
                .number("try_interval", outplan.tryInterval());
        for (int i = 0; i < Outplan.DESTINATIONS; i++) {
            shape.number("max_try_count_" + i, outplan.maxTryCounts().get(i));
        }
        shape.stamps(outplan.stamps());
        RetryShape.write(outplan.retry(), outplan.unknown(), shape);
        return shape.toJson();
    }
}
