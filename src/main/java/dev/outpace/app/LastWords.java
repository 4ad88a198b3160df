package dev.outpace.app;

import dev.outpace.model.Problem;
import dev.outpace.workspace.ProblemWords;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.slf4j.LoggerFactory;

/**
 * What happens when a thread that the program can't do without ends by a failure, as when memory ran out: no call is dialed or
 * followed any more, and nothing that waits for the thread would end. So the program says so and ends as if it were killed;
 * the next opening goes on from the last commit. Daemons are threads that it can do without; their failures stand in the log.
 */
final class LastWords implements Thread.UncaughtExceptionHandler {
    private final IntConsumer halt;
    private final AtomicBoolean said = new AtomicBoolean();
    private volatile Consumer<String> reader = _ -> halt();

    /** @param halt ends the process at once, with an exit code */
    LastWords(IntConsumer halt) {
        this.halt = halt;
    }

    /** Those of this process, whichever thread it is. */
    static LastWords ofProcess() {
        var words = new LastWords(Runtime.getRuntime()::halt);
        Thread.setDefaultUncaughtExceptionHandler(words);
        return words;
    }

    /** @param reader shows the sentence and calls {@link #halt} when it was read; without one the process ends at once */
    void readBy(Consumer<String> reader) {
        this.reader = reader;
    }

    /** Nothing can be closed in order any more. */
    boolean areSaid() {
        return said.get();
    }

    void halt() {
        halt.accept(ExitCode.REFUSED);
    }

    @Override
    @SuppressWarnings("CatchAndPrintStackTrace") // Where memory ran out, wording may fail too.
    public void uncaughtException(Thread thread, Throwable failure) {
        try {
            LoggerFactory.getLogger(LastWords.class).error("The thread {} ended", thread.getName(), failure);
            if (!thread.isDaemon() && !said.getAndSet(true)) {
                var sentence = new ProblemWords().sentence(problem(failure));
                System.err.println("outpace: " + sentence);
                reader.accept(sentence);
            }
        } catch (RuntimeException | Error unsaid) {
            failure.printStackTrace();
            halt();
        }
    }

    private static Problem problem(Throwable failure) {
        return failure instanceof OutOfMemoryError
                ? Problem.error("process.memory", "", Runtime.getRuntime().maxMemory() >> 20)
                : Problem.error("process.failed", "", String.valueOf(failure));
    }
}
