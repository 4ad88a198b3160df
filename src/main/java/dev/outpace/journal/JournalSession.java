package dev.outpace.journal;

import dev.outpace.journal.JournalEntry.Numbered;
import dev.outpace.journal.JournalFolder.Known;
import dev.outpace.model.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One opening of a workspace, from its beginning to its end or to the end of a day. */
public final class JournalSession {
    private final String name;
    private final List<Known> files;

    private JournalSession(String name, List<Known> files) {
        this.name = name;
        this.files = files;
    }

    /** @throws JournalException if a file is missing */
    static JournalSession of(String name, List<Known> files) {
        var sorted = files.stream()
                .sorted(Comparator.comparingInt(known -> known.header().part()))
                .toList();
        for (int part = 0; part < sorted.size(); part++) {
            if (sorted.get(part).header().part() != part) {
                throw new JournalException(Problem.error(
                        "journal.part_missing", sorted.getLast().place().file().toString(), name, part + 1));
            }
        }
        return new JournalSession(name, sorted);
    }

    /** Name of its first file. */
    public String name() {
        return name;
    }

    public Instant from() {
        return files.getFirst().header().wall();
    }

    /** Engine seconds per wall-clock second. */
    public double speed() {
        return files.getFirst().header().speed();
    }

    /** Position at which a file is incomplete. */
    public record Cut(Path file, long place) {}

    public Entries open() {
        return new Entries();
    }

    /** Reads all entries of its files in order. */
    public final class Entries implements Closeable {
        private int next;
        private @Nullable JournalReader reader;
        private @Nullable Cut cut;
        private long expected;

        private Entries() {}

        /**
         * The next entry; null after the last one.
         *
         * @throws JournalException if a file is damaged or does not continue the one before it
         */
        public @Nullable Numbered next() throws IOException {
            while (true) {
                var now = reader;
                if (now != null) {
                    var entry = now.next();
                    if (entry != null) {
                        expected = entry.sequence() + 1;
                        return entry;
                    }
                    if (now.isTorn()) {
                        cut = new Cut(now.file(), now.place());
                    }
                    now.close();
                    reader = null;
                }
                if (next == files.size()) {
                    return null;
                }
                reader = goOn(files.get(next++));
            }
        }

        private JournalReader goOn(Known file) throws IOException {
            if (file.header().firstSequence() != expected) {
                throw new JournalException(Problem.error(
                        "journal.gap",
                        file.place().file().toString(),
                        expected,
                        file.header().firstSequence()));
            }
            return new JournalReader(file.place().file());
        }

        /** Where the last file ends in the middle of a frame; null if it does not. */
        public @Nullable Cut cut() {
            return cut;
        }

        @Override
        public void close() throws IOException {
            if (reader != null) {
                reader.close();
            }
        }
    }
}
