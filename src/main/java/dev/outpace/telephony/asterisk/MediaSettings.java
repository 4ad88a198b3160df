package dev.outpace.telephony.asterisk;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How flows are carried out.
 *
 * @param machineDetection the arguments of Asterisk's {@code AMD}, separated by commas; the first four are milliseconds of silence
 *     before a greeting, of a greeting, of silence after it, and of it all. Empty for those of its own file
 * @param music class of music that callers in queues hear; empty for Asterisk's usual one
 */
public record MediaSettings(String machineDetection, String music) {
    private static final Pattern NUMBERS = Pattern.compile("|[0-9]{1,6}(?:,[0-9]{1,6}){0,8}");

    private static final Pattern MUSIC = Pattern.compile("[A-Za-z0-9_-]{0,80}");

    /** As measured, both kinds of error are rarest with these. */
    public static final MediaSettings STANDARD = new MediaSettings("2500,1500,800,5000,100,50,3,256", "");

    /** @throws IllegalArgumentException if a value could not be written into a command as it is */
    public MediaSettings {
        if (!isMachineDetection(machineDetection)) {
            throw new IllegalArgumentException("not the arguments of AMD: " + machineDetection);
        }
        if (!isMusic(music)) {
            throw new IllegalArgumentException("not a class of music: " + music);
        }
    }

    /** Whether a text can be the arguments of the detection. */
    public static boolean isMachineDetection(String text) {
        return NUMBERS.matcher(text).matches();
    }

    /** Whether a text can be the name of a class of music, or is empty. */
    public static boolean isMusic(String text) {
        return MUSIC.matcher(text).matches();
    }

    List<String> machineArguments() {
        return machineDetection.isEmpty() ? List.of() : List.of(machineDetection.split(",", -1));
    }
}
