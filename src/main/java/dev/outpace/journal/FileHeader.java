package dev.outpace.journal;

import java.time.Instant;

/**
 * The beginning of a file.
 *
 * @param session name of the first file of the opening; the same in all its files
 * @param part 0 for the first file of the opening, then 1, 2, … for each further day
 * @param firstSequence sequence number of the first entry in this file
 * @param wall wall-clock time from which moments in this file count
 * @param nanos the same moment in engine time
 * @param speed engine seconds per wall-clock second
 */
record FileHeader(String session, int part, long firstSequence, Instant wall, long nanos, double speed) {
    /** The sequence number of the header's frame, which contains no entry. */
    static final long SEQUENCE = -1;
}
