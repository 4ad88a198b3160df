package dev.outpace.model;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Numbers and prefixes in E.164, read as whole numbers without the plus: {@code +12125550101} is 12125550101. No E.164 number begins with
 * a zero, so none is lost. Ten million take 80 MB.
 */
public final class DoNotCallEntries {
    public static final DoNotCallEntries NONE = new DoNotCallEntries(new long[0], new TreeSet<>());

    /** Digits of an E.164 number at most. */
    public static final int MAX_DIGITS = 15;

    /** Every entry is smaller: 15 digits need 50 bits. */
    public static final int BITS = 50;

    private final long[] numbers;
    private final SortedSet<Long> prefixes;

    private DoNotCallEntries(long[] numbers, SortedSet<Long> prefixes) {
        this.numbers = numbers;
        this.prefixes = prefixes;
    }

    /** How many different numbers. */
    public int numbers() {
        return numbers.length;
    }

    /** In ascending order. */
    public long number(int index) {
        return numbers[index];
    }

    public boolean hasNumber(long number) {
        return Arrays.binarySearch(numbers, number) >= 0;
    }

    public SortedSet<Long> prefixes() {
        return prefixes;
    }

    /** Numbers and prefixes. */
    public int size() {
        return numbers.length + prefixes.size();
    }

    /** The number of an address as an entry; empty for what is no phone number, which is on no list. */
    public static OptionalLong entryOf(Address address) {
        return address.type().equals("tel") ? entryOf(address.target()) : OptionalLong.empty();
    }

    /** @param e164 with the plus */
    public static OptionalLong entryOf(String e164) {
        int length = e164.length();
        if (length < 2 || length > MAX_DIGITS + 1 || e164.charAt(0) != '+' || e164.charAt(1) == '0') {
            return OptionalLong.empty();
        }
        long value = 0;
        for (int i = 1; i < length; i++) {
            char digit = e164.charAt(i);
            if (digit < '0' || digit > '9') {
                return OptionalLong.empty();
            }
            value = value * 10 + (digit - '0');
        }
        return OptionalLong.of(value);
    }

    /** Collects entries in any order, also several times. */
    public static final class Builder {
        private static final int FIRST = 1 << 10;

        private final int max;
        private long[] numbers = new long[FIRST];
        private int count;
        private final SortedSet<Long> prefixes = new TreeSet<>();

        /** @param max how many different numbers it takes */
        public Builder(int max) {
            this.max = max;
        }

        /** @return false if there are too many; then it is not taken */
        public boolean number(long number) {
            if (count == numbers.length && !makeRoom()) {
                return false;
            }
            numbers[count++] = number;
            return true;
        }

        /** Repeated numbers go before the array grows. */
        private boolean makeRoom() {
            unite();
            if (count > max) {
                return false;
            }
            if (count > numbers.length / 2) {
                numbers = Arrays.copyOf(numbers, (int) Math.min(max + 1L + FIRST, numbers.length * 2L));
            }
            return true;
        }

        private void unite() {
            Arrays.sort(numbers, 0, count);
            int kept = 0;
            for (int i = 0; i < count; i++) {
                if (kept == 0 || numbers[i] != numbers[kept - 1]) {
                    numbers[kept++] = numbers[i];
                }
            }
            count = kept;
        }

        public Builder prefix(long prefix) {
            prefixes.add(prefix);
            return this;
        }

        /** @throws IllegalArgumentException if there are too many */
        public Builder addAll(DoNotCallEntries entries) {
            for (long number : entries.numbers) {
                if (!number(number)) {
                    throw new IllegalArgumentException("more than " + max + " numbers");
                }
            }
            prefixes.addAll(entries.prefixes);
            return this;
        }

        public int prefixes() {
            return prefixes.size();
        }

        /** @return false if there are too many different numbers */
        public boolean fits() {
            unite();
            return count <= max;
        }

        public DoNotCallEntries build() {
            unite();
            return new DoNotCallEntries(Arrays.copyOf(numbers, count), new TreeSet<>(prefixes));
        }
    }
}
