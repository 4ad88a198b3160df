package dev.outpace.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One commit as it stands in the redo log: length, check sum, number, changes. Each SQL text is written once.
 *
 * @param number of the commit; commits are numbered without gaps
 */
record RedoRecord(long number, List<RowChange> changes) {
    private static final int HEADER = 2 * Integer.BYTES;
    private static final byte NULL = 0;
    private static final byte NUMBER = 1;
    private static final byte TEXT = 2;
    private static final byte ID = 3;

    ByteBuffer bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeLong(0);
            out.writeLong(number);
            out.writeInt(changes.size());
            var texts = new HashMap<String, Integer>();
            for (var change : changes) {
                var known = texts.putIfAbsent(change.sql(), texts.size());
                out.writeInt(known == null ? texts.size() - 1 : known);
                if (known == null) {
                    write(out, change.sql());
                }
                out.writeByte(change.values().size());
                for (var value : change.values()) {
                    write(out, value);
                }
            }
        } catch (IOException notInMemory) {
            throw new IllegalStateException(notInMemory);
        }
        var record = ByteBuffer.wrap(bytes.toByteArray());
        record.putInt(0, record.limit() - HEADER);
        record.putInt(Integer.BYTES, sum(record.slice(HEADER, record.limit() - HEADER)));
        return record;
    }

    private static void write(DataOutputStream out, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeByte(NULL);
            case Long number -> {
                out.writeByte(NUMBER);
                out.writeLong(number);
            }
            case Integer number -> {
                out.writeByte(NUMBER);
                out.writeLong(number);
            }
            case String text -> {
                var bytes = text.getBytes(StandardCharsets.UTF_8);
                out.writeByte(TEXT);
                out.writeInt(bytes.length);
                out.write(bytes);
            }
            case UUID id -> {
                out.writeByte(ID);
                out.writeLong(id.getMostSignificantBits());
                out.writeLong(id.getLeastSignificantBits());
            }
            default -> throw new IllegalArgumentException("a value of " + value.getClass());
        }
    }

    /**
     * Reads consecutive records. Stops at the first record that is incomplete or whose number is not higher than the one
     * before: such a record was cut off, or is a remainder of the file's earlier use.
     */
    static List<RedoRecord> readAll(ByteBuffer file) {
        var records = new ArrayList<RedoRecord>();
        while (file.remaining() > HEADER) {
            int length = file.getInt();
            int sum = file.getInt();
            if (length <= 0 || length > file.remaining() || sum(file.slice(file.position(), length)) != sum) {
                break;
            }
            var body = new byte[length];
            file.get(body);
            var record = read(body);
            if (!records.isEmpty() && records.getLast().number() >= record.number()) {
                break;
            }
            records.add(record);
        }
        return records;
    }

    private static RedoRecord read(byte[] body) {
        try (var in = new DataInputStream(new ByteArrayInputStream(body))) {
            long number = in.readLong();
            var changes = new ArrayList<RowChange>();
            var texts = new ArrayList<String>();
            for (int left = in.readInt(); left > 0; left--) {
                int text = in.readInt();
                if (text == texts.size() && value(in) instanceof String sql) {
                    texts.add(sql);
                }
                var values = new ArrayList<@Nullable Object>();
                for (int i = in.readByte(); i > 0; i--) {
                    values.add(value(in));
                }
                changes.add(new RowChange(texts.get(text), values));
            }
            return new RedoRecord(number, changes);
        } catch (IOException notAsWritten) {
            throw new IllegalStateException(notAsWritten);
        }
    }

    private static @Nullable Object value(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case NULL -> null;
            case NUMBER -> in.readLong();
            case TEXT -> new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
            case ID -> new UUID(in.readLong(), in.readLong());
            default -> throw new EOFException("a value of another kind");
        };
    }

    private static int sum(ByteBuffer bytes) {
        var sum = new CRC32C();
        sum.update(bytes);
        return (int) sum.getValue();
    }
}
