package dev.outpace.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What was committed since the database file was last brought up to date: a commit is in the store once its record is here.
 *
 * <p>Why: H2 writes every page anew that a commit changes, and for each page that goes out of use the entry of the place where
 * it stood. Measured in the demo, a commit came to 35 pages and 37 kB, 16 kB of them such entries, at 2 to 3 commits a call and
 * some 200 bytes that had changed. A record has a few hundred bytes, and the pages are written once for all commits of some
 * seconds.
 *
 * <p>Two files take turns: while one is written to, what the other has is brought into the database file.
 */
final class RedoLog implements AutoCloseable {
    static final int FILES = 2;

    private final Database database;
    private final ReentrantLock lock = new ReentrantLock();
    private final Part[] parts;
    private int writing;

    private static final class Part {
        private final FileChannel channel;
        private volatile long end;

        Part(FileChannel channel) throws IOException {
            this.channel = channel;
            end = channel.size();
        }

        void append(ByteBuffer record) throws IOException {
            long at = end;
            while (record.hasRemaining()) {
                at += channel.write(record, at);
            }
            end = at;
        }

        ByteBuffer read() throws IOException {
            var bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
            while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {}
            return bytes.flip();
        }

        boolean isEmpty() {
            return end == 0;
        }

        void clear() throws IOException {
            channel.truncate(0);
            end = 0;
        }
    }

    /** A commit of the database, in memory. */
    interface Commit {
        void run() throws SQLException;
    }

    RedoLog(Database database) throws IOException {
        this.database = database;
        parts = new Part[] {new Part(database.openRedo(1)), new Part(database.openRedo(2))};
    }

    /** What was written since it was emptied, in the order of the commits. */
    List<RedoRecord> records() throws IOException {
        var records = new ArrayList<RedoRecord>();
        for (var part : parts) {
            records.addAll(RedoRecord.readAll(part.read()));
        }
        records.sort(Comparator.comparingLong(RedoRecord::number));
        return records;
    }

    /** Whether anything was left behind, be it a part of a record. */
    boolean isEmpty() {
        return parts[0].isEmpty() && parts[1].isEmpty();
    }

    /** Bytes since it last turned over. */
    long size() {
        return parts[writing].end;
    }

    /**
     * Writes a record down and commits. When that fails, the record may be here all the same; the log must be read and emptied
     * before it is written to again.
     */
    void append(RedoRecord record, Commit commit) throws IOException, SQLException {
        var bytes = record.bytes();
        lock.lock();
        try {
            parts[writing].append(bytes);
            commit.run();
        } finally {
            lock.unlock();
        }
    }

    /** From now on the other file is written to, if it was emptied. What the database now has in memory is all that is in the first. */
    void turnOver() {
        lock.lock();
        try {
            if (other().isEmpty()) {
                writing = 1 - writing;
            }
        } finally {
            lock.unlock();
        }
    }

    private Part other() {
        return parts[1 - writing];
    }

    /** What was written before it last turned over is in the database file. */
    void emptyOther() throws IOException {
        if (!other().isEmpty()) {
            other().clear();
        }
    }

    /** All is in the database file, and nothing is being written. */
    void clear() throws IOException {
        for (var part : parts) {
            part.clear();
        }
    }

    /** Brings it to the disk. */
    void force() throws IOException {
        for (var part : parts) {
            part.channel.force(false);
        }
    }

    @Override
    public void close() throws IOException {
        for (var part : parts) {
            part.channel.close();
        }
    }

    /** The database was closed, and has everything. */
    void remove() throws IOException {
        close();
        database.removeRedo(1);
        database.removeRedo(2);
    }
}
