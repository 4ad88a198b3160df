package dev.outpace.telephony.asterisk;

import dev.outpace.flow.MediaOrder;
import dev.outpace.model.Address;
import dev.outpace.model.Ids;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an Asterisk can carry out of the orders of flows. The same rules refuse a start, as far as they are about what stands in a
 * flow, and leave something out during a call, where it came from a variable.
 *
 * @param trunk over which others are called
 */
public record MediaRules(Trunk trunk) {
    private static final String VARIABLE = "${";
    private static final Pattern KEYS = Pattern.compile("[0-9A-Da-d*#]{1,100}");
    /** A sound that Asterisk has: its name below the folder of sounds, without an ending. */
    private static final Pattern SOUND = Pattern.compile("(?!.*\\.\\.)[A-Za-z0-9_-][A-Za-z0-9_./-]{0,200}");
    /** {@code &} would separate two sounds, and can't be quoted. */
    private static final Pattern ADDRESS =
            Pattern.compile("https?://[A-Za-z0-9.\\[\\]:-]{1,253}(?:/[A-Za-z0-9._~%!'()*+;=:@/?-]{0,1000})?");

    /** A line to Asterisk has at most 1,000 bytes (22.10); it refuses a longer one. */
    private static final int LONGEST_SOUND = 900;

    /** What can't be carried out. */
    public enum Fault {
        SOUND,
        KEYS,
        FORMAT,
        DESTINATION,
        /** Who calls: only a number can be shown. */
        SOURCE,
        CONFERENCE
    }

    /** @param value as the flow has it */
    public record Objection(Fault fault, String value) {}

    /**
     * What can't be carried out of an order as it stands in a flow. What has a variable is passed: it shows only in a call.
     *
     * @see MediaOrder#asWritten
     */
    public Optional<Objection> objection(MediaOrder written) {
        return switch (written) {
            case MediaOrder.Play(var sounds) ->
                first(Fault.SOUND, sounds.stream().filter(name -> playable(name).isEmpty()));
            case MediaOrder.SendDigits send ->
                first(Fault.KEYS, Stream.of(send.digits()).filter(digits -> !areKeys(digits)));
            case MediaOrder.StartRecording recording ->
                first(
                        Fault.FORMAT,
                        Stream.of(recording.format())
                                .filter(name -> RecordingFormat.of(name).isEmpty()));
            case MediaOrder.Connect connect -> destination(connect).or(() -> source(connect.from()));
            case MediaOrder.Conference(var room) ->
                isConference(room) ? Optional.empty() : Optional.of(new Objection(Fault.CONFERENCE, ""));
            default -> Optional.empty();
        };
    }

    private Optional<Objection> destination(MediaOrder.Connect connect) {
        return first(
                Fault.DESTINATION,
                connect.to().stream()
                        .filter(to -> trunk.dialString(to).isEmpty())
                        .map(Address::target));
    }

    private static Optional<Objection> source(@Nullable Address from) {
        return from == null || Trunk.number(from.target(), true).isPresent() || from.isEmpty()
                ? Optional.empty()
                : first(Fault.SOURCE, Stream.of(from.target()));
    }

    private static Optional<Objection> first(Fault fault, Stream<String> values) {
        return values.filter(value -> !value.contains(VARIABLE))
                .map(value -> new Objection(fault, value))
                .findFirst();
    }

    /** A sound as Asterisk is told it; empty for what it can't play. */
    static Optional<String> playable(String name) {
        var stripped = name.strip();
        boolean can = stripped.length() <= LONGEST_SOUND
                && (ADDRESS.matcher(stripped).matches()
                        || SOUND.matcher(stripped).matches());
        return can ? Optional.of(stripped) : Optional.empty();
    }

    static boolean areKeys(String text) {
        return KEYS.matcher(text).matches();
    }

    /** The names of the kinds of files that can be recorded. */
    public static List<String> recordingFormats() {
        return Arrays.stream(RecordingFormat.values())
                .map(format -> format.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    static boolean isConference(UUID room) {
        return !Ids.isNil(room);
    }
}
