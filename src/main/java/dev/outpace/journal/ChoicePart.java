package dev.outpace.journal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A sealed type: the number of its record, then the record. */
final class ChoicePart implements Part {
    private final Map<Class<?>, Integer> numbers = new HashMap<>();
    private final List<RecordPart> parts;

    ChoicePart(List<Class<?>> leaves, List<RecordPart> parts) {
        this.parts = parts;
        for (int i = 0; i < leaves.size(); i++) {
            numbers.put(leaves.get(i), i);
        }
    }

    int size() {
        return parts.size();
    }

    int numberOf(Object value) {
        var number = numbers.get(value.getClass());
        if (number == null) {
            throw new IllegalArgumentException("not a record of this sealed type: " + value.getClass());
        }
        return number;
    }

    void writeParts(ByteSink to, int number, Object value) {
        parts.get(number).writeParts(to, value);
    }

    Object readParts(ByteSource from, int number) {
        return parts.get(number).readParts(from);
    }

    @Override
    public void write(ByteSink to, @Nullable Object value) {
        if (value == null) {
            to.put(0);
        } else {
            int number = numberOf(value);
            to.number(number + 1);
            writeParts(to, number, value);
        }
    }

    @Override
    public @Nullable Object read(ByteSource from) {
        int number = from.integer();
        if (number < 0 || number > parts.size()) {
            throw new BadFrame("unknown record number " + number);
        }
        return number == 0 ? null : readParts(from, number - 1);
    }
}
