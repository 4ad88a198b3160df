package dev.outpace.formats;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The lines of a text, ended by LF, CR LF or CR. Of a line that is too long only the beginning is held. */
final class CsvLines implements Closeable {
    static final int MAX_LENGTH = 100_000;

    private static final int END = -1;
    private static final int BYTE_ORDER_MARK = '\uFEFF';

    /** @param number counted from 1 */
    record Line(long number, String text, boolean cut) {}

    private final Reader reader;
    private final char[] buffer = new char[1 << 14];
    private int filled;
    private int next;
    private long number;

    CsvLines(Reader reader) {
        this.reader = reader;
    }

    /** Null at the end of the text. */
    @Nullable
    Line next() throws IOException {
        int c = read();
        if (number == 0 && c == BYTE_ORDER_MARK) {
            c = read();
        }
        if (c == END) {
            return null;
        }
        number++;
        var text = new StringBuilder();
        boolean cut = false;
        for (; c != END && c != '\n' && c != '\r'; c = read()) {
            // Back to what was read, and on to the end of the line or of what is held.
            int from = next - 1;
            while (next < filled && buffer[next] != '\n' && buffer[next] != '\r') {
                next++;
            }
            int taken = Math.min(next - from, MAX_LENGTH - text.length());
            text.append(buffer, from, taken);
            cut |= taken < next - from;
        }
        if (c == '\r' && peek() == '\n') {
            next++;
        }
        return new Line(number, text.toString(), cut);
    }

    private int read() throws IOException {
        int c = peek();
        if (c != END) {
            next++;
        }
        return c;
    }

    private int peek() throws IOException {
        if (next == filled) {
            filled = Math.max(0, reader.read(buffer, 0, buffer.length));
            next = 0;
        }
        return next < filled ? buffer[next] : END;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
