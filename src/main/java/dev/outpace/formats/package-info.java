/**
 * Files: the published JSON format and CSV, read with every fault named and nothing thrown, written back equal. Free of
 * state and of threads of its own; reading and writing block, so call it from a thread that may wait.
 */
@NullMarked
package dev.outpace.formats;

import org.jspecify.annotations.NullMarked;
