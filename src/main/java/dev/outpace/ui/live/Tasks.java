package dev.outpace.ui.live;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.slf4j.LoggerFactory;

/** Leads what the workspace answers to the FX thread, and runs long work beside it. */
public final class Tasks {
    private final Executor fx;
    private final Executor background;
    private final Pulse pulse;
    private final Consumer<Throwable> failures;

    /**
     * @param fx runs on the FX thread; in tests, at once
     * @param background for work that takes its time; in tests, at once
     * @param failures tells the user, on the FX thread; the log has it already
     */
    public Tasks(Executor fx, Executor background, Pulse pulse, Consumer<Throwable> failures) {
        this.fx = fx;
        this.background = background;
        this.pulse = pulse;
        this.failures = failures;
    }

    public static Tasks ofToolkit(Executor background, Pulse pulse, Consumer<Throwable> failures) {
        return new Tasks(Platform::runLater, background, pulse, failures);
    }

    /** The result on the FX thread; a failure is logged and told to the user. */
    public <T> void onFx(CompletionStage<T> future, Consumer<? super T> onResult) {
        onFx(future, onResult, _ -> {});
    }

    /**
     * @param onFailure for what the view has to put back; the user is told anyway
     */
    public <T> void onFx(
            CompletionStage<T> future, Consumer<? super T> onResult, Consumer<? super Throwable> onFailure) {
        var _ = future.whenComplete((result, failure) -> fx.execute(() -> {
            if (failure == null) {
                onResult.accept(result);
            } else {
                fail(failure, onFailure);
            }
            pulse.hurry();
        }));
    }

    private void fail(Throwable failure, Consumer<? super Throwable> onFailure) {
        var cause = cause(failure);
        LoggerFactory.getLogger(Tasks.class).error("Something that the user asked for failed", cause);
        onFailure.accept(cause);
        failures.accept(cause);
    }

    static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** Begins long work; its progress and its end are told by the job, on the FX thread. */
    public <T> Job<T> start(Job.Work<T> work, Consumer<? super T> onResult, Consumer<? super Throwable> onFailure) {
        var job = new Job<T>(pulse);
        onFx(
                CompletableFuture.supplyAsync(() -> job.run(work), background),
                result -> {
                    job.finish();
                    if (result.isPresent()) {
                        onResult.accept(result.get());
                    }
                },
                failure -> {
                    job.fail();
                    onFailure.accept(failure);
                });
        return job;
    }
}
