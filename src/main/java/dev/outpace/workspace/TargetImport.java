package dev.outpace.workspace;

import dev.outpace.formats.FileRefused;
import dev.outpace.formats.ReadRow;
import dev.outpace.formats.TableFacts;
import dev.outpace.formats.TargetChoices;
import dev.outpace.formats.TargetFiles;
import dev.outpace.formats.TargetReader;
import dev.outpace.model.Problem;
import dev.outpace.store.Store;
import dev.outpace.store.StoreException;
import dev.outpace.store.TargetWrites;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One import of a file into a list: all targets of the file join the list, or none does. It runs once, on the thread of its
 * caller; how far it is may be asked from any.
 */
public final class TargetImport {
    private static final Logger LOG = LoggerFactory.getLogger(TargetImport.class);
    private static final int FIRST_REJECTED = 200;

    private final Store store;
    private final TargetFiles files;
    private final TableFacts facts;
    private final TargetChoices choices;
    private final UUID outdialId;
    private final RejectedRowsFile rejectedFile;
    private final Clock clock;
    private final ProblemWords words = new ProblemWords();
    private final List<RejectedRow> firstRejected = new CopyOnWriteArrayList<>();
    private final AtomicLong rejected = new AtomicLong();
    private volatile @Nullable TargetReader reading;
    private volatile boolean joining;
    private volatile @Nullable Outcome outcome;

    /** How it ended. */
    public sealed interface Outcome {
        record Added(long targets) implements Outcome {}

        /** Nothing was added. */
        record Failed(Problem problem) implements Outcome {}

        /** Nothing was added. */
        record Cancelled() implements Outcome {}
    }

    /** Who watches it; called on its thread. */
    public interface Watch {
        /** @param total about as many; while the targets join, exactly */
        void at(long rows, long total);

        /** Counts until the first target joins the list. */
        boolean cancelled();
    }

    /** @param line where the row begins in the file */
    public record RejectedRow(long line, String reason) {}

    TargetImport(
            Store store,
            TargetFiles files,
            TableFacts facts,
            TargetChoices choices,
            UUID outdialId,
            RejectedRowsFile rejectedFile,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.facts = facts;
        this.choices = choices;
        this.outdialId = outdialId;
        this.rejectedFile = rejectedFile;
        this.clock = clock;
    }

    public Outcome run(Watch watch) {
        Outcome end;
        try {
            end = read(watch);
        } catch (FileRefused refused) {
            end = new Outcome.Failed(refused.problem());
        } catch (StoreException refused) {
            end = new Outcome.Failed(refused.problem());
        } catch (IOException | UncheckedIOException failure) {
            LOG.error("An import failed", failure);
            end = new Outcome.Failed(
                    Problem.error("import.unreadable", facts.file().toString(), String.valueOf(failure.getMessage())));
        }
        outcome = end;
        return end;
    }

    private Outcome read(Watch watch) throws FileRefused, IOException {
        try (var reader = files.open(facts, choices, outdialId, new InList(), clock.instant())) {
            reading = reader;
            long added = store.targets().addAll(outdialId, reader.targets(this::reject), new Progress(watch, reader));
            var cut = reader.problem();
            if (cut.isPresent()) {
                return new Outcome.Failed(cut.get());
            }
            return joining || !watch.cancelled() ? new Outcome.Added(added) : new Outcome.Cancelled();
        } finally {
            rejectedFile.end();
        }
    }

    /**
     * Which numbers the list has. It is asked when the first row is read: by then no other import is under way, which the
     * store has refused, and a cut one has been carried through.
     */
    private final class InList implements Predicate<String> {
        private @Nullable Set<String> keys;

        @Override
        public boolean test(String key) {
            if (keys == null) {
                keys = store.targetQueries().dialKeys(outdialId).join();
            }
            return keys.contains(key);
        }
    }

    private void reject(ReadRow.Rejected row) {
        var reason = words.line(row.reason());
        try {
            rejectedFile.write(row, reason);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        if (firstRejected.size() < FIRST_REJECTED) {
            firstRejected.add(new RejectedRow(row.line(), reason));
        }
        rejected.incrementAndGet();
    }

    private final class Progress implements TargetWrites.Watch {
        private final Watch watch;
        private final TargetReader reader;

        Progress(Watch watch, TargetReader reader) {
            this.watch = watch;
            this.reader = reader;
        }

        @Override
        public void stored(long rows) {
            long read = reader.accepted() + reader.rejected();
            watch.at(read, Math.max(read, facts.rows()));
        }

        @Override
        public void joined(long rows) {
            joining = true;
            watch.at(Math.min(rows, reader.accepted()), reader.accepted());
        }

        /** A file that could not be read to its end counts as cancelled: nothing of it may be stored. */
        @Override
        public boolean cancelled() {
            return watch.cancelled() || reader.problem().isPresent();
        }
    }

    /** Whether the file is read through and its targets are joining the list: from here on all will. */
    public boolean joining() {
        return joining;
    }

    /** Null until it ended. */
    public @Nullable Outcome outcome() {
        return outcome;
    }

    /** Of the rows taken, those with a premium-rate, satellite or other costly number; once it ended. */
    public long costly() {
        var reader = reading;
        return reader == null ? 0 : reader.costly();
    }

    public long rejected() {
        return rejected.get();
    }

    /** The first of the rejected rows, for a look; {@link #saveRejected} writes them all. */
    public List<RejectedRow> firstRejected() {
        return List.copyOf(firstRejected);
    }

    /** Writes the rejected rows as CSV, with line and reason, to be corrected and imported again; once it ended. */
    public void saveRejected(Path to) throws IOException {
        rejectedFile.copyTo(to);
    }

    /** Forgets the rejected rows. */
    public void discard() {
        try {
            rejectedFile.delete();
        } catch (IOException failure) {
            LOG.error("Rejected rows could not be deleted", failure);
        }
    }
}
