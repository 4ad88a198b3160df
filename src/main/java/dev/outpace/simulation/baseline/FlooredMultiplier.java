package dev.outpace.simulation.baseline;

import dev.outpace.model.PacingSnapshot;
import dev.outpace.pacing.PacingPolicy;
import java.util.OptionalInt;

/**
 * A constant number of lines for each free agent, rounded down, but one line for each free agent at least. The published rule
 * rounds up: under level 100 it dials two lines for a single free agent.
 *
 * @param lines for each free agent
 */
public record FlooredMultiplier(double lines) implements PacingPolicy {
    /** Largest rounding error of a product such as 2.3 × 10. */
    private static final double ROUNDING = 1e-9;

    @Override
    public boolean mayDial(PacingSnapshot snapshot) {
        return snapshot.dialing() < most(snapshot);
    }

    @Override
    public boolean mightAnyDial(PacingSnapshot snapshot) {
        return mayDial(snapshot);
    }

    private int most(PacingSnapshot snapshot) {
        int free = snapshot.available();
        return Math.max(free, (int) Math.floor(lines * free + ROUNDING));
    }

    @Override
    public OptionalInt allowed(PacingSnapshot snapshot) {
        return OptionalInt.of(most(snapshot));
    }
}
