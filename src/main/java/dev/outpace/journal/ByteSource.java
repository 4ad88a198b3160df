package dev.outpace.journal;

import dev.outpace.model.Ids;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ByteSink} wrote. It checks every number, because a file may contain anything. */
final class ByteSource {
    private static final int MAX_DEPTH = 400;

    private final Recent.Tables tables;
    private final byte[] bytes;
    private final int end;
    private int place;
    private int depth;
    /** See {@link ByteSink#inputMoment}. */
    private @Nullable Instant inputMoment;

    ByteSource(Recent.Tables tables, byte[] bytes, int from, int end) {
        this.tables = tables;
        this.bytes = bytes;
        this.place = from;
        this.end = end;
    }

    boolean isEmpty() {
        return place == end;
    }

    int take() {
        if (place == end) {
            throw new BadFrame("the frame ends early");
        }
        return bytes[place++] & 0xFF;
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = take();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new BadFrame("a number is too long");
    }

    long signed() {
        long value = number();
        return (value >>> 1) ^ -(value & 1);
    }

    int integer() {
        long value = number();
        if (value != (int) value) {
            throw new BadFrame("a number is too large: " + value);
        }
        return (int) value;
    }

    /**
     * A number of elements. Each element takes at least one byte, so the number can't exceed the bytes left by more than one.
     */
    int count() {
        int count = integer();
        if (count < 0 || count > end - place + 1) {
            throw new BadFrame("it can't hold " + count + " parts");
        }
        return count;
    }

    long fixed() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            value |= (long) take() << shift;
        }
        return value;
    }

    @Nullable
    UUID id() {
        int number = integer();
        return switch (number) {
            case ByteSink.NONE -> null;
            case ByteSink.EMPTY -> Ids.NIL;
            case ByteSink.NEW -> {
                var id = new UUID(fixed(), fixed());
                tables.ids().add(id);
                yield id;
            }
            default -> tables.ids().get(number - ByteSink.FIRST);
        };
    }

    @Nullable
    String text() {
        int number = integer();
        return switch (number) {
            case ByteSink.NONE -> null;
            case ByteSink.EMPTY -> "";
            case ByteSink.LONG -> characters();
            case ByteSink.NEW -> {
                var text = characters();
                tables.texts().add(text);
                yield text;
            }
            default -> tables.texts().get(number - ByteSink.FIRST);
        };
    }

    private String characters() {
        var text = new char[count()];
        for (int i = 0; i < text.length; i++) {
            int character = integer();
            if (character != (char) character) {
                throw new BadFrame("no character: " + character);
            }
            text[i] = (char) character;
        }
        return new String(text);
    }

    void setInputMoment(@Nullable Instant moment) {
        inputMoment = moment;
    }

    @Nullable
    Instant moment() {
        int way = take();
        try {
            return switch (way) {
                case ByteSink.NONE -> null;
                case ByteSink.SAME -> near();
                case ByteSink.NEARBY -> near().plusNanos(signed());
                case ByteSink.MOMENT -> Instant.ofEpochSecond(signed(), integer());
                default -> throw new BadFrame("unknown form of a moment: " + way);
            };
        } catch (DateTimeException | ArithmeticException none) {
            throw new BadFrame("no moment");
        }
    }

    private Instant near() {
        var near = inputMoment;
        if (near == null) {
            throw new BadFrame("a moment is relative to a missing moment");
        }
        return near;
    }

    /** Enters a nested value. */
    void enter() {
        if (++depth > MAX_DEPTH) {
            throw new BadFrame("values are nested too deeply");
        }
    }

    void leave() {
        depth--;
    }
}
