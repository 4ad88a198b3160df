package dev.outpace.app;

import dev.outpace.formats.JacksonJson;
import dev.outpace.store.StoreException;
import dev.outpace.telephony.simulated.CarrierLog;
import dev.outpace.ui.live.Pulse;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.texts.Texts;
import dev.outpace.ui.theme.Theme;
import dev.outpace.whatif.WhatIfEffort;
import dev.outpace.workspace.ProblemWords;
import dev.outpace.workspace.Workspace;
import dev.outpace.workspace.Workspace.Opening;
import dev.outpace.workspace.secrets.KeyringTool;
import dev.outpace.workspace.secrets.Passphrases;
import dev.outpace.workspace.secrets.SecretAccess;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The console from its start to its end. The frame of the window is painted first; then the workspace is opened beside it, and
 * the screens come when that is done. What runs until the frame is there looks its logger up only where it logs: the first
 * lookup sets up logging, for which every jar is opened.
 */
final class Console {
    private static final int BACKGROUND_THREADS = 2;
    private static final int SIMULATION_THREADS = 2;

    private final WorkspaceOptions options;
    private final LastWords lastWords;
    private final CompletableFuture<Texts> words = CompletableFuture.supplyAsync(Console::prepare);
    private final Theme.Mode firstMode;
    private final Pulse pulse = Pulse.ofToolkit();
    private final Tasks tasks = Tasks.ofToolkit(background(), pulse, this::tellFailure);
    private final Executor simulations = simulations();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable ConsoleWindow window;
    private @Nullable Workspace workspace;
    /** The window asks when the workspace is open, so that it is never in the way. */
    private final Passphrases passphrases = new Passphrases(_ -> null);

    private volatile int exitCode;
    /** By the system: nobody waits for an answer of a user. */
    private volatile boolean shutDown;

    Console(WorkspaceOptions options, LastWords lastWords) {
        this.options = options;
        firstMode = new RememberedTheme(options.folder()).mode();
        this.lastWords = lastWords;
    }

    /** What the first frame is made of and needs no toolkit, while that starts. */
    private static Texts prepare() {
        var texts = new Texts();
        Theme.findIcons();
        return texts;
    }

    private Texts texts() {
        return words.join();
    }

    private static Executor background() {
        return Executors.newFixedThreadPool(BACKGROUND_THREADS, task -> {
            var thread = new Thread(task, "background");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Two, so that a simulation is done in seconds; low, so that it never gets in the way of what is dialed and shown. */
    @SuppressWarnings("ThreadPriorityCheck") // A hint to the system, on which nothing relies.
    private static Executor simulations() {
        var number = new AtomicInteger();
        return Executors.newFixedThreadPool(SIMULATION_THREADS, task -> {
            var thread = new Thread(task, "simulation-" + number.incrementAndGet());
            thread.setPriority(Thread.MIN_PRIORITY);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** How a start of the console ended; the workspace is closed again. */
    sealed interface End {
        record Closed(int exitCode) implements End {}

        /** @param reason a sentence */
        record NoWindow(String reason) implements End {}
    }

    /** Shows the console until it is closed. The toolkit's thread is left to the end of the program. */
    End call() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::closeAtShutdown, "shutdown"));
        EndingSignals.take(this::endBySignal);
        try {
            var end = untilEnded();
            return closeWorkspace() ? end : new End.Closed(ExitCode.REFUSED);
        } finally {
            closed.countDown();
        }
    }

    private End untilEnded() {
        try {
            Platform.startup(this::begin);
            ended.await();
            return new End.Closed(exitCode);
        } catch (RuntimeException | LinkageError noWindow) {
            LoggerFactory.getLogger(Console.class).warn("No window can be shown", noWindow);
            return new End.NoWindow(new Printed().text("text.window.none", Display.reason(noWindow)));
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return new End.Closed(exitCode);
        }
    }

    private Workspace open(boolean demo) {
        var folder = options.folder();
        Logging.into(folder);
        var opened = Workspace.open(
                new Opening(
                        folder,
                        Owner.of("the console"),
                        options.speed(),
                        demo,
                        false,
                        new SecureRandom().nextLong(),
                        CarrierLog.NONE,
                        new SecretAccess(KeyringTool.ofSystem(), passphrases, true)),
                new JacksonJson(),
                Clock.systemUTC());
        synchronized (this) {
            workspace = opened;
        }
        return opened;
    }

    /** On the FX thread. */
    void begin() {
        Platform.setImplicitExit(false);
        Thread.currentThread().setUncaughtExceptionHandler((_, failure) -> {
            LoggerFactory.getLogger(Console.class).error("The console failed", failure);
            tellFailure(failure);
        });
        var stage = new Stage();
        lastWords.readBy(sentence -> tasks.onFx(
                CompletableFuture.completedFuture(sentence),
                words ->
                        new LastPage(texts(), stage, firstMode, _ -> lastWords.halt()).tell("opening.stopped", words)));
        var frame = frame(stage, options.demo(), firstMode);
        frame.tellLater(pulse);
        Rehearsal.of(frame);
        fill(frame, () -> open(options.demo()), _ -> {});
    }

    private ConsoleFrame frame(Stage stage, boolean demo, Theme.Mode mode) {
        var frame = new ConsoleFrame(texts(), stage, options.folder(), demo, mode);
        frame.show(() -> end(ExitCode.REFUSED));
        return frame;
    }

    /** Opens the workspace once the frame is painted, which else would wait for it: a start has the cores of a small machine busy. */
    private void fill(ConsoleFrame frame, Supplier<Workspace> opening, Consumer<ConsoleWindow> first) {
        tasks.onFx(
                frame.painted().thenApplyAsync(_ -> opening.get(), task -> new Thread(task, "opening").start()),
                opened -> first.accept(show(opened, frame)),
                failure -> refuse(frame, failure));
    }

    private void refuse(ConsoleFrame frame, Throwable failure) {
        frame.endWaiting();
        new LastPage(texts(), frame.stage(), frame.theme().getMode(), this::end).refuse(sentence(failure));
        if (Rehearsal.isAsked()) {
            end(ExitCode.REFUSED);
        }
    }

    private ConsoleWindow show(Workspace opened, ConsoleFrame frame) {
        var made = new ConsoleWindow(new ConsoleWindow.Parts(
                texts(),
                pulse,
                tasks,
                opened,
                opened.whatIf(simulations, WhatIfEffort.FULL),
                frame,
                passphrases,
                this::end,
                () -> resetDemo(frame),
                () -> reopen(frame)));
        window = made;
        made.show();
        Rehearsal.of(made);
        return made;
    }

    /** In a new frame, since nothing of the old demo's may be asked any more. */
    private void resetDemo(ConsoleFrame old) {
        var frame = frame(old.stage(), true, old.theme().getMode());
        frame.tell();
        fill(
                frame,
                () -> {
                    var folder = closeOld().folder();
                    Workspace.eraseDemo(folder, Owner.of("the console"), new JacksonJson());
                    return open(true);
                },
                _ -> {});
    }

    /** In a new frame, since what the telephony was is asked no more. */
    private void reopen(ConsoleFrame old) {
        var frame = frame(old.stage(), options.demo(), old.theme().getMode());
        frame.tell();
        fill(
                frame,
                () -> {
                    var _ = closeOld();
                    return open(options.demo());
                },
                shown -> shown.screens().openTelephony());
    }

    private Workspace closeOld() {
        Workspace old;
        synchronized (this) {
            old = Objects.requireNonNull(workspace);
        }
        old.close();
        return old;
    }

    /** What is no problem of the workspace has words for programmers: they stand in the log. */
    private String sentence(Throwable failure) {
        return failure instanceof StoreException known
                ? new ProblemWords().line(known.problem())
                : texts().get("shell.failure");
    }

    private void tellFailure(Throwable failure) {
        var shown = window;
        if (shown != null) {
            shown.tellFailure();
        }
    }

    private void end(int code) {
        exitCode = Math.max(exitCode, code);
        ended.countDown();
    }

    /** @return whether all of it was saved and closed; else the user was told why not */
    boolean closeWorkspace() {
        Workspace open;
        synchronized (this) {
            open = workspace;
        }
        try {
            if (open != null) {
                open.close();
            }
            return true;
        } catch (StoreException failure) {
            LoggerFactory.getLogger(Console.class).error("The workspace was not closed in order", failure);
            tellUnclosed(sentence(failure));
            return false;
        }
    }

    /** The window is gone by then, and few who use a desktop see what a program writes to its terminal. */
    private void tellUnclosed(String sentence) {
        if (window == null || exitCode != 0 || shutDown) {
            System.err.println("outpace: " + sentence);
            return;
        }
        var seen = new CountDownLatch(1);
        tasks.onFx(
                CompletableFuture.completedFuture(sentence),
                words -> new LastPage(texts(), new Stage(), firstMode, _ -> seen.countDown())
                        .fail("closing.failed", words));
        try {
            seen.await();
        } catch (InterruptedException atOnce) {
            Thread.currentThread().interrupt();
        }
    }

    /** The window asks nothing more, then calls are closed as interrupted. */
    private void endBySignal(int code) {
        if (lastWords.areSaid()) {
            lastWords.halt();
        }
        var open = window;
        if (open == null) {
            end(code);
        } else {
            tasks.onFx(CompletableFuture.completedFuture(open), shown -> {
                exitCode = code;
                shown.close();
            });
        }
    }

    /** Whatever else ends the program ends it as in its own order too. */
    private void closeAtShutdown() {
        shutDown = true;
        ended.countDown();
        try {
            closed.await();
        } catch (InterruptedException atOnce) {
            Thread.currentThread().interrupt();
        }
    }
}
