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
 * Records the commits since the last checkpoint of the database file. A commit is stored as soon as its record is in this log.
 *
 * <p>Why: at each commit, H2 writes every changed page anew, and for each page that goes out of use an entry about its old
 * place. Measured in the demo, one commit wrote 35 pages and 37 kB, 16 kB of them such entries. A call needs 2 to 3 commits and
 * changes some 200 bytes. A record of this log takes a few hundred bytes, and a checkpoint writes the pages once for all
 * commits of some seconds.
 *
 * <p>Two files take turns: while one is being written, the contents of the other go into the database file.
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

    /** Commits the database in memory. */
    interface Commit {
        void run() throws SQLException;
    }

    RedoLog(Database database) throws IOException {
        this.database = database;
        parts = new Part[] {new Part(database.openRedo(1)), new Part(database.openRedo(2))};
    }

    /** The records since the log was last emptied, in the order of the commits. */
    List<RedoRecord> records() throws IOException {
        var records = new ArrayList<RedoRecord>();
        for (var part : parts) {
            records.addAll(RedoRecord.readAll(part.read()));
        }
        records.sort(Comparator.comparingLong(RedoRecord::number));
        return records;
    }

    /** Whether both files are empty. A part of a record counts as content. */
    boolean isEmpty() {
        return parts[0].isEmpty() && parts[1].isEmpty();
    }

    /** Bytes in the file that is being written. */
    long size() {
        return parts[writing].end;
    }

    /**
     * Writes a record, then commits. If that fails, the record may be in the log or not. The log must then be read and emptied
     * before the next record.
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

    /**
     * Writes to the other file from now on, if that one is empty. The database in memory then has everything that is in the
     * first file.
     */
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

    /** Called when everything in the other file is in the database file. */
    void emptyOther() throws IOException {
        if (!other().isEmpty()) {
            other().clear();
        }
    }

    /** Empties both files. Called when everything is in the database file and nothing is being written. */
    void clear() throws IOException {
        for (var part : parts) {
            part.clear();
        }
    }

    /** Forces the log to the disk. */
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

    /** Deletes both files. Called after the database was closed with everything in it. */
    void remove() throws IOException {
        close();
        database.removeRedo(1);
        database.removeRedo(2);
    }
}
