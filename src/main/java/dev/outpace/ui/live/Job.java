package dev.outpace.ui.live;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Long work under way: how far it is, and the word to stop it. Cancelling is a request that the work looks at. */
public final class Job<T> {

    public enum State {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    /** What the work does; off the FX thread. Ends early, by return or {@link CancellationException}, when cancelled. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Progress progress) throws Exception;
    }

    /** Any thread. */
    public interface Progress {
        /** @param total 0 while it isn't known */
        void at(long done, long total);

        boolean cancelled();
    }

    private final Pulse pulse;
    private final ReadOnlyLongWrapper done = new ReadOnlyLongWrapper(this, "done");
    private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper(this, "total");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.RUNNING);
    private volatile boolean cancelled;

    Job(Pulse pulse) {
        this.pulse = pulse;
    }

    public ReadOnlyLongProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    /** 0 while it isn't known. */
    public ReadOnlyLongProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public State getState() {
        return state.get();
    }

    public void cancel() {
        cancelled = true;
    }

    Optional<T> run(Work<T> work) {
        try {
            var result = work.run(new Told());
            return cancelled ? Optional.empty() : Optional.ofNullable(result);
        } catch (CancellationException stopped) {
            return Optional.empty();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new java.util.concurrent.CompletionException(failure);
        }
    }

    void finish() {
        state.set(cancelled ? State.CANCELLED : State.DONE);
    }

    void fail() {
        state.set(State.FAILED);
    }

    private final class Told implements Progress {
        @Override
        public void at(long doneNow, long totalNow) {
            pulse.put(Job.this, () -> {
                done.set(doneNow);
                total.set(totalNow);
            });
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }
    }
}
