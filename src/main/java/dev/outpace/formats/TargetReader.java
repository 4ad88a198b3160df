package dev.outpace.formats;

import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file, one after the other. To cancel, ask no more and close. One thread at a time; only
 * {@link #bytesRead} may be asked from another.
 */
public final class TargetReader implements AutoCloseable {
    static final int MAX_TARGETS = 2_000_000;

    private final Path file;
    private final AtomicLong bytes;
    private final TableRecords records;
    private final TargetMaker maker;
    private long accepted;
    private long rejected;
    private long costly;
    private @Nullable Problem problem;

    private TargetReader(Path file, AtomicLong bytes, TableRecords records, TargetMaker maker) {
        this.file = file;
        this.bytes = bytes;
        this.records = records;
        this.maker = maker;
    }

    static TargetReader open(TableFacts facts, TargetMaker maker) throws FileRefused, IOException {
        var bytes = new AtomicLong();
        var records = records(facts, bytes);
        try {
            if (facts.form().header()) {
                records.next();
            }
            return new TargetReader(facts.file(), bytes, records, maker);
        } catch (IOException unreadable) {
            records.close();
            throw unreadable;
        }
    }

    static TableRecords records(TableFacts facts, AtomicLong bytes) throws FileRefused, IOException {
        return switch (facts.form()) {
            case CsvForm csv -> {
                var stream = new CountedStream(Files.newInputStream(facts.file()), bytes);
                try {
                    yield csv.records(stream);
                } catch (IOException unreadable) {
                    stream.close();
                    throw unreadable;
                }
            }
            case SheetForm sheet -> {
                // Again, since the file may be another one by now.
                new WorkbookGuard(facts.file()).check();
                yield SheetRecords.open(facts.file(), sheet.sheet());
            }
        };
    }

    /** The next row; empty at the end of the file and where it could not be read on, which {@link #problem} tells. */
    public Optional<ReadRow> next() {
        try {
            var row = problem == null ? records.next() : null;
            while (row != null && isEmpty(row)) {
                row = records.next();
            }
            if (row == null) {
                return Optional.empty();
            }
            if (accepted == MAX_TARGETS) {
                problem = Problem.error("csv.too_many_targets", file + ":" + row.line(), MAX_TARGETS);
                return Optional.empty();
            }
            return Optional.of(counted(maker.make(row)));
        } catch (IOException unreadable) {
            problem = FileFault.of(file, unreadable);
            return Optional.empty();
        }
    }

    /** Spreadsheets leave rows of delimiters alone behind the last one. */
    private static boolean isEmpty(TableRecords.Row row) {
        return row.fault() == null && row.fields().stream().allMatch(String::isBlank);
    }

    private ReadRow counted(ReadRow row) {
        switch (row) {
            case ReadRow.Accepted taken -> {
                accepted++;
                costly += taken.costly() ? 1 : 0;
            }
            case ReadRow.Rejected _ -> rejected++;
        }
        return row;
    }

    /** The targets alone, in order; the rejected rows between them go to {@code toRejected}. */
    public Iterator<OutdialTarget> targets(Consumer<ReadRow.Rejected> toRejected) {
        return new Iterator<>() {
            private @Nullable OutdialTarget ahead;

            @Override
            public boolean hasNext() {
                while (ahead == null) {
                    switch (TargetReader.this.next().orElse(null)) {
                        case null -> {
                            return false;
                        }
                        case ReadRow.Accepted(var _, var target, var _) -> ahead = target;
                        case ReadRow.Rejected row -> toRejected.accept(row);
                    }
                }
                return true;
            }

            @Override
            public OutdialTarget next() {
                var next = hasNext() ? ahead : null;
                if (next == null) {
                    throw new NoSuchElementException();
                }
                ahead = null;
                return next;
            }
        };
    }

    /** Why the file could not be read to its end: then nothing of it may be stored. */
    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    public long accepted() {
        return accepted;
    }

    /** Of the accepted rows, those with a premium-rate, satellite or other costly number. */
    public long costly() {
        return costly;
    }

    public long rejected() {
        return rejected;
    }

    /** For progress, against {@link TableFacts#bytes}; a little ahead of the rows. 0 for a workbook. */
    public long bytesRead() {
        return bytes.get();
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private static final class CountedStream extends FilterInputStream {
        private final AtomicLong count;

        CountedStream(InputStream in, AtomicLong count) {
            super(in);
            this.count = count;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            add(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            add(Math.max(0, read));
            return read;
        }

        private void add(int read) {
            count.addAndGet(read);
        }
    }
}
