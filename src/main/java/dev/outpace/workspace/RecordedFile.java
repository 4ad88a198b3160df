package dev.outpace.workspace;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recording of a call that an exchange has written.
 *
 * @param name of the file
 * @param whole whether it is of the whole call; else its flow began and ended it
 * @param writtenAt when something was written last
 * @param bytes its size
 * @param length that can be played; null where only other programs play such a file
 */
public record RecordedFile(
        UUID callId,
        String name,
        boolean whole,
        Instant writtenAt,
        long bytes,
        @Nullable Duration length) {}
