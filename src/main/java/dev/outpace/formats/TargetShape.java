package dev.outpace.formats;

import dev.outpace.model.Address;
import dev.outpace.model.ClosedDestinations;
import dev.outpace.model.EndCause;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.Shown;
import dev.outpace.model.TargetRouting;
import dev.outpace.model.TargetStatus;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The published target; the next try, the last result and the routing, which Outpace adds, stand in {@code "outpace"}. */
final class TargetShape {
    private static final String OUTPACE = "outpace";
    private static final String CLOSED = "closed_destinations";
    /** A country, or a state or province of one. */
    private static final Pattern REGION = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

    private static final int MAX_TRIES = 1_000_000;
    private static final List<Integer> NO_TRIES = List.of(0, 0, 0, 0, 0);
    private static final List<TargetStatus> PUBLISHED =
            List.of(TargetStatus.IDLE, TargetStatus.PROGRESSING, TargetStatus.DONE);

    private TargetShape() {}

    /** A target as the file has it: nil where it names no list, progressing where it was in a call. */
    static OutdialTarget read(Fields fields, NewIds ids) {
        var outpace = fields.object(OUTPACE);
        var nextTryAt = outpace == null ? null : outpace.time("next_try_at");
        var lastResult = outpace == null ? null : lastResult(outpace);
        var routing = outpace == null ? TargetRouting.NONE : routing(outpace);
        if (outpace != null) {
            fields.keep(OUTPACE, outpace);
        }
        return new OutdialTarget(
                ids.orNew(fields.id("id")),
                fields.id("outdial_id"),
                0,
                fields.text("name", Fields.MAX_NAME),
                fields.text("detail", Fields.MAX_TEXT),
                fields.text("data", Fields.MAX_TEXT),
                fields.word("status", PUBLISHED, TargetStatus.IDLE),
                destinations(fields),
                tryCounts(fields),
                nextTryAt,
                lastResult,
                routing,
                fields.stamps(),
                fields.rest());
    }

    /** One phone has one slot: in a second one it would be dialed as if it were somebody else's. */
    private static List<@Nullable Address> destinations(Fields fields) {
        var dialed = new HashSet<String>();
        var destinations = new ArrayList<@Nullable Address>(Outplan.DESTINATIONS);
        for (int i = 0; i < Outplan.DESTINATIONS; i++) {
            var address = fields.address("destination_" + i);
            if (address != null && !address.isEmpty() && !dialed.add(address.dialKey())) {
                fields.warning("destination_" + i, "target.same_phone", address.target());
                address = null;
            }
            destinations.add(address);
        }
        return destinations;
    }

    private static List<Integer> tryCounts(Fields fields) {
        var counts = new ArrayList<Integer>(Outplan.DESTINATIONS);
        for (int i = 0; i < Outplan.DESTINATIONS; i++) {
            counts.add(fields.integer("try_count_" + i, 0, MAX_TRIES, 0));
        }
        return counts.equals(NO_TRIES) ? NO_TRIES : counts;
    }

    private static @Nullable EndCause lastResult(Fields outpace) {
        var word = outpace.text("last_result", Fields.MAX_NAME);
        if (word.isEmpty()) {
            return null;
        }
        var causes = Arrays.stream(EndCause.values());
        var cause = causes.filter(each -> Fields.word(each).equals(word)).findFirst();
        if (cause.isEmpty()) {
            outpace.error("last_result", "field.not_a_word", Shown.of(word), "normal, busy, no_answer …");
        }
        return cause.orElse(null);
    }

    private static TargetRouting routing(Fields outpace) {
        var zone = outpace.text("zone", Fields.MAX_NAME);
        if (!zone.isEmpty() && !ZoneId.getAvailableZoneIds().contains(zone)) {
            outpace.error("zone", "target.unknown_zone", Shown.of(zone));
        }
        var region = outpace.text("region", Fields.MAX_NAME);
        if (!region.isEmpty() && !REGION.matcher(region).matches()) {
            outpace.error("region", "target.not_region", Shown.of(region));
        }
        var routing = new TargetRouting(
                zone,
                region,
                outpace.integer("priority", -TargetRouting.MAX_PRIORITY, TargetRouting.MAX_PRIORITY, 0),
                outpace.time("call_back_at"),
                outpace.id("call_back_agent"),
                closed(outpace));
        return routing.isNone() ? TargetRouting.NONE : routing;
    }

    private static ClosedDestinations closed(Fields outpace) {
        return outpace.integers(CLOSED, 0, Outplan.DESTINATIONS - 1).stream()
                .map(ClosedDestinations::of)
                .reduce(ClosedDestinations.NONE, ClosedDestinations::and);
    }

    /** The target as one of this list, out of any call. */
    static OutdialTarget idleIn(UUID outdialId, OutdialTarget target) {
        return new OutdialTarget(
                target.id(),
                outdialId,
                target.seq(),
                target.name(),
                target.detail(),
                target.data(),
                target.status() == TargetStatus.PROGRESSING ? TargetStatus.IDLE : target.status(),
                target.destinations(),
                target.tryCounts(),
                target.nextTryAt(),
                target.lastResult(),
                target.routing(),
                target.stamps(),
                target.unknown());
    }

    static Json.Obj write(OutdialTarget target) {
        var shape = new Shape(target.unknown())
                .id("id", target.id())
                .id("outdial_id", target.outdialId())
                .text("name", target.name())
                .text("detail", target.detail())
                .text("data", target.data())
                .word("status", target.status() == TargetStatus.NOT_CALLABLE ? TargetStatus.IDLE : target.status());
        for (int i = 0; i < Outplan.DESTINATIONS; i++) {
            shape.address("destination_" + i, target.destinations().get(i));
        }
        for (int i = 0; i < Outplan.DESTINATIONS; i++) {
            shape.number("try_count_" + i, target.tryCounts().get(i));
        }
        shape.stamps(target.stamps());
        if (target.nextTryAt() != null
                || target.lastResult() != null
                || !target.routing().isNone()) {
            shape.put(OUTPACE, outpace(target));
        }
        return shape.toJson();
    }

    private static Json.Obj outpace(OutdialTarget target) {
        var kept = target.unknown().get(OUTPACE) instanceof Json.Obj rest ? rest : Json.Obj.EMPTY;
        var shape = new Shape(kept).time("next_try_at", target.nextTryAt());
        var cause = target.lastResult();
        if (cause != null) {
            shape.word("last_result", cause);
        }
        routing(shape, target.routing());
        return shape.toJson();
    }

    private static void routing(Shape shape, TargetRouting routing) {
        if (!routing.zone().isEmpty()) {
            shape.text("zone", routing.zone());
        }
        if (!routing.region().isEmpty()) {
            shape.text("region", routing.region());
        }
        if (routing.priority() != 0) {
            shape.number("priority", routing.priority());
        }
        if (routing.callBackAt() != null) {
            shape.time("call_back_at", routing.callBackAt());
        }
        if (!routing.callBackAgent().equals(Ids.NIL)) {
            shape.id("call_back_agent", routing.callBackAgent());
        }
        if (!routing.closed().isNone()) {
            var closed = IntStream.range(0, Outplan.DESTINATIONS)
                    .filter(routing.closed()::has)
                    .boxed()
                    .toList();
            shape.list(CLOSED, closed, index -> new Json.Num(BigDecimal.valueOf(index)));
        }
    }
}
