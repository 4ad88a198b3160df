/**
 * The workspace's database: H2 with one writer thread, which is never interrupted, and two reader threads.
 *
 * <p>Writes run in the order in which they were handed in, and many share one commit. A commit survives a killed process.
 * Against a loss of power, the file is forced to the disk at most {@value dev.outpace.store.FileSync#MILLIS_APART} ms after a
 * commit. A separate thread does this through its own channel, so no write waits for the disk.
 */
@NullMarked
package dev.outpace.store;

import org.jspecify.annotations.NullMarked;
