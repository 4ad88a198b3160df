package dev.outpace.journal;

import java.time.Instant;

/**
 * What stands at the beginning of a file.
 *
 * @param session name of the file that the opening is in; of all files of one opening it is the same
 * @param part 0 for the file with the opening, then 1, 2, … for each day on which it went on
 * @param firstSequence of the first entry in this file
 * @param wall where moments in this file count from, on the wall
 * @param nanos the same in engine time
 * @param speed engine seconds in a second on the wall
 */
record FileHeader(String session, int part, long firstSequence, Instant wall, long nanos, double speed) {
    /** Its frame is of no entry. */
    static final long SEQUENCE = -1;
}
