/**
 * Time that jumps, and the simulation lab: whole days of a scenario, with the same engine in the same simulated world. All that
 * belongs to one run stays on the one thread that runs its clock, which is then the engine thread; runs are independent of
 * each other, and a comparison puts them on the threads that it is given.
 */
@NullMarked
package dev.outpace.simulation;

import org.jspecify.annotations.NullMarked;
