package dev.outpace.journal;

import dev.outpace.journal.JournalEntry.Numbered;
import dev.outpace.model.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Reads one file of a journal, entry by entry. The file may still be being written. */
final class JournalReader implements Closeable {
    private static final int CHUNK = 128 << 10;
    private static final int ATTEMPTS = 8;

    private final Path file;
    private final FileChannel channel;
    private final Recent.Tables tables = new Recent.Tables();
    private final CRC32C crc = new CRC32C();
    private byte[] chunk = new byte[0];
    private long chunkAt;
    /** Positions of the next frame and of the frame that is being read. */
    private long place = JournalFile.HEAD;

    private long frameAt;
    private @Nullable ByteSource frame;
    private @Nullable FileHeader header;
    private @Nullable EntryCodec codec;
    private long sequence = FileHeader.SEQUENCE;
    private boolean torn;
    private boolean ended;

    /** @throws JournalException if the file is no journal, or was written by a different version of this program */
    JournalReader(Path file) throws IOException {
        this.file = file;
        channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            head();
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    /** The file's header; empty if the process was killed before the header was written. */
    static Optional<FileHeader> header(Path file) throws IOException {
        try (var reader = new JournalReader(file)) {
            return Optional.ofNullable(reader.header);
        }
    }

    private void head() throws IOException {
        var expected = JournalFile.head();
        int there = load(0, expected.length);
        int same = Arrays.mismatch(chunk, 0, there, expected, 0, expected.length);
        if (same >= 0) {
            if (onlyZeros(same)) {
                torn = true;
                ended = true;
                return;
            }
            boolean journal = same >= JournalFile.MAGIC.length;
            throw new JournalException(
                    Problem.error(journal ? "journal.other_version" : "journal.no_journal", file.toString()));
        }
        var first = readFrame();
        if (first != null) {
            header = decode(first, () -> EntryCodec.readHeader(first));
            codec = new EntryCodec(header);
            sequence = header.firstSequence();
        }
    }

    @Nullable
    FileHeader header() {
        return header;
    }

    /** Whether the last frame is incomplete, because the process was killed or the computer failed. */
    boolean isTorn() {
        return torn;
    }

    /** Position at which reading ended, in bytes. */
    long place() {
        return place;
    }

    Path file() {
        return file;
    }

    /**
     * The next entry; null after the last complete one.
     *
     * @throws JournalException if the file is damaged
     */
    @Nullable
    Numbered next() throws IOException {
        var now = frame;
        while (now == null || now.isEmpty()) {
            now = readFrame();
            frame = now;
            if (now == null) {
                return null;
            }
        }
        var open = now;
        var codecNow = codec;
        if (codecNow == null) {
            return null;
        }
        return new Numbered(sequence++, decode(open, () -> codecNow.read(open)));
    }

    private interface Decoding<T> {
        T read();
    }

    private <T> T decode(ByteSource from, Decoding<T> decoding) {
        try {
            return decoding.read();
        } catch (BadFrame nonsense) {
            throw damaged(frameAt, String.valueOf(nonsense.getMessage()));
        } catch (RuntimeException refused) {
            throw damaged(frameAt, refused + (from.isEmpty() ? " at its end" : ""));
        }
    }

    private JournalException damaged(long at, String why) {
        return new JournalException(Problem.error("journal.damaged", file + ":" + at, why));
    }

    private @Nullable ByteSource readFrame() throws IOException {
        if (ended) {
            return null;
        }
        frameAt = place;
        var found = attemptFrame();
        for (int again = 0; again < ATTEMPTS && found == null && !ended; again++) {
            // The frame may be incomplete only because it was being written while the chunk was read. Read the chunk
            // again.
            chunk = new byte[0];
            found = attemptFrame();
        }
        if (found == null && !ended) {
            endTorn();
        }
        return found;
    }

    /** Null at the end of the file and for an incomplete frame. */
    private @Nullable ByteSource attemptFrame() throws IOException {
        int there = load(frameAt, JournalFile.ROOM);
        int from = (int) (frameAt - chunkAt);
        if (there == 0 || chunk[from] == 0) {
            ended = there == 0 || onlyZeros(frameAt);
            return null;
        }
        var length = length(from, there);
        if (length.value() < 0 || length.value() > JournalFile.MAX_FRAME) {
            return null;
        }
        int size = (int) length.value();
        int whole = length.bytes() + Integer.BYTES + size;
        if (load(frameAt, whole) < whole) {
            return null;
        }
        int content = (int) (frameAt - chunkAt) + length.bytes() + Integer.BYTES;
        int written = ByteBuffer.wrap(chunk, content - Integer.BYTES, Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
        if (written != JournalFile.crcOf(crc, chunk, content, size, sequence)) {
            return null;
        }
        place = frameAt + whole;
        return new ByteSource(tables, Arrays.copyOfRange(chunk, content, content + size), 0, size);
    }

    /**
     * Ends the file at an incomplete frame. A process writes from front to back, so anything behind that frame means damage.
     */
    private void endTorn() throws IOException {
        ended = true;
        torn = true;
        int there = load(frameAt, JournalFile.ROOM);
        if (chunk[(int) (frameAt - chunkAt)] == 0) {
            throw damaged(frameAt, "no frame begins at this position");
        }
        var length = length((int) (frameAt - chunkAt), there);
        long end = frameAt + length.bytes() + Integer.BYTES + length.value();
        boolean noLength = length.value() < 0 && there == JournalFile.ROOM;
        if (noLength || (length.value() >= 0 && end < channel.size() && !onlyZeros(end))) {
            throw damaged(frameAt, "the content of a frame has changed");
        }
    }

    /** @param value -1 if the number has no end */
    private record Length(long value, int bytes) {}

    private Length length(int from, int there) {
        long value = 0;
        for (int i = 0; i < Math.min(there, JournalFile.ROOM - Integer.BYTES); i++) {
            value |= (long) (chunk[from + i] & 0x7F) << (7 * i);
            if (chunk[from + i] >= 0) {
                return new Length(value, i + 1);
            }
        }
        return new Length(-1, there);
    }

    private boolean onlyZeros(long from) throws IOException {
        long at = from;
        int there;
        while ((there = load(at, CHUNK)) > 0) {
            int begin = (int) (at - chunkAt);
            for (int i = begin; i < begin + there; i++) {
                if (chunk[i] != 0) {
                    return false;
                }
            }
            at += there;
        }
        return true;
    }

    /**
     * Loads bytes into the chunk.
     *
     * @return how many bytes there are at the position, at most {@code length}
     */
    private int load(long at, int length) throws IOException {
        if (at < chunkAt || at + length > chunkAt + chunk.length) {
            long left = Math.max(0, channel.size() - at);
            var buffer = ByteBuffer.allocate((int) Math.min(left, Math.max(length, CHUNK)));
            while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {}
            chunk = Arrays.copyOf(buffer.array(), buffer.position());
            chunkAt = at;
        }
        return (int) Math.min(length, chunkAt + chunk.length - at);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
