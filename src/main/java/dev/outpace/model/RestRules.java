package dev.outpace.model;

import java.time.Duration;

/**
 * How long nobody is called again after a call that ended so; zero for no such rule.
 *
 * @param conversation after a conversation with an agent, from its end
 * @param refusal after the person refused to be called, from then on
 * @param abandon after a call for which no agent was there, from its end
 * @param abandonWithAgent whether an abandoned number may be dialed earlier when an agent is kept free for it from the dial on
 */
public record RestRules(Duration conversation, Duration refusal, Duration abandon, boolean abandonWithAgent) {
    public static final RestRules NONE = new RestRules(Duration.ZERO, Duration.ZERO, Duration.ZERO, false);
    /** Ten years. */
    public static final Duration LONGEST = Duration.ofDays(3_653);
}
