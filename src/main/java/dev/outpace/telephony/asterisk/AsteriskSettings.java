package dev.outpace.telephony.asterisk;

import dev.outpace.telephony.asterisk.ami.AmiLogin;
import java.util.regex.Pattern;

/**
 * How an Asterisk is used.
 *
 * @param trunk over which numbers are dialed
 * @param callerId number that people see where a campaign has none; empty for the trunk's own
 * @param context of the dialplan in which an answered call waits for orders
 * @param extension in this context
 * @param mark tells our calls from those of other programs and workspaces; letters and digits
 */
public record AsteriskSettings(
        AmiLogin login, Trunk trunk, String callerId, String context, String extension, String mark) {
    /** Where the documentation lets a site put the answered calls. */
    public static final String CONTEXT = "outpace";

    public static final String EXTENSION = "agi";

    private static final Pattern MARK = Pattern.compile("[A-Za-z0-9]{1,40}");
    private static final Pattern DIALPLAN = Pattern.compile("[A-Za-z0-9_.-]{1,80}");

    /** @throws IllegalArgumentException if a part could not be written into an action as it is */
    public AsteriskSettings {
        if (!MARK.matcher(mark).matches()) {
            throw new IllegalArgumentException("not a mark: " + mark);
        }
        if (!DIALPLAN.matcher(context).matches() || !DIALPLAN.matcher(extension).matches()) {
            throw new IllegalArgumentException("not a place in a dialplan: " + context + ',' + extension);
        }
    }
}
