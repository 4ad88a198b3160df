/**
 * The workspace's database: H2 behind one writer thread, which is never interrupted, and two readers.
 *
 * <p>Writes run in the order in which they were handed in; many share one commit. A commit survives a killed process. For a
 * loss of power the file is synced at most {@value dev.outpace.store.FileSync#MILLIS_APART} ms after a commit, by a thread
 * of its own through its own channel, so that no write waits for the disk.
 */
@NullMarked
package dev.outpace.store;

import org.jspecify.annotations.NullMarked;
