package dev.outpace.workspace;

import dev.outpace.engine.EngineInput.AgentOrdered;
import dev.outpace.engine.EngineThread;
import dev.outpace.model.AgentStatus;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** What a user can do with agents at work. */
public final class Teams {
    private final EngineThread engine;

    Teams(EngineThread engine) {
        this.engine = engine;
    }

    /** Available, away or offline; an agent with a call changes after it. */
    public CompletableFuture<Answer> changeStatus(UUID agentId, AgentStatus status) {
        return engine.order(new AgentOrdered(agentId, status)).thenApply(Answer::of);
    }
}
