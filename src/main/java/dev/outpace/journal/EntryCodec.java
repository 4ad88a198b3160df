package dev.outpace.journal;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineState;
import dev.outpace.engine.TargetPool.ClaimResult;
import dev.outpace.engine.Telephony.Capability;
import dev.outpace.model.TargetCounts;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Encodes the entries of one file: one byte for the kind of the entry; moments as the time since the previous one. */
@SuppressWarnings("EnumOrdinal") // Of the same program: the print of the shapes tells.
final class EntryCodec {
    private static final int OPENED = 1;
    private static final int BEGUN = 2;
    private static final int TURN = 3;
    private static final int CLAIMED = 4;
    private static final int COUNTED = 5;
    private static final int FAILED = 6;
    private static final int ABLE = 7;
    private static final int REACHED = 8;
    private static final int CLOSED = 9;
    private static final int UNAVAILABLE = 12;
    /** Kinds from this number on are inputs; the difference is the kind of the input. */
    private static final int TAKEN = 16;

    private static final long SECOND = 1_000_000_000;

    /** Shared by all files, because the shapes depend only on the program. */
    private static final Shapes SHAPES = new Shapes();

    private final double speed;
    private long wall;
    private long nanos;

    private static final class Shapes {
        private final ChoicePart inputs;
        private final RecordPart state;
        private final ChoicePart claims;
        private final RecordPart counts;
        private final RecordPart down;
        private final RecordPart header;
        private final long print;

        Shapes() {
            var parts = new Parts();
            inputs = parts.choice(EngineInput.class);
            state = parts.record(EngineState.class);
            claims = parts.choice(ClaimResult.class);
            counts = parts.record(TargetCounts.class);
            down = parts.record(EngineInput.StoreDown.class);
            header = parts.record(FileHeader.class);
            parts.of(Capability.class);
            print = parts.print();
        }
    }

    /** Moments count from the one in the file's header. */
    EntryCodec(FileHeader header) {
        speed = header.speed();
        nanos = header.nanos();
        wall = wallNanos(header.wall());
    }

    /** Fingerprint of all shapes. A program can read only files with its own fingerprint. */
    static long print() {
        return SHAPES.print;
    }

    static void write(ByteSink to, FileHeader header) {
        SHAPES.header.writeParts(to, header);
    }

    static FileHeader readHeader(ByteSource from) {
        return (FileHeader) SHAPES.header.readParts(from);
    }

    static long wallNanos(Instant wall) {
        return wall.getEpochSecond() * SECOND + wall.getNano();
    }

    void opened(ByteSink to, Instant wallNow, long nanosNow, EngineState state) {
        to.put(OPENED);
        moment(to, wallNow, nanosNow);
        SHAPES.state.writeParts(to, state);
    }

    void begun(ByteSink to, Instant wallNow, long nanosNow) {
        to.put(BEGUN);
        moment(to, wallNow, nanosNow);
    }

    void taken(ByteSink to, Instant wallNow, long nanosNow, EngineInput input) {
        int which = SHAPES.inputs.numberOf(input);
        to.put(TAKEN + which);
        moment(to, wallNow, nanosNow);
        to.setInputMoment(wallNow);
        SHAPES.inputs.writeParts(to, which, input);
        to.setInputMoment(null);
    }

    void turn(ByteSink to, Instant wallNow, long nanosNow) {
        to.put(TURN);
        moment(to, wallNow, nanosNow);
    }

    void claimed(ByteSink to, ClaimResult result) {
        to.put(CLAIMED);
        SHAPES.claims.write(to, result);
    }

    void counted(ByteSink to, TargetCounts counts) {
        to.put(COUNTED);
        SHAPES.counts.writeParts(to, counts);
    }

    void failed(ByteSink to, String message) {
        to.put(FAILED);
        to.text(message);
    }

    void unavailable(ByteSink to, EngineInput.StoreDown down) {
        to.put(UNAVAILABLE);
        SHAPES.down.writeParts(to, down);
    }

    void able(ByteSink to, Set<Capability> capabilities) {
        to.put(ABLE);
        long bits = 0;
        for (var capability : capabilities) {
            bits |= 1L << capability.ordinal();
        }
        to.number(bits);
    }

    void reached(ByteSink to, long hash) {
        to.put(REACHED);
        to.fixed(hash);
    }

    void closed(ByteSink to) {
        to.put(CLOSED);
    }

    JournalEntry read(ByteSource from) {
        int tag = from.take();
        return switch (tag) {
            case OPENED -> new JournalEntry.Opened(moment(from), (EngineState) SHAPES.state.readParts(from));
            case BEGUN -> new JournalEntry.Begun(moment(from));
            case TURN -> new JournalEntry.Turn(moment(from));
            case CLAIMED -> new JournalEntry.Claimed((ClaimResult) there(SHAPES.claims.read(from)));
            case COUNTED -> new JournalEntry.Counted((TargetCounts) SHAPES.counts.readParts(from));
            case FAILED -> new JournalEntry.Failed((String) there(from.text()));
            case UNAVAILABLE -> new JournalEntry.NotAnswered((EngineInput.StoreDown) SHAPES.down.readParts(from));
            case ABLE -> new JournalEntry.CapabilitiesChanged(capabilities(from.number()));
            case REACHED -> new JournalEntry.Reached(from.fixed());
            case CLOSED -> new JournalEntry.Closed();
            default -> {
                if (tag < TAKEN || tag >= TAKEN + SHAPES.inputs.size()) {
                    throw new BadFrame("unknown kind of entry: " + tag);
                }
                yield taken(from, tag - TAKEN);
            }
        };
    }

    private JournalEntry.Taken taken(ByteSource from, int which) {
        var moment = moment(from);
        from.setInputMoment(moment.wall());
        var input = (EngineInput) SHAPES.inputs.readParts(from, which);
        from.setInputMoment(null);
        return new JournalEntry.Taken(moment, input);
    }

    private static Object there(@Nullable Object value) {
        if (value == null) {
            throw new BadFrame("a required value is missing");
        }
        return value;
    }

    private static Set<Capability> capabilities(long bits) {
        var all = EnumSet.noneOf(Capability.class);
        Arrays.stream(Capability.values())
                .filter(capability -> ((bits >> capability.ordinal()) & 1) == 1)
                .forEach(all::add);
        return all;
    }

    /** The wall clock mostly advances with engine time. So only the difference between the two is written. */
    private void moment(ByteSink to, Instant wallNow, long nanosNow) {
        long passed = nanosNow - nanos;
        long wallNanosNow = wallNanos(wallNow);
        to.number(passed);
        to.signed(wallNanosNow - wall - onTheWall(passed));
        nanos = nanosNow;
        wall = wallNanosNow;
    }

    private EngineTime moment(ByteSource from) {
        long passed = from.number();
        nanos += passed;
        wall += onTheWall(passed) + from.signed();
        return new EngineTime(Instant.ofEpochSecond(Math.floorDiv(wall, SECOND), Math.floorMod(wall, SECOND)), nanos);
    }

    private long onTheWall(long passed) {
        return speed == 1 ? passed : (long) (passed / speed);
    }
}
