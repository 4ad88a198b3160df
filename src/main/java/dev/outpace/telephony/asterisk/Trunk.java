package dev.outpace.telephony.asterisk;

import dev.outpace.model.Address;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The way out to the telephone network. Everything that enters a dial string is checked here: a number is {@code +} and digits,
 * a SIP address has no character that means something to Asterisk.
 *
 * @param technology of Asterisk's channels, such as {@code PJSIP}
 * @param name of the endpoint or peer; of a {@code Local} channel, the context
 * @param plus whether the carrier is given the {@code +} of a number
 */
public record Trunk(String technology, String name, boolean plus) {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.-]{1,80}");
    private static final Pattern WRITTEN = Pattern.compile("([A-Za-z0-9]{1,20})/([A-Za-z0-9_.-]{1,80})");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{1,32}");
    private static final Pattern SIP =
            Pattern.compile("[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252})(?::[0-9]{1,5})?");

    public Trunk {
        if (!WORD.matcher(technology).matches() || !WORD.matcher(name).matches()) {
            throw new IllegalArgumentException("not a trunk: " + technology + '/' + name);
        }
    }

    /** As people write it, {@code PJSIP/carrier}. Empty if it can't be read. */
    public static Optional<Trunk> read(String written, boolean plus) {
        var parts = WRITTEN.matcher(written.strip());
        return parts.matches() ? Optional.of(new Trunk(parts.group(1), parts.group(2), plus)) : Optional.empty();
    }

    /** What Asterisk is told to dial; empty for an address that can't be dialed here. */
    Optional<String> dialString(Address to) {
        return switch (to.type()) {
            case "tel" -> number(to.target(), plus).map(this::dialString);
            case "sip" -> sipAddress(to.target());
            default -> Optional.empty();
        };
    }

    /** Whether a channel is a line of this trunk, by Asterisk's name for it, such as {@code PJSIP/carrier-00000032}. */
    boolean isLine(String channel) {
        return switch (technology.toUpperCase(Locale.ROOT)) {
            // One call has two of them.
            case "LOCAL" ->
                channel.startsWith("Local/") && channel.contains('@' + name + '-') && channel.endsWith(";1");
            default -> channel.startsWith(technology + '/' + name + '-');
        };
    }

    private String dialString(String number) {
        return switch (technology.toUpperCase(Locale.ROOT)) {
            case "PJSIP" -> technology + '/' + number + '@' + name;
            case "LOCAL" -> technology + '/' + number + '@' + name + "/n";
            default -> technology + '/' + name + '/' + number;
        };
    }

    private Optional<String> sipAddress(String address) {
        boolean can =
                technology.equalsIgnoreCase("PJSIP") && SIP.matcher(address).matches();
        return can ? Optional.of(technology + '/' + name + "/sip:" + address) : Optional.empty();
    }

    /** A number as it may stand in an action, empty if the text is no number. */
    static Optional<String> number(String text, boolean plus) {
        if (!NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(plus || !text.startsWith("+") ? text : text.substring(1));
    }
}
