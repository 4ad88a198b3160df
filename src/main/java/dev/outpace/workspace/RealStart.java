package dev.outpace.workspace;

import dev.outpace.model.LineLimits;
import dev.outpace.model.TargetBar;

/**
 * What the first start of a campaign with real calls leads to.
 *
 * @param campaign its name
 * @param list name of its target list
 * @param targets how many of them stand where; the idle ones may ring
 * @param trunk over which they are dialed
 * @param callerId number that people see; empty for the trunk's own
 */
public record RealStart(
        String campaign, String list, TargetBar targets, String trunk, String callerId, LineLimits lines) {
    /** How many real numbers may ring. */
    public long mayRing() {
        return targets.idle() + targets.progressing();
    }
}
