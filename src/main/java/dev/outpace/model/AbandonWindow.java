package dev.outpace.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The time over which a campaign's abandon rate is counted. */
public enum AbandonWindow {
    HOURS_24("24h", Duration.ofHours(24)),
    DAYS_7("7d", Duration.ofDays(7)),
    DAYS_30("30d", Duration.ofDays(30)),
    /** Since the campaign's first call. */
    CAMPAIGN("campaign", null);

    private final String text;
    private final @Nullable Duration length;

    AbandonWindow(String text, @Nullable Duration length) {
        this.text = text;
        this.length = length;
    }

    /** As it stands in a file. */
    public String text() {
        return text;
    }

    /** Null for all time. */
    public @Nullable Duration length() {
        return length;
    }
}
