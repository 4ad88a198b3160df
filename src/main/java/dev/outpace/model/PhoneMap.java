package dev.outpace.model;

import java.util.HashMap;
import java.util.Map;

/**
 * A number for each phone, by {@link Address#dialKey}; in a million of phones it takes some 40 MB, where a map of texts would take
 * five times as much. One thread at a time.
 */
public final class PhoneMap {
    private static final int FIRST = 1 << 10;

    private long[] phones = new long[FIRST];
    private long[] values = new long[FIRST];
    private int count;
    private final Map<String, Long> others = new HashMap<>();

    /** 0 for a phone that is not in it. */
    public long get(String type, String target) {
        var phone = DoNotCallEntries.entryOf(target);
        if (!type.equals("tel") || phone.isEmpty()) {
            return others.getOrDefault(type + ':' + target, 0L);
        }
        return values[slot(phones, phone.getAsLong())];
    }

    public long get(Address address) {
        return get(address.type(), address.target());
    }

    /** @param value not 0 */
    public void put(String type, String target, long value) {
        var phone = DoNotCallEntries.entryOf(target);
        if (!type.equals("tel") || phone.isEmpty()) {
            others.put(type + ':' + target, value);
            return;
        }
        int slot = slot(phones, phone.getAsLong());
        if (phones[slot] == 0) {
            count++;
        }
        phones[slot] = phone.getAsLong();
        values[slot] = value;
        if (count > phones.length * 3L / 4) {
            grow();
        }
    }

    public int size() {
        return count + others.size();
    }

    private void grow() {
        var larger = new long[2 * phones.length];
        var moved = new long[larger.length];
        for (int i = 0; i < phones.length; i++) {
            if (phones[i] != 0) {
                int slot = slot(larger, phones[i]);
                larger[slot] = phones[i];
                moved[slot] = values[i];
            }
        }
        phones = larger;
        values = moved;
    }

    /** Where a phone is, or the free place where it would be. */
    private static int slot(long[] phones, long phone) {
        int mask = phones.length - 1;
        // Numbers of one list differ in their last digits alone.
        int slot = (int) ((phone * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (phones[slot] != 0 && phones[slot] != phone) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
