package dev.outpace.telephony.asterisk;

import dev.outpace.model.AwayReason;
import dev.outpace.telephony.asterisk.ami.AmiMessage;
import java.util.Locale;

/**
 * A phone as a member of one of Asterisk's own queues.
 *
 * @param dynamic whether it came by an order, so that it can be removed by one
 * @param pausedFor in the words of whoever paused it
 * @param lastCall second of Asterisk's clock in which the last talk of the queue ended; 0 for none
 * @param wrapUp seconds after a talk, where the member has its own; otherwise 0
 */
record QueueMember(
        String queue,
        String phone,
        String name,
        boolean dynamic,
        boolean paused,
        String pausedFor,
        long lastCall,
        long wrapUp) {
    private static final String MISSED = "Auto-Pause";

    /** From a row of {@code QueueStatus}, or from an event about a member. */
    static QueueMember of(AmiMessage row) {
        var phone = row.get("Interface");
        return new QueueMember(
                row.get("Queue"),
                phone.isEmpty() ? row.get("Location") : phone,
                row.get("MemberName").isEmpty() ? row.get("Name") : row.get("MemberName"),
                row.get("Membership").equals("dynamic"),
                row.get("Paused").equals("1"),
                row.get("PausedReason"),
                row.number("LastCall"),
                row.number("Wrapuptime"));
    }

    /** As we pause a phone. */
    static String word(AwayReason why) {
        return why.name().toLowerCase(Locale.ROOT);
    }

    AwayReason why() {
        if (pausedFor.equalsIgnoreCase(MISSED)) {
            return AwayReason.MISSED;
        }
        for (var reason : AwayReason.values()) {
            if (pausedFor.toLowerCase(Locale.ROOT).contains(word(reason))) {
                return reason;
            }
        }
        return AwayReason.BREAK;
    }

    QueueMember paused(boolean now, String why) {
        return new QueueMember(queue, phone, name, dynamic, now, now ? why : "", lastCall, wrapUp);
    }
}
