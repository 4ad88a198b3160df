package dev.outpace.journal;

import dev.outpace.model.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bytes of one frame. Numbers take only as many bytes as they need; {@link ByteSource} reads them. */
final class ByteSink {
    static final int NONE = 0;
    /** The nil id or the empty text. */
    static final int EMPTY = 1;

    static final int NEW = 2;
    /** A text that is too long to be remembered. */
    static final int LONG = 3;

    static final int FIRST = 4;
    static final int MAX_REMEMBERED = 48;

    /** How a moment is written. */
    static final int MOMENT = 1;

    static final int SAME = 2;
    static final int NEARBY = 3;
    private static final Duration NEAR = Duration.ofDays(1);

    private final Recent.Tables tables;
    /** Moment of the input that is being written; null for none. Most moments in an input are the same or slightly earlier. */
    private @Nullable Instant inputMoment;

    private byte[] bytes = new byte[4_096];
    private int size;

    /** @param room bytes to leave free at the beginning */
    ByteSink(Recent.Tables tables, int room) {
        this.tables = tables;
        this.size = room;
    }

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    /** Removes everything behind a position. The removed bytes must not contain a value that was new to the tables. */
    void cut(int to) {
        size = to;
    }

    void setInputMoment(@Nullable Instant moment) {
        inputMoment = moment;
    }

    void moment(@Nullable Instant moment) {
        var near = inputMoment;
        if (moment == null) {
            put(NONE);
        } else if (moment.equals(near)) {
            put(SAME);
        } else if (near != null && Duration.between(near, moment).abs().compareTo(NEAR) < 0) {
            put(NEARBY);
            signed(Duration.between(near, moment).toNanos());
        } else {
            put(MOMENT);
            signed(moment.getEpochSecond());
            number(moment.getNano());
        }
    }

    void put(int one) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = (byte) one;
    }

    void number(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            put((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        put((int) rest);
    }

    /** Writes values near 0, positive or negative, in few bytes. */
    void signed(long value) {
        number((value << 1) ^ (value >> 63));
    }

    void fixed(long value) {
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            put((int) (value >>> shift));
        }
    }

    void id(@Nullable UUID id) {
        if (id == null) {
            put(NONE);
        } else if (id.equals(Ids.NIL)) {
            put(EMPTY);
        } else {
            int number = tables.ids().numberOf(id);
            if (number < 0) {
                put(NEW);
                fixed(id.getMostSignificantBits());
                fixed(id.getLeastSignificantBits());
            } else {
                number(number + FIRST);
            }
        }
    }

    void text(@Nullable String text) {
        if (text == null) {
            put(NONE);
        } else if (text.isEmpty()) {
            put(EMPTY);
        } else if (text.length() > MAX_REMEMBERED) {
            put(LONG);
            characters(text);
        } else {
            int number = tables.texts().numberOf(text);
            if (number < 0) {
                put(NEW);
                characters(text);
            } else {
                number(number + FIRST);
            }
        }
    }

    /** Writes each char on its own, so that even a text that is not valid Unicode is read back unchanged. */
    private void characters(String text) {
        number(text.length());
        for (int i = 0; i < text.length(); i++) {
            number(text.charAt(i));
        }
    }
}
