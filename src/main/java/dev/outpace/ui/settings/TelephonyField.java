package dev.outpace.ui.settings;

import dev.outpace.model.LineLimits;
import dev.outpace.workspace.AsteriskConnection;
import dev.outpace.workspace.FlowMedia;
import dev.outpace.workspace.Monitoring;
import dev.outpace.workspace.TelephonyChoice;
import dev.outpace.workspace.secrets.SecretFile;
import dev.outpace.workspace.secrets.SecretSource;
import java.util.Locale;
import java.util.function.Function;

/** An entry of the telephony: what problems call it, and how its value is written. */
enum TelephonyField {
    HOST("host", of(AsteriskConnection::host, "")),
    PORT("port", of(connection -> Integer.toString(connection.port()), Integer.toString(AsteriskConnection.PORT))),
    USER("user", of(AsteriskConnection::user, "")),
    /** What is kept is never shown. */
    SECRET("secret", _ -> ""),
    PASSPHRASE("passphrase", _ -> ""),
    PASSPHRASE_AGAIN("passphrase_again", _ -> ""),
    SECRET_FILE("secret", of(connection -> file(connection.secret()), "")),
    TRUNK("trunk", of(AsteriskConnection::trunk, "")),
    CALLER_ID("caller_id", of(AsteriskConnection::callerId, "")),
    CERTIFICATE("certificate", of(connection -> colons(connection.certificate()), "")),
    CONTEXT("context", of(AsteriskConnection::context, AsteriskConnection.CONTEXT)),
    EXTENSION("extension", of(AsteriskConnection::extension, AsteriskConnection.EXTENSION)),
    VOICE("voice", values -> values.choice().media().voice()),
    LANGUAGE("language", values -> values.choice().media().language()),
    ADDRESS("address", values -> address(values.choice().media())),
    MUSIC("music", values -> values.choice().media().music()),
    SUPERVISOR_PHONE("supervisor_phone", values -> values.monitoring().phone()),
    RECORDINGS("recordings", values -> values.monitoring().recordings()),
    CALLS_AT_ONCE("lines.concurrent", values -> Integer.toString(values.lines().concurrentCalls())),
    CALLS_PER_SECOND(
            "lines.per_second", values -> Integer.toString(values.lines().callsPerSecond()));

    /** What the entries are of. */
    record Values(TelephonyChoice choice, Monitoring monitoring, LineLimits lines) {}

    private final String place;

    @SuppressWarnings("ImmutableEnumChecker") // It has no state, only its type doesn't say so.
    private final Function<Values, String> text;

    TelephonyField(String place, Function<Values, String> text) {
        this.place = place;
        this.text = text;
    }

    private static Function<Values, String> of(Function<AsteriskConnection, String> value, String otherwise) {
        return values -> {
            var connection = values.choice().connection();
            return connection == null ? otherwise : value.apply(connection);
        };
    }

    private static String file(SecretSource secret) {
        return secret instanceof SecretFile(var path) ? path.toString() : "";
    }

    /** Fingerprints are compared by eye, pair by pair. */
    private static String colons(String fingerprint) {
        return fingerprint.toUpperCase(Locale.ROOT).replaceAll("..(?!$)", "$0:");
    }

    private static String address(FlowMedia media) {
        return media.port() == 0 ? media.host() : media.host() + ':' + media.port();
    }

    /** As a problem names it. */
    String place() {
        return place;
    }

    String textKey() {
        return "telephony." + name().toLowerCase(Locale.ROOT);
    }

    boolean isOfLines() {
        return this == CALLS_AT_ONCE || this == CALLS_PER_SECOND;
    }

    boolean isOfMonitoring() {
        return this == SUPERVISOR_PHONE || this == RECORDINGS;
    }

    /** Whether it is of a secret that is typed, and so never told. */
    boolean isSecret() {
        return this == SECRET || this == PASSPHRASE || this == PASSPHRASE_AGAIN;
    }

    /** It may be empty. */
    boolean isOptional() {
        return this == CERTIFICATE || this == CALLER_ID || this == ADDRESS || this == MUSIC || isOfMonitoring();
    }

    String show(Values values) {
        return text.apply(values);
    }
}
