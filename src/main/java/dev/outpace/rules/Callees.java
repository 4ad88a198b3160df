package dev.outpace.rules;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.outpace.model.Address;
import dev.outpace.model.Regions;
import dev.outpace.model.TargetRouting;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells where numbers are: in which time zones, and in which country or state. It is the number that tells, not the phone: a
 * number that was taken to another place is where it comes from. The tables are loaded with the first number that is asked for.
 * Any thread may ask.
 */
public final class Callees {
    /** Numbers that share all but so many last digits are in one place: with code 1 by area code and exchange, else nearly always. */
    private static final long OTHER_DIGITS_OF_CODE_1 = 10_000;

    private static final long OTHER_DIGITS = 1_000;

    private static final int MOST_KNOWN = 500_000;

    private final Map<Long, Callee> known = new HashMap<>();
    private final Map<Callee, Callee> shared = new HashMap<>();
    private @Nullable Tables tables;

    /**
     * Where a number is, in the order of what says it: the target, the number.
     *
     * @param ownZone IANA id of the zone of the target; empty for that of the number, as is one that nobody knows
     * @param ownRegion region of the target; empty for that of the number
     */
    public Callee of(Address address, String ownZone, String ownRegion) {
        var byNumber = of(address);
        var zones = zone(ownZone).map(Set::of).orElse(byNumber.zones());
        var region = Regions.isKnown(ownRegion) ? ownRegion : byNumber.region();
        return zones.equals(byNumber.zones()) && region.equals(byNumber.region())
                ? byNumber
                : new Callee(zones, region);
    }

    /** Where a number of a target is. */
    public Callee of(Address address, TargetRouting own) {
        return of(address, own.zone(), own.region());
    }

    /** Where a number is by itself; unknown for what is no number. */
    public Callee of(Address address) {
        var target = address.target();
        if (!target.startsWith("+") || target.length() < 5 || target.length() > 16) {
            return Callee.UNKNOWN;
        }
        long digits;
        try {
            digits = Long.parseLong(target, 1, target.length(), 10);
        } catch (NumberFormatException noNumber) {
            return Callee.UNKNOWN;
        }
        long place = target.startsWith("+1") ? digits / OTHER_DIGITS_OF_CODE_1 : digits / OTHER_DIGITS;
        synchronized (known) {
            var callee = known.get(place);
            if (callee == null) {
                if (known.size() >= MOST_KNOWN) {
                    known.clear();
                }
                var found = look(target);
                callee = shared.computeIfAbsent(found, one -> one);
                known.put(place, callee);
            }
            return callee;
        }
    }

    /** A zone that files may name; {@code GMT+2} and such are none that people live in, but are taken. */
    public static Optional<ZoneId> zone(String id) {
        try {
            return id.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(id));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private Callee look(String target) {
        if (tables == null) {
            tables = new Tables();
        }
        return tables.look(target);
    }

    /** What the library and our table know. */
    private static final class Tables {
        private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        private final PhoneNumberToTimeZonesMapper zones = PhoneNumberToTimeZonesMapper.getInstance();
        private final AreaCodes areaCodes = new AreaCodes();

        Callee look(String target) {
            try {
                var number = numbers.parse(target, PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY);
                return new Callee(zones(number), region(number));
            } catch (NumberParseException noNumber) {
                return Callee.UNKNOWN;
            }
        }

        /**
         * Code 1 has no numbers of mobiles only: the area code tells the place. Elsewhere a mobile may be in any zone of its
         * country. What is no number of a known kind is asked for by its first digits. Of an exchange that they don't know, the
         * library's tables give one zone of its area code or state: there, it may be in any that its area code has.
         */
        private Set<ZoneId> zones(PhoneNumber number) {
            var byTables = zonesOfTables(number);
            if (number.getCountryCode() != 1) {
                return byTables;
            }
            long areaCode = areaCode(number);
            var all = areaCodes.zones(Long.toString(areaCode));
            return !all.isEmpty() && byTables.equals(zonesOfTables(unknownExchange(areaCode))) ? all : byTables;
        }

        private static long areaCode(PhoneNumber number) {
            return number.getNationalNumber() / 10_000_000;
        }

        /** 555 is given to nobody. */
        private static PhoneNumber unknownExchange(long areaCode) {
            return new PhoneNumber().setCountryCode(1).setNationalNumber(areaCode * 10_000_000 + 5_550_100);
        }

        private Set<ZoneId> zonesOfTables(PhoneNumber number) {
            boolean byDigits = number.getCountryCode() == 1 || numbers.getNumberType(number) == PhoneNumberType.UNKNOWN;
            Collection<String> ids =
                    byDigits ? zones.getTimeZonesForGeographicalNumber(number) : zones.getTimeZonesForNumber(number);
            var known = new HashSet<ZoneId>();
            for (var id : ids) {
                if (!id.equals(PhoneNumberToTimeZonesMapper.getUnknownTimeZone())) {
                    zone(id).ifPresent(known::add);
                }
            }
            return known;
        }

        private String region(PhoneNumber number) {
            if (number.getCountryCode() == 1) {
                var own = areaCodes.region(Long.toString(areaCode(number)));
                if (own.isPresent()) {
                    return own.get();
                }
            }
            var region = numbers.getRegionCodeForNumber(number);
            var main = region != null || number.getCountryCode() == 1
                    ? region
                    : numbers.getRegionCodeForCountryCode(number.getCountryCode());
            return main != null && Regions.isKnown(main) ? main : "";
        }
    }
}
