package dev.outpace.model;

/**
 * A time of the day in which calls may be placed, in minutes of the local day, from {@code from} up to but without {@code to}.
 * An end at or before the start is one of the next day; the window belongs to the day that it starts on.
 *
 * @param from 0 to 1439
 * @param to 0 to 1440; 1440 is the end of the day
 */
public record CallWindow(int from, int to) implements Comparable<CallWindow> {
    public static final int DAY = 24 * 60;
    public static final CallWindow ALL_DAY = new CallWindow(0, DAY);

    public CallWindow {
        if (from < 0 || from >= DAY || to < 0 || to > DAY) {
            throw new IllegalArgumentException("no times of a day: " + from + " to " + to);
        }
    }

    /** Minutes from the start of its day to its end, which lies behind {@link #DAY} where the window passes midnight. */
    public int end() {
        return to > from ? to : to + DAY;
    }

    /** Whether the two share a minute, if they start on the same day. */
    public boolean overlaps(CallWindow other) {
        return from < other.end() && other.from < end();
    }

    @Override
    public int compareTo(CallWindow other) {
        return from != other.from ? Integer.compare(from, other.from) : Integer.compare(end(), other.end());
    }

    /** As in files: {@code 09:00-13:00}. */
    public String text() {
        return time(from) + '-' + time(to);
    }

    private static String time(int minutes) {
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }
}
