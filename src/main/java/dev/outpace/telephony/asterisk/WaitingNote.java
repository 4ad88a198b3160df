package dev.outpace.telephony.asterisk;

import dev.outpace.model.Ids;
import dev.outpace.telephony.asterisk.ami.AmiMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a caller's channel keeps about the wait, so that the next run of the program lets the caller wait on.
 *
 * @param since by our wall clock
 * @param until the end of the longest wait, by our wall clock; null for none
 */
record WaitingNote(UUID queueId, Instant since, @Nullable Instant until) {
    /** Variable of the channel. */
    static final String VARIABLE = "OUTPACE_WAITING";

    private static final Pattern WRITTEN = Pattern.compile("(\\S{36}) (\\d{1,15}) (\\d{1,15})");

    /** @param maxWait zero for no limit */
    static WaitingNote of(UUID queueId, Instant since, Duration maxWait) {
        return new WaitingNote(queueId, since, maxWait.isZero() ? null : since.plus(maxWait));
    }

    String written() {
        return queueId.toString() + ' ' + since.toEpochMilli() + ' ' + (until == null ? 0 : until.toEpochMilli());
    }

    /**
     * Empty where a channel keeps none.
     *
     * @param row answer to {@code Status} that was asked for the variable
     */
    static Optional<WaitingNote> read(AmiMessage row) {
        var text = row.get("Variable");
        var parts = WRITTEN.matcher(text.startsWith(VARIABLE + '=') ? text.substring(VARIABLE.length() + 1) : "");
        if (!parts.matches()) {
            return Optional.empty();
        }
        long until = Long.parseLong(parts.group(3));
        return Ids.parse(parts.group(1))
                .map(queueId -> new WaitingNote(
                        queueId,
                        Instant.ofEpochMilli(Long.parseLong(parts.group(2))),
                        until == 0 ? null : Instant.ofEpochMilli(until)));
    }

    /** What is left of the longest wait; null for no limit. */
    @Nullable
    Duration left(Instant now) {
        if (until == null) {
            return null;
        }
        var left = Duration.between(now, until);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
