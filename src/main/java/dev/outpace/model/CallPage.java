package dev.outpace.model;

import java.util.List;

/**
 * A part of the history of calls, newest first. Calls stand there for good: a part that was read can be read again.
 *
 * @param start handed in as {@code before}, reads the same part again, whatever was placed since
 * @param next handed in as {@code before}, reads on behind the last; 0 if nothing follows
 */
public record CallPage(List<CampaignCall> calls, long start, long next) {}
