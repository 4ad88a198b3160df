package dev.outpace.workspace;

import dev.outpace.engine.EngineThread;
import dev.outpace.model.ListenMode;
import dev.outpace.model.Listening;
import dev.outpace.model.Problem;
import dev.outpace.telephony.SupervisorPhone;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a supervisor can do with talks of agents: listen, whisper and barge in, on a phone of their own and one at a time. What comes
 * of it is told as {@link Listening}.
 */
public final class Supervision {
    private final EngineThread engine;
    private final MonitoringText stored;
    private final Consumer<Listening> listener;
    private final boolean possible;
    private volatile Monitoring saved;
    /** Used on the engine thread only; null until the telephony is made, and where it can't. */
    private @Nullable SupervisorPhone phone;

    /**
     * Reads what is saved; blocks.
     *
     * @param listener takes what the phone hears, on the engine thread
     * @param possible whether the telephony can let a supervisor hear talks
     */
    Supervision(EngineThread engine, MonitoringText stored, Consumer<Listening> listener, boolean possible) {
        this.engine = engine;
        this.listener = listener;
        this.stored = stored;
        this.possible = possible;
        saved = stored.read();
    }

    /** On the engine thread. */
    void attach(SupervisorPhone made) {
        phone = made;
    }

    /** What comes of the orders, on the engine thread. */
    void heard(Listening listening) {
        listener.accept(listening);
    }

    /** Whether the telephony can let a supervisor hear talks. */
    public boolean isPossible() {
        return possible;
    }

    public Monitoring settings() {
        return saved;
    }

    /** Counts at once; blocks. Places of problems are fields of the settings. */
    public Answer save(Monitoring monitoring) {
        var problems = monitoring.problems();
        if (problems.isEmpty()) {
            stored.save(monitoring);
            saved = monitoring;
        }
        return Answer.of(problems);
    }

    /** Lets the supervisor's phone hear the talk of a call; it is rung, unless it is connected already. */
    public Answer listen(UUID callId, ListenMode mode) {
        var supervisor = saved.supervisor();
        if (!possible) {
            return Answer.refused(Problem.error("listen.not_possible", ""));
        }
        if (supervisor.isEmpty()) {
            return Answer.refused(Problem.error("listen.no_phone", ""));
        }
        order(line -> line.listen(supervisor.get(), callId, mode));
        return new Answer.Done(List.of());
    }

    public void change(ListenMode mode) {
        order(line -> line.change(mode));
    }

    /** Whether the phone stays connected after the talk, for the agent's next one. */
    public void follow(boolean follows) {
        order(line -> line.follow(follows));
    }

    public void stop() {
        order(SupervisorPhone::stop);
    }

    private void order(Consumer<SupervisorPhone> order) {
        engine.handIn(() -> {
            if (phone != null) {
                order.accept(phone);
            }
        });
    }
}
