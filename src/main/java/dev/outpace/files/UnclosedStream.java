package dev.outpace.files;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Lets a stream be handed to somebody who closes what they have written: closing this only flushes it. */
public final class UnclosedStream extends FilterOutputStream {
    public UnclosedStream(OutputStream out) {
        super(out);
    }

    /** The one that this extends writes byte by byte. */
    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
