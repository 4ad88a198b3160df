package dev.outpace.exchange;

import dev.outpace.model.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/**
 * Targets of files on their way into the workspace, as their JSON. They are read once and kept here, since a file may be a
 * pipe, or be changed meanwhile. What is more than some memory stands in a temporary file that only this process sees,
 * deleted when nobody holds this any more.
 */
final class TargetSpool implements Iterable<Json.Obj> {
    private static final int IN_MEMORY = 1 << 20;

    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable FileChannel file;
    private long written;

    void add(Json.Obj target) throws IOException {
        try (var json = JsonWriter.compact(new OutputStreamWriter(memory, StandardCharsets.UTF_8))) {
            json.value(target);
            json.endOfFile();
        }
        if (memory.size() > IN_MEMORY) {
            flush();
        }
    }

    private void flush() throws IOException {
        if (file == null) {
            var path = Files.createTempFile("outpace-targets-", ".json");
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        }
        var bytes = ByteBuffer.wrap(memory.toByteArray());
        while (bytes.hasRemaining()) {
            written += file.write(bytes, written);
        }
        memory.reset();
    }

    @Override
    public Iterator<Json.Obj> iterator() {
        return new Targets(JsonReader.FACTORY.createParser(ObjectReadContext.empty(), new Content()));
    }

    /** First what stands in the file, then what stands in memory. */
    private final class Content extends InputStream {
        private final byte[] rest = memory.toByteArray();
        private long at;

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read;
            if (file != null && at < written) {
                read = file.read(ByteBuffer.wrap(bytes, from, (int) Math.min(length, written - at)), at);
            } else {
                int before = (int) (at - written);
                read = Math.min(length, rest.length - before);
                System.arraycopy(rest, before, bytes, from, read);
            }
            at += read;
            return read == 0 && length > 0 ? -1 : read;
        }
    }

    private static final class Targets implements Iterator<Json.Obj> {
        private final JsonParser parser;
        private @Nullable Json next;

        Targets(JsonParser parser) {
            this.parser = parser;
            next = read();
        }

        private @Nullable Json read() {
            try {
                return JsonReader.next(parser);
            } catch (FileRefused unreadable) {
                throw new UncheckedIOException(new IOException(unreadable));
            }
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Json.Obj next() {
            if (!(next instanceof Json.Obj target)) {
                throw new NoSuchElementException();
            }
            next = read();
            return target;
        }
    }
}
