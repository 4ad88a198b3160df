package dev.outpace.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TasksTest {
    private final HandCrankedFx fx = new HandCrankedFx();
    private final List<Runnable> background = new ArrayList<>();
    private final List<Throwable> told = new ArrayList<>();
    private final Tasks tasks = new Tasks(fx::run, background::add, fx.pulse(), told::add);
    private final List<String> results = new ArrayList<>();

    @Test
    void aResultComesOnTheFxThread() {
        tasks.onFx(CompletableFuture.completedFuture("done"), results::add);
        assertThat(results).isEmpty();
        fx.settle();
        assertThat(results).containsExactly("done");
    }

    @Test
    void aFailureIsToldWithItsCauseAndTheViewPutsBackWhatItShowed() {
        var failure = new IOException("on purpose");
        tasks.onFx(
                CompletableFuture.failedFuture(failure).thenApply(String::valueOf),
                results::add,
                cause -> results.add("put back"));
        fx.settle();
        assertThat(results).containsExactly("put back");
        assertThat(told).containsExactly(failure);
    }

    @Test
    void aJobTellsItsProgressAndItsEnd() {
        var job = tasks.start(
                progress -> {
                    progress.at(40, 100);
                    return "imported";
                },
                results::add,
                _ -> {});
        background.removeFirst().run();
        fx.pass(Pulse.LIVELY);
        assertThat(job.doneProperty().get()).isEqualTo(40);
        assertThat(job.totalProperty().get()).isEqualTo(100);
        assertThat(job.getState()).isEqualTo(Job.State.DONE);
        assertThat(results).containsExactly("imported");
    }

    @Test
    void aCancelledJobHasNoResult() {
        var job = tasks.start(progress -> progress.cancelled() ? "seen" : "missed", results::add, _ -> {});
        job.cancel();
        background.removeFirst().run();
        fx.settle();
        assertThat(job.getState()).isEqualTo(Job.State.CANCELLED);
        assertThat(results).isEmpty();
    }

    @Test
    void aJobThatFailsTellsIt() {
        var job = tasks.start(
                _ -> {
                    throw new IOException("on purpose");
                },
                _ -> results.add("result"),
                cause -> results.add(String.valueOf(cause.getMessage())));
        background.removeFirst().run();
        fx.settle();
        assertThat(job.getState()).isEqualTo(Job.State.FAILED);
        assertThat(results).containsExactly("on purpose");
        assertThat(told).hasSize(1);
    }
}
