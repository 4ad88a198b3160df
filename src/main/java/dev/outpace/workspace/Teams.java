package dev.outpace.workspace;

import dev.outpace.engine.EngineInput.AgentOrdered;
import dev.outpace.engine.EngineThread;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** What a user can do with agents at work. */
public final class Teams {
    private final EngineThread engine;

    Teams(EngineThread engine) {
        this.engine = engine;
    }

    /**
     * Available, away or offline; an agent with a call changes after it.
     *
     * @param reason what for, if away
     */
    public CompletableFuture<Answer> changeStatus(UUID agentId, AgentStatus status, AwayReason reason) {
        return engine.order(new AgentOrdered(agentId, status, reason)).thenApply(Answer::of);
    }
}
