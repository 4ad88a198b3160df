package dev.outpace.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A file system of the database in which writes fail when the test says so. One test at a time has it. */
@SuppressWarnings("NullAway")
public final class FaultyDisk extends FilePathWrapper {
    static final String SCHEME = "faulty:";

    private static final AtomicLong WRITES = new AtomicLong();
    private static final AtomicLong FIRST_FAILING = new AtomicLong(Long.MAX_VALUE);
    private static final AtomicLong LAST_FAILING = new AtomicLong(Long.MAX_VALUE);
    private static final AtomicInteger FAILED = new AtomicInteger();

    private static volatile String failingNames = "";

    static void install() {
        heal();
        FilePath.register(new FaultyDisk());
    }

    /** Writes fail from now on. */
    static void breakDown() {
        failing(writes() + 1, Long.MAX_VALUE);
    }

    /** Writes to files that are named so fail from now on. */
    static void breakDown(String ending) {
        breakDown();
        failingNames = ending;
    }

    /** Those writes fail, counted from the first of the process on. */
    static void failing(long first, long last) {
        failingNames = "";
        FAILED.set(0);
        LAST_FAILING.set(last);
        FIRST_FAILING.set(first);
    }

    static void heal() {
        FIRST_FAILING.set(Long.MAX_VALUE);
    }

    static long writes() {
        return WRITES.get();
    }

    /** How many failed since it was told last which do. */
    static int failed() {
        return FAILED.get();
    }

    @Override
    public String getScheme() {
        return "faulty";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(getName(), super.open(mode));
    }

    private static void writes(String name, boolean half, ByteBuffer bytes, Write write) throws IOException {
        long number = WRITES.incrementAndGet();
        if (number >= FIRST_FAILING.get() && number <= LAST_FAILING.get() && name.endsWith(failingNames)) {
            FAILED.incrementAndGet();
            if (half && bytes.remaining() > 1) {
                // As on a disk that becomes full in the middle of it.
                var part = bytes.duplicate();
                part.limit(part.position() + part.remaining() / 2);
                write.write(part);
            }
            throw new IOException("No space left on device");
        }
    }

    private interface Write {
        void write(ByteBuffer part) throws IOException;
    }

    private static final class Channel extends FileChannel {
        private final String name;
        private final FileChannel channel;

        Channel(String name, FileChannel channel) {
            this.name = name;
            this.channel = channel;
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            writes(name, true, bytes, channel::write);
            return channel.write(bytes);
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            writes(name, true, bytes, part -> channel.write(part, position));
            return channel.write(bytes, position);
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            writes(name, false, ByteBuffer.allocate(0), _ -> {});
            channel.truncate(size);
            return this;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            channel.force(metaData);
        }

        @Override
        public int read(ByteBuffer bytes) throws IOException {
            return channel.read(bytes);
        }

        @Override
        public int read(ByteBuffer bytes, long position) throws IOException {
            return channel.read(bytes, position);
        }

        @Override
        public long position() throws IOException {
            return channel.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            channel.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return channel.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            channel.close();
        }

        @Override
        public long read(ByteBuffer[] bytes, int offset, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long write(ByteBuffer[] bytes, int offset, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long transferTo(long position, long count, WritableByteChannel target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long transferFrom(ReadableByteChannel source, long position, long count) {
            throw new UnsupportedOperationException();
        }

        @Override
        public MappedByteBuffer map(MapMode mode, long position, long size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileLock lock(long position, long size, boolean shared) {
            throw new UnsupportedOperationException();
        }
    }
}
