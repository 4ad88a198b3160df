/**
 * The proof that the simulated world is true: half hours of a scenario on a real Asterisk, with people and agents drawn by the same
 * laws, set against the laboratory's own half hours. Started by {@code src/test/asterisk/truth}.
 */
@NullMarked
package dev.outpace.truth;

import org.jspecify.annotations.NullMarked;
