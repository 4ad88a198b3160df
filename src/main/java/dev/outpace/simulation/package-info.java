/**
 * Virtual time, and the simulation laboratory: whole days of a scenario, with the real engine in the simulated world. All
 * objects of one run stay on the thread that runs its clock, which is the engine thread of that run. Runs share nothing, so a
 * comparison spreads them over the threads of an executor.
 */
@NullMarked
package dev.outpace.simulation;

import org.jspecify.annotations.NullMarked;
