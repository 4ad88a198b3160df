package dev.outpace.workspace;

import dev.outpace.model.LineLimits;
import dev.outpace.model.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Settings of a workspace.
 *
 * @param abandonLimit share, 0.03 for 3 %
 * @param abandonWindowHours window of the abandon and answer rates; 0 for "today"
 * @param journalDays for which the journal of the engine is kept, today included
 */
public record WorkspaceSettings(
        LineLimits lines, double abandonLimit, int abandonWindowHours, Theme theme, int journalDays) {
    public static final WorkspaceSettings DEFAULT = new WorkspaceSettings(LineLimits.DEFAULT, 0.03, 0, Theme.LIGHT, 30);

    /** Minutes of a day. */
    private static final int MAX_NUMBER_GAP = 1_440;

    public enum Theme {
        LIGHT,
        DARK
    }

    public WorkspaceSettings withLines(LineLimits newLines) {
        return new WorkspaceSettings(newLines, abandonLimit, abandonWindowHours, theme, journalDays);
    }

    public WorkspaceSettings withTheme(Theme newTheme) {
        return new WorkspaceSettings(lines, abandonLimit, abandonWindowHours, newTheme, journalDays);
    }

    public List<Problem> problems() {
        var found = new ArrayList<Problem>();
        range(found, "lines.concurrent", lines.concurrentCalls(), 1, 100_000);
        range(found, "lines.per_second", lines.callsPerSecond(), 1, 10_000);
        range(found, "lines.number_gap", lines.numberGap().toMinutes(), 0, MAX_NUMBER_GAP);
        if (!(abandonLimit > 0 && abandonLimit <= 0.5)) {
            found.add(Problem.error("settings.abandon_limit", "abandon.limit", abandonLimit));
        }
        range(found, "abandon.window", abandonWindowHours, 0, 24 * 366);
        range(found, "journal.days", journalDays, 1, 3_660);
        return found;
    }

    private static void range(List<Problem> found, String place, long value, long least, long most) {
        if (value < least || value > most) {
            found.add(Problem.error("settings.range", place, value, least, most));
        }
    }
}
