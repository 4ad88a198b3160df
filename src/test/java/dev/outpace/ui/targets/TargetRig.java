package dev.outpace.ui.targets;

import dev.outpace.model.Ids;
import dev.outpace.model.OutdialTarget;
import dev.outpace.ui.UiRig;
import dev.outpace.ui.live.Facts;
import dev.outpace.ui.live.OutdialRow;
import dev.outpace.ui.live.Tasks;
import dev.outpace.workspace.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** A workspace with two lists, and files that nobody has to choose by hand. Make it on the FX thread. */
final class TargetRig implements AutoCloseable {
    static final int LIST = 10;
    static final int EMPTY_LIST = 11;

    final UiRig ui = new UiRig(
            Facts.outplan(1, "Daytime"),
            Facts.outdial(LIST, "Home policies Q2"),
            Facts.outdial(EMPTY_LIST, "New customers"),
            Facts.campaign(3, "Spring renewal 2026", Ids.NIL, Facts.id(LIST), Facts.id(1)));
    final Path folder = temporary();
    private final LinkedBlockingQueue<Runnable> results = new LinkedBlockingQueue<>();
    private final Tasks ownTasks = new Tasks(results::add, Runnable::run, ui.pulse, ui.failures::add);

    @Nullable
    Path chosen;

    @Nullable
    Path placed;

    private static Path temporary() {
        try {
            return Files.createTempDirectory("outpace-targets");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void store(List<OutdialTarget> targets) {
        for (var target : targets) {
            if (!(ui.workspace.targetLists().add(target).join() instanceof Answer.Done)) {
                throw new AssertionError(target);
            }
        }
    }

    OutdialRow row(int list) {
        return Objects.requireNonNull(ui.live.outdial(Facts.id(list)));
    }

    TargetListScreens screens(Runnable goBack) {
        return new TargetListScreens(parts(ui.tasks, goBack));
    }

    /** For pictures: results wait until {@link #settle} takes them, on this thread. */
    TargetListScreens settledScreens() {
        return new TargetListScreens(settledParts());
    }

    TargetListScreens.Parts settledParts() {
        return parts(ownTasks, () -> {});
    }

    private TargetListScreens.Parts parts(Tasks tasks, Runnable goBack) {
        return new TargetListScreens.Parts(
                ui.texts,
                ui.workspace,
                ui.live,
                tasks,
                Clock.systemUTC(),
                ui.dialogs,
                ui.toasts,
                new ChosenBefore(),
                goBack);
    }

    void settle(BooleanSupplier done) {
        try {
            while (!done.getAsBoolean()) {
                Objects.requireNonNull(results.poll(10, TimeUnit.SECONDS), "it did not come")
                        .run();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private final class ChosenBefore implements CsvFiles {
        @Override
        public Optional<Path> choose(Window owner) {
            return Optional.ofNullable(chosen);
        }

        @Override
        public Optional<Path> place(Window owner, String suggestedName) {
            placed = folder.resolve(suggestedName);
            return Optional.of(folder.resolve(suggestedName));
        }
    }

    @Override
    public void close() {
        ui.close();
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
