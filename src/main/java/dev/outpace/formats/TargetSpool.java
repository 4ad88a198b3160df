package dev.outpace.formats;

import dev.outpace.model.Address;
import dev.outpace.model.FilePlace;
import dev.outpace.model.Json;
import dev.outpace.model.OutdialTarget;
import dev.outpace.numbers.Reading;
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
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/**
 * Targets of files on their way into the workspace, as their JSON, each behind what its numbers were read as: that takes most of
 * the time, and is done once. They are kept here, since a file may be a pipe, or be changed meanwhile. What is more than some
 * memory stands in a temporary file that only this process sees, deleted when nobody holds this any more.
 */
final class TargetSpool {
    private static final int IN_MEMORY = 1 << 20;

    private static final NewIds HAS_ID = new NewIds(() -> {
        throw new IllegalStateException("a target without an id");
    });

    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable FileChannel file;
    private long written;

    /** Some of the targets, in their order. */
    static final class Part {
        private final List<Piece> pieces = new ArrayList<>();

        private void add(long from, long to) {
            boolean goesOn = !pieces.isEmpty() && pieces.getLast().to == from;
            pieces.add(new Piece(goesOn ? pieces.removeLast().from : from, to));
        }
    }

    private record Piece(long from, long to) {}

    void add(OutdialTarget target, Part... parts) throws IOException {
        long from = written + memory.size();
        try (var json = JsonWriter.compact(new OutputStreamWriter(memory, StandardCharsets.UTF_8))) {
            json.value(dialed(target));
            json.value(TargetShape.write(target));
            json.endOfFile();
        }
        for (var part : parts) {
            part.add(from, written + memory.size());
        }
        if (memory.size() > IN_MEMORY) {
            flush();
        }
    }

    /** Type and target of each address, in the order in which {@link TargetShape} asks for them. */
    private static Json.Array dialed(OutdialTarget target) {
        var texts = new ArrayList<Json>();
        for (var address : target.destinations()) {
            if (address != null && !address.isEmpty()) {
                texts.add(new Json.Text(address.type()));
                texts.add(new Json.Text(address.target()));
            }
        }
        return new Json.Array(texts);
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

    /** Can be passed through again and again, once all are added. */
    Iterable<OutdialTarget> targets(Part part) {
        return () -> new Targets(
                JsonReader.FACTORY.createParser(ObjectReadContext.empty(), new Content(part.pieces.iterator())));
    }

    /** Of some pieces, of which the last ones stand in memory. */
    private final class Content extends InputStream {
        private final byte[] rest = memory.toByteArray();
        private final Iterator<Piece> pieces;
        private long at;
        private long to;

        Content(Iterator<Piece> pieces) {
            this.pieces = pieces;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (at == to) {
                if (!pieces.hasNext()) {
                    return -1;
                }
                var next = pieces.next();
                at = next.from();
                to = next.to();
            }
            int most = (int) Math.min(length, to - at);
            int read;
            if (file != null && at < written) {
                read = file.read(ByteBuffer.wrap(bytes, from, (int) Math.min(most, written - at)), at);
            } else {
                System.arraycopy(rest, (int) (at - written), bytes, from, most);
                read = most;
            }
            at += Math.max(0, read);
            return read;
        }
    }

    private static final class Targets implements Iterator<OutdialTarget> {
        private final JsonParser parser;
        private @Nullable OutdialTarget next;

        Targets(JsonParser parser) {
            this.parser = parser;
            next = read();
        }

        private @Nullable OutdialTarget read() {
            try {
                return JsonReader.next(parser) instanceof Json.Array(var dialed)
                                && JsonReader.next(parser) instanceof Json.Obj target
                        ? target(dialed.iterator(), target)
                        : null;
            } catch (FileRefused unreadable) {
                throw new UncheckedIOException(new IOException(unreadable));
            }
        }

        private static OutdialTarget target(Iterator<Json> dialed, Json.Obj target) {
            Fields.Numbers numbers = (_, _) ->
                    new Reading.Dialable(new Address(text(dialed.next()), text(dialed.next()), "", "", ""), null);
            return TargetShape.read(new Fields(target, FilePlace.whole(""), new Problems(), numbers), HAS_ID);
        }

        private static String text(Json json) {
            return json instanceof Json.Text(var text) ? text : "";
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public OutdialTarget next() {
            var target = next;
            if (target == null) {
                throw new NoSuchElementException();
            }
            next = read();
            return target;
        }
    }
}
