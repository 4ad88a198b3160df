package dev.outpace.ui.texts;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import dev.outpace.model.Address;
import org.jspecify.annotations.Nullable;

/** Addresses as a person reads and types them: numbers grouped by the custom of their country. */
public final class PhoneNumbers {

    private PhoneNumbers() {}

    /** As {@link #show}, for running text: it is never broken over two lines. */
    public static String inText(@Nullable Address address) {
        return show(address).replace(' ', '\u00a0');
    }

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
}
