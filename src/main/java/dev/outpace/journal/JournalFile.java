package dev.outpace.journal;

import dev.outpace.files.PrivateFiles;
import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * One file of a journal while it is written: a magic word, then frames. A frame consists of the length of its content, a CRC of
 * its content and its sequence number, and the content.
 *
 * <p>The file is written through mapped memory, which belongs to the operating system. So written bytes survive a killed
 * process, and writing them needs no system call. The mapped part of the file is filled with zeros first. For that reason a
 * full disk causes an exception here and not a crash later. A length of zero marks the end of a file that was not closed.
 */
final class JournalFile implements Closeable {
    static final byte[] MAGIC = "OutpaceJ".getBytes(StandardCharsets.US_ASCII);
    static final int VERSION = 3;
    /** Bytes of magic word, version and fingerprint of the shapes. */
    static final int HEAD = MAGIC.length + 1 + Long.BYTES;

    /** Bytes before the content of a frame: the longest length, and the CRC. */
    static final int ROOM = 5 + Integer.BYTES;

    static final int MAX_FRAME = 256 << 20;
    private static final int WINDOW = 256 << 10;

    private final FileChannel channel;
    private final CRC32C crc = new CRC32C();
    private Arena arena = Arena.ofShared();
    private ByteBuffer window = ByteBuffer.allocate(0);
    private long windowAt;

    private JournalFile(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws java.nio.file.FileAlreadyExistsException if the file exists */
    static JournalFile create(Path file) throws IOException {
        var made = new JournalFile(PrivateFiles.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE));
        try {
            made.put(head(), 0, HEAD);
            return made;
        } catch (IOException failure) {
            made.close();
            throw failure;
        }
    }

    /** The first bytes of each file that this program writes. */
    static byte[] head() {
        return ByteBuffer.allocate(HEAD)
                .put(MAGIC)
                .put((byte) VERSION)
                .putLong(EntryCodec.print())
                .array();
    }

    /**
     * Appends a frame.
     *
     * @param content begins at {@link #ROOM}; the bytes before it are overwritten
     * @param end of the content
     * @param sequence number of the first entry in it
     */
    void append(byte[] content, int end, long sequence) throws IOException {
        int length = end - ROOM;
        if (length > MAX_FRAME) {
            throw new IOException("frame is too large: " + length + " bytes");
        }
        int crcNow = crcOf(crc, content, ROOM, length, sequence);
        int bytesOfLength = (38 - Integer.numberOfLeadingZeros(length)) / 7;
        int at = ROOM - Integer.BYTES - bytesOfLength;
        int rest = length;
        for (int i = 0; i < bytesOfLength; i++) {
            content[at + i] = (byte) (i + 1 < bytesOfLength ? (rest & 0x7F) | 0x80 : rest);
            rest >>>= 7;
        }
        for (int i = 0; i < Integer.BYTES; i++) {
            content[ROOM - Integer.BYTES + i] = (byte) (crcNow >>> (i * Byte.SIZE));
        }
        put(content, at, end - at);
    }

    static int crcOf(CRC32C crc, byte[] content, int from, int length, long sequence) {
        crc.reset();
        crc.update(content, from, length);
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            crc.update((int) (sequence >>> shift) & 0xFF);
        }
        return (int) crc.getValue();
    }

    private void put(byte[] bytes, int from, int length) throws IOException {
        int put = 0;
        while (put < length) {
            if (!window.hasRemaining()) {
                moveOn();
            }
            int now = Math.min(window.remaining(), length - put);
            window.put(bytes, from + put, now);
            put += now;
        }
    }

    @SuppressWarnings("MustBeClosedChecker") // Closed when the window moves and when the file is closed.
    private void moveOn() throws IOException {
        windowAt += window.position();
        var zeros = ByteBuffer.allocate(WINDOW);
        long at = windowAt;
        while (zeros.hasRemaining()) {
            at += channel.write(zeros, at);
        }
        arena.close();
        arena = Arena.ofShared();
        window = channel.map(MapMode.READ_WRITE, windowAt, WINDOW, arena).asByteBuffer();
    }

    /** Cuts off the unused rest of the window. */
    @Override
    public void close() throws IOException {
        long end = windowAt + window.position();
        arena.close();
        try (channel) {
            channel.truncate(end);
        }
    }
}
