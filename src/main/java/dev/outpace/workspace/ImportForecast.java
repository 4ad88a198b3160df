package dev.outpace.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an import would do, counted before anything is stored.
 *
 * @param doNotCall rows by the list that bars them; by an empty name where the row says so itself
 * @param callable null where no campaign with calling rules calls the list
 * @param firstRows the first of each fate, at most {@link #MOST_ROWS}; a fate without rows has none
 */
public record ImportForecast(
        ImportCounts counts,
        Map<String, Long> doNotCall,
        Zones zones,
        @Nullable Callable callable,
        Map<RowFate, List<Row>> firstRows) {
    public static final int MOST_ROWS = 100;

    /** What becomes of a row. */
    public enum RowFate {
        FRESH,
        UPDATED,
        IN_LIST,
        TWICE,
        DO_NOT_CALL,
        REJECTED
    }

    /**
     * @param line where it begins in the file
     * @param reason why it does not come in; empty where it does
     * @param inFile its cells; of one that comes in, name and numbers
     */
    public record Row(long line, String reason, String inFile) {}

    /**
     * Where the people of the rows that come in are, by their first number.
     *
     * @param targets by IANA id of the zone, most first; a number that may be in several zones counts for all of them as one, their
     *     ids parted by spaces
     * @param byColumn told by a column of their row
     * @param byNumber told by the number
     */
    public record Zones(Map<String, Long> targets, long byColumn, long byNumber, long unknown) {}

    /**
     * When the hours of a set of calling rules would let the first numbers be called, limits and consent left out.
     *
     * @param rules name of the set of the first campaign that calls the list
     * @param laterToday today by the clock of the workspace
     * @param openings when the zones of those open, soonest first
     */
    public record Callable(String rules, long now, long laterToday, long notToday, List<Opening> openings) {}

    /** @param zone as in {@link Zones} */
    public record Opening(String zone, Instant at, long targets) {}
}
