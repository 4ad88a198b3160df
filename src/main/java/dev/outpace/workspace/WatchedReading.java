package dev.outpace.workspace;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Tells how many bytes of some files are read, and ends the reading when it is cancelled. */
final class WatchedReading {
    private final SetUps.Watch watch;
    private final long total;
    private long read;

    WatchedReading(List<Path> files, SetUps.Watch watch) {
        this.watch = watch;
        total = files.stream().mapToLong(WatchedReading::size).sum();
    }

    /** A file that can't be read is told of by its reader. */
    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException unreadable) {
            return 0;
        }
    }

    InputStream through(InputStream file) {
        return new FilterInputStream(file) {
            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                if (watch.cancelled()) {
                    throw new CancellationException();
                }
                int count = super.read(bytes, from, length);
                read += Math.max(0, count);
                watch.at(read, total);
                return count;
            }
        };
    }
}
