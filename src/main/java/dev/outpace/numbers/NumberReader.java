package dev.outpace.numbers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import dev.outpace.model.Address;
import dev.outpace.model.Problem;
import dev.outpace.model.Shown;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what people write for a phone: a number in any usual form, or a SIP address. Whoever rings is one text afterwards,
 * E.164 for a number, so that two ways of writing one phone are never two people.
 *
 * <p>A number counts when its block is in use by the metadata of libphonenumber, not when only its length is possible: a
 * customer number is as long as a phone number. The ranges set aside for fiction count as well, which the metadata has only
 * in part. What can be read in more than one way is refused, and so are emergency numbers, extensions and letters.
 */
public final class NumberReader {
    /** The region of a workspace until somebody chooses another. */
    public static final String FIRST_REGION = "US";

    private static final int MAX_LENGTH = 255;
    /** Fifteen digits and the plus. */
    private static final int MAX_E164 = 16;
    /** Prefixes to dial abroad and carrier codes come before those fifteen. */
    private static final int MAX_DIGITS = 24;

    private static final int MIN_PHONE_DIGITS = 7;
    /** With zeros that people put before it. */
    private static final int MAX_EMERGENCY = 8;

    private static final String NO_REGION = "ZZ";
    private static final Pattern SCHEME = Pattern.compile("(?i)(sips?|tel|callto):(?://)?");
    private static final Pattern NUMBER = Pattern.compile("\\(?[+＋]?[\\p{Nd}\\s()./‐‑–-]+");
    private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d+(?:[.,]\\d+)?[eE][+-]?\\d{1,3}");
    /** As spreadsheets and scripts write a whole number that they took for a decimal one. */
    private static final Pattern DECIMAL = Pattern.compile("(\\+?\\d{7,15})[.,]0{1,2}");

    private static final Pattern BETWEEN_NUMBERS = Pattern.compile(
            "(?iu)\\s*(?:[;,|&/\\n\\\\]|(?<=[\\s\\d])(?:or|and|oder|und|ou|et|o|y|e)(?=[\\s+\\d]))\\s*");
    private static final Pattern SIP = Pattern.compile(
            "([^\\s@:;?<>\"]+)@((?:\\[[\\p{XDigit}:.]+]|[A-Za-z0-9][A-Za-z0-9.-]*)(?::\\d{1,5})?)((?:;[\\w=.-]+)*)");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    /**
     * Set aside for fiction, so that samples and the demo ring nobody: 555-0100 to 555-0199 in every area code of North
     * America (North American Numbering Plan Administration), 07700 900000 to 900999 in the United Kingdom (Ofcom).
     */
    private static final Pattern FICTION = Pattern.compile("\\+1[2-9]\\d\\d55501\\d\\d|\\+447700900\\d{3}");

    private static final Pattern SAME_DIGITS = Pattern.compile("(\\d)\\1{6,}");
    private static final String COUNTING = "01234567890";
    private static final String COUNTING_DOWN = "9876543210";
    private static final Set<Integer> SATELLITE = Set.of(870, 881, 882, 883);
    private static final int PREMIUM_ANYWHERE = 979;

    private final String region;
    private final NorthAmericanNumbers northAmerican;

    /** @param region two letters, for numbers without a country; empty refuses them */
    public NumberReader(String region) {
        this.region = region.isBlank() ? NO_REGION : region.strip().toUpperCase(Locale.ROOT);
        northAmerican = new NorthAmericanNumbers(this.region.equals("US") || this.region.equals("CA"));
    }

    /** The region of a calling code, the main one where several share it; empty where no country has it. */
    public static String regionOfCallingCode(int callingCode) {
        var region = numbers().getRegionCodeForCountryCode(callingCode);
        return numbers().getSupportedRegions().contains(region) ? region : "";
    }

    /** The regions that numbers can be read for. */
    public static Set<String> regions() {
        return new TreeSet<>(numbers().getSupportedRegions());
    }

    public boolean knowsRegion() {
        return region.equals(NO_REGION) || numbers().getSupportedRegions().contains(region);
    }

    /** The calling code of the region, 44 for GB; 0 without a region. */
    public int callingCode() {
        return region.equals(NO_REGION) ? 0 : numbers().getCountryCodeForRegion(region);
    }

    /** Whether the region has the plan with three digits of area and seven of number, behind a 1. */
    public boolean isNorthAmerican() {
        return callingCode() == 1;
    }

    private static PhoneNumberUtil numbers() {
        return PhoneNumberUtil.getInstance();
    }

    /** A number, or a SIP address that says so by {@code sip:}; an e-mail address is neither. */
    public Reading read(String text) {
        return read(text, false);
    }

    /** A SIP address, with or without its scheme. */
    public Reading readSip(String text) {
        return read(text, true);
    }

    /**
     * An address of a file or form.
     *
     * @param type the published one: tel and sip are read, an empty one counts as tel, others stay as they are
     */
    public Reading read(String type, String target) {
        return switch (type) {
            case "tel", "" -> read(target, false);
            case "sip" -> read(target, true);
            default -> new Reading.Dialable(new Address(type, target, "", "", ""), null);
        };
    }

    private Reading read(String text, boolean saidSip) {
        var known = saidSip ? null : northAmerican.read(text);
        if (known != null) {
            return known;
        }
        var reading = readAnew(text, saidSip);
        if (!saidSip && reading instanceof Reading.Dialable(var address, var warning) && warning == null) {
            northAmerican.learn(address.target());
        }
        return reading;
    }

    private Reading readAnew(String text, boolean saidSip) {
        if (text.length() > MAX_LENGTH) {
            return refused("number.not_a_number", Shown.of(text));
        }
        var plain = plain(text);
        var scheme = SCHEME.matcher(plain);
        boolean named = scheme.lookingAt();
        var rest = named ? plain.substring(scheme.end()) : plain;
        boolean sip = named ? scheme.group(1).toLowerCase(Locale.ROOT).startsWith("sip") : saidSip;
        if (sip) {
            return sip(rest, text);
        }
        return rest.indexOf('@') >= 0 ? refused("number.email", Shown.of(text)) : number(rest, text);
    }

    /** The text without what can't be seen, with plain spaces. */
    public static String plain(String text) {
        if (NorthAmericanNumbers.isPlain(text)) {
            return text;
        }
        return SPACE.matcher(INVISIBLE.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    private static Reading sip(String rest, String text) {
        var match = SIP.matcher(rest);
        return match.matches()
                ? new Reading.Dialable(
                        Address.sip(match.group(1) + '@' + match.group(2).toLowerCase(Locale.ROOT) + match.group(3)),
                        null)
                : refused("number.not_sip", Shown.of(text));
    }

    private Reading number(String rest, String text) {
        if (SCIENTIFIC.matcher(rest).matches()) {
            return refused("number.scientific", Shown.of(text));
        }
        var decimal = DECIMAL.matcher(rest);
        var written = decimal.matches() ? decimal.group(1) : rest;
        if (isSeveral(written)) {
            return refused("number.several", Shown.of(text));
        }
        if (!NUMBER.matcher(written).matches()) {
            return oddity(written, text);
        }
        boolean withCountry = written.indexOf('+') >= 0 || written.indexOf('＋') >= 0;
        var digits = PhoneNumberUtil.normalizeDigitsOnly(written);
        if (digits.isEmpty() || digits.length() > MAX_DIGITS) {
            return refused(digits.isEmpty() ? "number.not_a_number" : "number.too_long", Shown.of(text));
        }
        if (!withCountry && isEmergency(digits, region)) {
            return refused("number.emergency", Shown.of(text));
        }
        var parsed = parsed(written);
        var here = inUse(parsed);
        var abroad = withCountry ? null : inUse(abroad(digits));
        if (here != null && abroad != null && !here.e164().equals(abroad.e164())) {
            return refused("number.ambiguous", Shown.of(text), here.e164(), abroad.e164());
        }
        var found = here == null ? abroad : here;
        return found == null
                ? whyNot(parsed, withCountry, digits, text)
                : new Reading.Dialable(Address.tel(found.e164()), warning(found, text));
    }

    /** A number that somebody may have. */
    private record InUse(int callingCode, PhoneNumberType type, String e164) {}

    /** Whether a text holds two numbers: dialed as one, it would ring a third person. */
    private boolean isSeveral(String text) {
        var parts = Arrays.stream(BETWEEN_NUMBERS.split(text))
                .filter(part -> PhoneNumberUtil.normalizeDigitsOnly(part).length() > 2)
                .toList();
        return parts.size() > 1
                && (parts.size() > 2 || !text.contains("/") || parts.stream().anyMatch(this::isNumber));
    }

    private boolean isNumber(String text) {
        return NUMBER.matcher(text).matches() && inUse(parsed(text)) != null;
    }

    /** What a text that is more than a number has besides: an extension, or letters. */
    private Reading oddity(String written, String text) {
        var number = parsed(written);
        if (number != null && number.hasExtension()) {
            return refused("number.extension", Shown.of(text));
        }
        boolean letters = written.codePoints().anyMatch(Character::isLetter);
        return letters && PhoneNumberUtil.normalizeDigitsOnly(written).length() > 2
                ? refused("number.letters", Shown.of(text))
                : refused("number.not_a_number", Shown.of(text));
    }

    private @Nullable PhoneNumber parsed(String text) {
        try {
            return numbers().parse(text, region);
        } catch (NumberParseException noNumber) {
            return null;
        }
    }

    /** The digits as a number with its country: behind 00, which is dialed to get abroad, or with the region's own code. */
    private @Nullable PhoneNumber abroad(String digits) {
        boolean ownCode = callingCode() > 0 && digits.startsWith(Integer.toString(callingCode()));
        return digits.startsWith("00") ? parsed('+' + digits.substring(2)) : ownCode ? parsed('+' + digits) : null;
    }

    private static @Nullable InUse inUse(@Nullable PhoneNumber number) {
        if (number == null || isPlaceholder(numbers().getNationalSignificantNumber(number))) {
            return null;
        }
        var e164 = numbers().format(number, PhoneNumberFormat.E164);
        var type = numbers().getNumberType(number);
        boolean counts =
                type != PhoneNumberType.UNKNOWN || FICTION.matcher(e164).matches();
        return counts && e164.length() <= MAX_E164 ? new InUse(number.getCountryCode(), type, e164) : null;
    }

    /** What people type where a form insists on a number. */
    static boolean isPlaceholder(String digits) {
        boolean counted = COUNTING.contains(digits) || COUNTING_DOWN.contains(digits);
        return SAME_DIGITS.matcher(digits).matches() || (counted && digits.length() >= MIN_PHONE_DIGITS);
    }

    private static boolean isEmergency(String digits, String region) {
        if (digits.length() > MAX_EMERGENCY || region.equals(NO_REGION)) {
            return false;
        }
        var without = digits.replaceFirst("^0+", "");
        return ShortNumberInfo.getInstance().isEmergencyNumber(digits, region)
                || ShortNumberInfo.getInstance().isEmergencyNumber(without, region);
    }

    private Reading whyNot(@Nullable PhoneNumber parsed, boolean withCountry, String digits, String text) {
        if (parsed == null) {
            return withCountry
                    ? refused("number.no_such_country", Shown.of(text))
                    : refused(region.equals(NO_REGION) ? "number.no_country" : "number.too_short", Shown.of(text));
        }
        var national = numbers().getNationalSignificantNumber(parsed);
        if (numbers().getRegionCodesForCountryCode(parsed.getCountryCode()).stream()
                .anyMatch(each -> isEmergency(national, each))) {
            return refused("number.emergency", Shown.of(text));
        }
        if (isPlaceholder(national) || isPlaceholder(digits)) {
            return refused("number.placeholder", Shown.of(text));
        }
        return switch (numbers().isPossibleNumberWithReason(parsed)) {
            case ValidationResult.TOO_LONG -> refused("number.too_long", Shown.of(text));
            case ValidationResult.TOO_SHORT, ValidationResult.IS_POSSIBLE_LOCAL_ONLY ->
                refused("number.too_short", Shown.of(text));
            case ValidationResult.INVALID_COUNTRY_CODE -> refused("number.no_such_country", Shown.of(text));
            default -> refused("number.not_in_use", Shown.of(text));
        };
    }

    private static @Nullable Problem warning(InUse number, String text) {
        if (SATELLITE.contains(number.callingCode())) {
            return Problem.warning("number.satellite", "", Shown.of(text));
        }
        return switch (number.type()) {
            case PREMIUM_RATE -> Problem.warning("number.premium", "", Shown.of(text));
            case SHARED_COST, PERSONAL_NUMBER, UAN -> Problem.warning("number.special_rate", "", Shown.of(text));
            default ->
                number.callingCode() == PREMIUM_ANYWHERE ? Problem.warning("number.premium", "", Shown.of(text)) : null;
        };
    }

    /** @param args the text first */
    private static Reading.Refused refused(String code, Object... args) {
        return new Reading.Refused(Problem.error(code, "", args));
    }
}
