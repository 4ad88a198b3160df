package dev.outpace.ui.texts;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import dev.outpace.model.Address;
import org.jspecify.annotations.Nullable;

/** Addresses as a person reads and types them: numbers grouped by the custom of their country. */
public final class PhoneNumbers {

    private PhoneNumbers() {}

    /** "+1 212 555 0123", or the target as it was written if it is no number in +country form; empty for none. */
    public static String show(@Nullable Address address) {
        if (address == null) {
            return "";
        }
        var target = address.isEmpty() ? address.asWritten() : address.target();
        if (!target.startsWith("+")) {
            return target;
        }
        try {
            var numbers = PhoneNumberUtil.getInstance();
            return numbers.format(numbers.parse(target, null), PhoneNumberFormat.INTERNATIONAL)
                    .replace('-', ' ');
        } catch (NumberParseException noNumber) {
            return target;
        }
    }

    /** What was typed as an address: with an @ a SIP address, else a number without its grouping; null for nothing. */
    public static @Nullable Address read(String typed) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return null;
        }
        return text.contains("@") ? Address.sip(text) : Address.tel(text.replaceAll("[\\s()./-]", ""));
    }

    /** Whether it could be dialed: a SIP address, or 3 to 15 digits, with or without a plus. */
    public static boolean isDialable(String typed) {
        var text = typed.strip();
        return text.contains("@")
                ? text.matches("(sips?:)?[^\\s@]+@[^\\s@]+")
                : text.replaceAll("[\\s()./-]", "").matches("\\+?[0-9]{3,15}");
    }
}
