package dev.outpace.formats;

import dev.outpace.model.Address;
import dev.outpace.model.Ids;
import dev.outpace.model.Problem;
import dev.outpace.model.Shown;
import dev.outpace.model.TargetRouting;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the cells of one row say of when, and in which order, its person is called. */
final class RoutingDraft {
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,7}(?:[.,]0+)?");

    private String zone = "";
    private String region = "";
    private String callAt = "";
    private int priority;

    static boolean isZone(String cell) {
        return ZONES.contains(cell);
    }

    static boolean isPriority(String cell) {
        return WHOLE.matcher(cell).matches();
    }

    /** Why the cell is none; null where it is one. So with the others. */
    @Nullable
    Problem zone(String cell) {
        zone = cell;
        return isZone(cell) ? null : Problem.error("row.no_such_zone", "", Shown.of(cell));
    }

    @Nullable
    Problem priority(String cell) {
        if (!isPriority(cell)) {
            return Problem.error("row.no_priority", "", Shown.of(cell));
        }
        priority = Integer.parseInt(cell.replaceFirst("[.,]0+$", ""));
        return Math.abs(priority) > TargetRouting.MAX_PRIORITY
                ? Problem.error("row.no_priority", "", Shown.of(cell))
                : null;
    }

    void region(String cell) {
        region = cell;
    }

    void callAt(String cell) {
        callAt = cell;
    }

    /** The region as {@code FR} or {@code US-FL}, by the country of the number; null where the cell says none that is known. */
    @Nullable
    String region(Address first, Countries countries) {
        if (region.isEmpty()) {
            return "";
        }
        var found = RegionCell.region(region, first.target().startsWith("+1"), countries);
        return found.isEmpty() ? null : found;
    }

    /** What the person wishes; null for nothing, or for what is no moment. */
    @Nullable
    Instant callAt(MomentCell moments, ZoneId otherwise) {
        return callAt.isEmpty() ? null : moments.read(callAt, zone.isEmpty() ? otherwise : ZoneId.of(zone));
    }

    String unreadCallAt() {
        return callAt;
    }

    TargetRouting routing(String settledRegion, @Nullable Instant at) {
        var routing = new TargetRouting(zone, settledRegion, priority, at, Ids.NIL);
        return routing.isNone() ? TargetRouting.NONE : routing;
    }
}
