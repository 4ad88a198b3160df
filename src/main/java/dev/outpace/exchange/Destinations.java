package dev.outpace.exchange;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import dev.outpace.model.Address;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads what people write for a phone: a number in any usual form, or a SIP address. A number counts when its length is
 * possible in its country; whether the block is in use today is left to the network, whose numbering changes faster than
 * any table. Extensions and letters are refused rather than dropped.
 */
public final class Destinations {
    private static final int MAX_LENGTH = 255;
    private static final String NO_REGION = "ZZ";
    private static final Pattern SCHEME = Pattern.compile("(?i)(sips?|tel):");
    private static final Pattern NUMBER = Pattern.compile("[+＋]?[\\p{Nd}\\s()./‐‑–-]+");
    private static final Pattern SIP = Pattern.compile(
            "([^\\s@:;?<>\"]+)@((?:\\[[\\p{XDigit}:.]+]|[A-Za-z0-9][A-Za-z0-9.-]*)(?::\\d{1,5})?)((?:;[\\w=.-]+)*)");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final String region;

    /** @param region two letters, for numbers without a country; empty refuses them */
    public Destinations(String region) {
        this.region = region.isBlank() ? NO_REGION : region.strip().toUpperCase(Locale.ROOT);
    }

    /** The regions that numbers can be read for. */
    public static Set<String> regions() {
        return new TreeSet<>(PhoneNumberUtil.getInstance().getSupportedRegions());
    }

    public boolean knowsRegion() {
        return region.equals(NO_REGION) || numbers.getSupportedRegions().contains(region);
    }

    /** The address that is dialed, a number in +country form; empty when the text is neither number nor SIP address. */
    public Optional<Address> read(String text) {
        var plain = plain(text);
        if (plain.isEmpty() || plain.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        var scheme = SCHEME.matcher(plain);
        boolean named = scheme.lookingAt();
        var rest = named ? plain.substring(scheme.end()) : plain;
        boolean sip = named && !scheme.group(1).equalsIgnoreCase("tel");
        return sip || (!named && rest.indexOf('@') >= 0) ? sip(rest) : number(rest);
    }

    /** The text without what can't be seen, with plain spaces. */
    static String plain(String text) {
        return SPACE.matcher(INVISIBLE.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    private static Optional<Address> sip(String text) {
        var match = SIP.matcher(text);
        return match.matches()
                ? Optional.of(
                        Address.sip(match.group(1) + '@' + match.group(2).toLowerCase(Locale.ROOT) + match.group(3)))
                : Optional.empty();
    }

    private Optional<Address> number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            var number = numbers.parse(text, region);
            return numbers.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
                    ? Optional.of(Address.tel(numbers.format(number, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException noNumber) {
            return Optional.empty();
        }
    }
}
