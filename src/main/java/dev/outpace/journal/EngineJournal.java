package dev.outpace.journal;

import dev.outpace.engine.EngineClock;
import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineListener;
import dev.outpace.engine.EngineRecorder;
import dev.outpace.engine.EngineState;
import dev.outpace.engine.FactLog;
import dev.outpace.engine.TargetPool;
import dev.outpace.engine.Telephony;
import dev.outpace.model.TargetCounts;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Records one opening of an engine. The engine must be made with the clock and the ports that this object returns, and with
 * this object as its recorder. Entries reach the operating system before the engine waits for its store, and before its turn
 * ends; they then survive a killed process. A disk failure ends the journal, but not the engine.
 */
public final class EngineJournal implements EngineRecorder, AutoCloseable {
    private static final int LARGE_FRAME = 64 << 10;

    private final JournalFolder folder;
    private final TurnClock clock;
    private final double speed;
    private final IntSupplier days;
    private final Consumer<Exception> onFailure;
    private final DecisionHash hash = new DecisionHash();
    private Set<Telephony.Capability> able = Set.of();
    private String session = "";
    private int part;
    private @Nullable JournalFile file;
    private EntryCodec codec;
    private ByteSink frame;
    /** Sequence numbers of the next entry and of the first entry in the frame. */
    private long sequence;

    private long frameBegins;
    private long reached;
    private long dayEnds;
    /** Whether a turn has begun and no entry was written for it yet. */
    private boolean turnUnwritten;

    private boolean launching;

    EngineJournal(
            JournalFolder folder, EngineClock clock, double speed, IntSupplier days, Consumer<Exception> onFailure) {
        this.folder = folder;
        this.clock = new TurnClock(clock, speed);
        this.speed = speed;
        this.days = days;
        this.onFailure = onFailure;
        codec = new EntryCodec(header());
        frame = new ByteSink(new Recent.Tables(), JournalFile.ROOM);
    }

    private FileHeader header() {
        return new FileHeader(session, part, sequence, clock.wall(), clock.nanos(), speed);
    }

    /** Begins the journal with the state from which the engine is made. */
    public void open(EngineState state) {
        clock.freeze();
        try {
            begin();
            codec.opened(frame, clock.wall(), clock.nanos(), state);
            sequence++;
            handOver();
        } catch (IOException | RuntimeException failure) {
            stop(failure);
        }
    }

    /** Begins a file for the present day of the clock. */
    private void begin() throws IOException {
        var day = LocalDate.ofInstant(clock.wall(), ZoneOffset.UTC);
        var place = folder.next(day);
        if (session.isEmpty()) {
            session = place.name();
        }
        folder.removeOld(day, days.getAsInt(), session);
        dayEnds = EntryCodec.wallNanos(day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        file = JournalFile.create(place.file());
        frame = new ByteSink(new Recent.Tables(), JournalFile.ROOM);
        frameBegins = sequence;
        var header = header();
        codec = new EntryCodec(header);
        EntryCodec.write(frame, header);
        file.append(frame.bytes(), frame.size(), FileHeader.SEQUENCE);
        frame.cut(JournalFile.ROOM);
    }

    public EngineClock clock() {
        return clock;
    }

    public Telephony telephony(Telephony telephony) {
        return new HashedTelephony(telephony, hash, this::able);
    }

    public TargetPool targets(TargetPool pool) {
        return new TargetPool() {
            @Override
            public ClaimResult claim(Claim claim) {
                beforeWaiting();
                try {
                    var result = pool.claim(claim);
                    write(() -> codec.claimed(frame, result));
                    return result;
                } catch (RuntimeException failure) {
                    failed(failure);
                    throw failure;
                }
            }

            @Override
            public TargetCounts counts(UUID outdialId) {
                beforeWaiting();
                try {
                    var counts = pool.counts(outdialId);
                    write(() -> codec.counted(frame, counts));
                    return counts;
                } catch (RuntimeException failure) {
                    failed(failure);
                    throw failure;
                }
            }
        };
    }

    private void failed(RuntimeException failure) {
        write(() -> {
            if (failure instanceof TargetPool.Unavailable unavailable) {
                codec.unavailable(frame, unavailable.down());
            } else {
                codec.failed(frame, String.valueOf(failure.getMessage()));
            }
        });
    }

    public FactLog facts(FactLog facts) {
        return new HashedFacts(facts, hash, this::beforeWaiting);
    }

    public EngineListener listener(EngineListener listener) {
        return new HashedListener(listener, hash);
    }

    @Override
    public void openingStarts() {
        clock.freeze();
        write(() -> codec.begun(frame, clock.wall(), clock.nanos()));
    }

    @Override
    public void inputStarts(EngineInput input) {
        clock.freeze();
        if (file == null) {
            return;
        }
        try {
            rotate();
            codec.taken(frame, clock.wall(), clock.nanos(), input);
            sequence++;
        } catch (IOException | RuntimeException failure) {
            stop(failure);
        }
    }

    @Override
    public void workEnds() {
        clock.release();
        if (frame.size() > LARGE_FRAME) {
            handOverOrStop();
        }
    }

    @Override
    public void turnStarts() {
        clock.freeze();
        launching = true;
        turnUnwritten = true;
    }

    /** Nothing is written for a turn in which no campaign was asked and nothing was decided. */
    @Override
    public void turnEnds(boolean asked) {
        if (asked || hash.value() != reached) {
            writeTurn();
        }
        launching = false;
        turnUnwritten = false;
        if (hash.value() != reached && file != null) {
            reached = hash.value();
            codec.reached(frame, reached);
            sequence++;
        }
        handOverOrStop();
        clock.release();
    }

    private void writeTurn() {
        if (turnUnwritten && file != null) {
            turnUnwritten = false;
            try {
                rotate();
                codec.turn(frame, clock.wall(), clock.nanos());
                sequence++;
            } catch (IOException | RuntimeException failure) {
                stop(failure);
            }
        }
    }

    private Set<Telephony.Capability> able(Set<Telephony.Capability> now) {
        if (!now.equals(able)) {
            able = Set.copyOf(now);
            if (launching) {
                writeTurn();
            }
            write(() -> codec.able(frame, able));
        }
        return now;
    }

    /** Hands the entries so far to the operating system, because the engine is about to wait for something that they caused. */
    private void beforeWaiting() {
        if (launching) {
            writeTurn();
        }
        handOverOrStop();
    }

    private void write(Runnable entry) {
        if (file != null) {
            try {
                entry.run();
                sequence++;
            } catch (RuntimeException failure) {
                stop(failure);
            }
        }
    }

    private void rotate() throws IOException {
        if (EntryCodec.wallNanos(clock.wall()) >= dayEnds) {
            handOver();
            closeFile();
            part++;
            begin();
        }
    }

    private void handOverOrStop() {
        try {
            handOver();
        } catch (IOException | RuntimeException | InternalError failure) {
            stop(failure);
        }
    }

    private void handOver() throws IOException {
        if (file != null && frame.size() > JournalFile.ROOM) {
            file.append(frame.bytes(), frame.size(), frameBegins);
            frame.cut(JournalFile.ROOM);
            frameBegins = sequence;
        }
    }

    private void closeFile() throws IOException {
        var open = file;
        file = null;
        if (open != null) {
            open.close();
        }
    }

    private void stop(Throwable failure) {
        try {
            closeFile();
        } catch (IOException | RuntimeException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
        onFailure.accept(failure instanceof Exception known ? known : new IOException(failure));
    }

    /** Ends the journal of this opening. Called when the engine takes no more inputs. */
    @Override
    public void close() {
        write(() -> codec.closed(frame));
        handOverOrStop();
        try {
            closeFile();
        } catch (IOException failure) {
            stop(failure);
        }
    }
}
