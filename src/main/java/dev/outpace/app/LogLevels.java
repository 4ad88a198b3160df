package dev.outpace.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** How much is logged: of everything, or of a subject, which is a room of the program. */
final class LogLevels {
    static final String LEVELS = "off, error, warn, info, debug, trace";
    /** The rooms that log, and the adapter whose messages are of interest by themselves. */
    static final String SUBJECTS =
            "app, asterisk, engine, flow, formats, journal, pacing, simulation, speech, store, telephony, ui, whatif,"
                    + " workspace";

    private static final String HOUSE = "dev.outpace";
    /** Open where the trace of the engine shows phone numbers in full, see {@link dev.outpace.engine.EngineTrace}. */
    private static final String NUMBERS = HOUSE + ".engine.numbers";

    private final Map<String, Level> byLogger = new LinkedHashMap<>();
    private boolean numbersInFull;

    /**
     * @param text {@code debug}, {@code engine=trace,store=debug}, or both: {@code info,engine=trace}
     * @return the part that can't be read, of which nothing is taken then; null if all of it can
     */
    @Nullable
    String take(String text) {
        var read = new LinkedHashMap<String, Level>();
        for (var part : text.split(",", -1)) {
            var words = part.strip().toLowerCase(Locale.ROOT).split("=", -1);
            var level = words[words.length - 1].strip();
            var subject = words.length == 2 ? words[0].strip() : "";
            if (words.length > 2 || !isOneOf(level, LEVELS) || (words.length == 2 && !isOneOf(subject, SUBJECTS))) {
                return part.strip();
            }
            read.put(logger(subject), Level.toLevel(level));
        }
        byLogger.putAll(read);
        return null;
    }

    private static String logger(String subject) {
        return switch (subject) {
            case "" -> HOUSE;
            case "asterisk" -> HOUSE + ".telephony.asterisk";
            default -> HOUSE + '.' + subject;
        };
    }

    private static boolean isOneOf(String word, String words) {
        return List.of(words.split(", ", -1)).contains(word);
    }

    void numbersInFull() {
        numbersInFull = true;
    }

    boolean isEmpty() {
        return byLogger.isEmpty();
    }

    /** From now on. Until the log of a workspace is opened, it goes to the standard error. */
    void apply() {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        byLogger.forEach((name, level) -> context.getLogger(name).setLevel(level));
        context.getLogger(NUMBERS).setLevel(numbersInFull ? Level.TRACE : Level.OFF);
        if (!byLogger.isEmpty()) {
            Logging.toStandardError(context);
        }
    }
}
