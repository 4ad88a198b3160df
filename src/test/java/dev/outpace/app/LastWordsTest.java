package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastWordsTest {
    private final List<Integer> halted = new ArrayList<>();
    private final LastWords words = new LastWords(halted::add);

    private static Thread needed() {
        return new Thread("engine");
    }

    private static Thread daemon() {
        var thread = new Thread("background");
        thread.setDaemon(true);
        return thread;
    }

    @Test
    void whereNobodyReadsThemTheProgramEndsAtOnce() {
        words.uncaughtException(needed(), new OutOfMemoryError("Java heap space"));
        assertThat(halted).containsExactly(ExitCode.REFUSED);
    }

    @Test
    void endsOnlyWhenTheyAreRead() {
        var read = new ArrayList<String>();
        words.readBy(read::add);
        words.uncaughtException(needed(), new OutOfMemoryError("Java heap space"));
        words.uncaughtException(needed(), new OutOfMemoryError("Java heap space"));
        assertThat(read).singleElement().asString().startsWith("Outpace ran out of memory; it may use ");
        assertThat(halted).isEmpty();
    }

    @Test
    void anyFailureOfANeededThreadIsTold() {
        var read = new ArrayList<String>();
        words.readBy(read::add);
        words.uncaughtException(needed(), new IllegalStateException("a defect"));
        assertThat(read)
                .singleElement()
                .asString()
                .startsWith("A part of Outpace failed (java.lang.IllegalStateException: a defect).");
    }

    @Test
    void aDaemonIsNotMissed() {
        words.uncaughtException(daemon(), new OutOfMemoryError("Java heap space"));
        assertThat(halted).isEmpty();
        words.uncaughtException(needed(), new OutOfMemoryError("Java heap space"));
        assertThat(halted).hasSize(1);
    }

    @Test
    void whereTheyCannotBeShownTheProgramEnds() {
        words.readBy(_ -> {
            throw new OutOfMemoryError("again");
        });
        words.uncaughtException(needed(), new OutOfMemoryError("Java heap space"));
        assertThat(halted).containsExactly(ExitCode.REFUSED);
    }
}
