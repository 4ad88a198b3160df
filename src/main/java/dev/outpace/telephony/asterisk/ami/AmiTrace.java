package dev.outpace.telephony.asterisk.ami;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs every message in both directions. Secrets are never shown. Numbers and names of people are masked, unless the logger
 * {@code dev.outpace.engine.numbers} is enabled, too.
 */
final class AmiTrace {
    private static final Logger LOG = LoggerFactory.getLogger(AmiTrace.class);
    private static final Logger NUMBERS = LoggerFactory.getLogger("dev.outpace.engine.numbers");

    private static final Set<String> SECRETS = Set.of("secret", "key", "challenge", "authkey", "password");
    /** Fields that have long digits but no numbers of people. */
    private static final Set<String> KEPT =
            Set.of("uniqueid", "linkedid", "destuniqueid", "destlinkedid", "actionid", "channelid", "timestamp");

    private static final Set<String> NAMES = Set.of(
            "calleridname",
            "connectedlinename",
            "destcalleridname",
            "destconnectedlinename",
            "effectiveconnectedlinename");
    /** What follows a hyphen is the number of a channel, {@code PJSIP/carrier-00000042}. */
    private static final Pattern MASKED =
            Pattern.compile("(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})|(?<sip>sips?:[^@\\s]+(?=@))|"
                    + "(?<quoted>\"[^\"]+\")|(?<number>\\+?(?<![-\\d])\\d{4,}(?=\\d{2}))");

    private AmiTrace() {}

    static void sent(AmiAction action) {
        if (LOG.isTraceEnabled()) {
            LOG.trace("> {}", shown(action.fields(), NUMBERS.isTraceEnabled()));
        }
    }

    static void received(AmiMessage message) {
        if (LOG.isTraceEnabled()) {
            LOG.trace("< {}", shown(message.fields(), NUMBERS.isTraceEnabled()));
        }
    }

    static void note(String text) {
        LOG.trace("{}", text);
    }

    static String masked(List<AmiField> fields) {
        return shown(fields, false);
    }

    private static String shown(List<AmiField> fields, boolean inFull) {
        return fields.stream()
                .map(field -> field.name() + ": " + value(field, inFull))
                .collect(Collectors.joining(" | "));
    }

    private static String value(AmiField field, boolean inFull) {
        var name = field.name().toLowerCase(Locale.ROOT);
        if (SECRETS.contains(name)) {
            return "…";
        }
        if (inFull
                || KEPT.contains(name)
                || field.value().isEmpty()
                || field.value().equals("<unknown>")) {
            return field.value();
        }
        return NAMES.contains(name) ? "…" : masked(field.value());
    }

    private static String masked(String value) {
        return MASKED.matcher(value).replaceAll(found -> {
            if (found.group("id") != null) {
                return found.group();
            }
            return found.group("sip") != null ? "sip:…" : "…";
        });
    }
}
