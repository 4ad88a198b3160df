package dev.outpace.ui.settings;

import dev.outpace.model.LineLimits;
import dev.outpace.model.Problem;
import dev.outpace.workspace.AsteriskConnection;
import dev.outpace.workspace.FlowMedia;
import dev.outpace.workspace.Monitoring;
import dev.outpace.workspace.TelephonyChoice;
import dev.outpace.workspace.WorkspaceSettings;
import dev.outpace.workspace.secrets.SecretFile;
import dev.outpace.workspace.secrets.SecretSource;
import dev.outpace.workspace.secrets.SecretTyped;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The telephony as it is being edited: what was typed, what differs from what is saved, and what is wrong. */
final class TelephonyDraft {
    private static final int NO_PORT = -1;

    private final Map<TelephonyField, String> typed = new EnumMap<>(TelephonyField.class);
    private final Set<TelephonyField> touched = EnumSet.noneOf(TelephonyField.class);
    private TelephonyField.Values saved;
    private final boolean hasKeyring;
    private SecretKeep keep = SecretKeep.VAULT;
    private boolean asterisk;
    private boolean encrypted;
    private boolean plus;
    /** Whether somebody tried to use it as it is: what is missing is told from then on. */
    private boolean tried;

    /** @param hasKeyring whether the system has one for secrets */
    TelephonyDraft(TelephonyField.Values saved, boolean hasKeyring) {
        this.saved = saved;
        this.hasKeyring = hasKeyring;
        revert();
    }

    /** Throws away what was typed. */
    void revert() {
        for (var field : TelephonyField.values()) {
            typed.put(field, field.show(saved));
        }
        asterisk = saved.choice().asterisk();
        keep = savedKeep();
        encrypted = savedEncrypted();
        plus = savedPlus();
        touched.clear();
        tried = false;
    }

    /** What is saved has changed, here or elsewhere: untouched entries follow. */
    void saved(TelephonyField.Values now) {
        var changed = changedFields();
        boolean kindChanged = isKindChanged();
        boolean encryptionChanged = encrypted != savedEncrypted();
        boolean plusChanged = plus != savedPlus();
        boolean keepChanged = keep != savedKeep();
        saved = now;
        for (var field : TelephonyField.values()) {
            if (!changed.contains(field)) {
                typed.put(field, field.show(now));
            }
        }
        asterisk = kindChanged ? asterisk : now.choice().asterisk();
        encrypted = encryptionChanged ? encrypted : savedEncrypted();
        plus = plusChanged ? plus : savedPlus();
        keep = keepChanged ? keep : savedKeep();
    }

    private SecretKeep savedKeep() {
        return SecretKeep.of(saved.choice().connection(), hasKeyring);
    }

    private boolean savedEncrypted() {
        var connection = saved.choice().connection();
        return connection != null && connection.encrypted();
    }

    private boolean savedPlus() {
        var connection = saved.choice().connection();
        return connection != null && connection.plus();
    }

    void type(TelephonyField field, String text) {
        typed.put(field, text);
        touched.add(field);
    }

    String text(TelephonyField field) {
        return Objects.requireNonNull(typed.get(field));
    }

    private String value(TelephonyField field) {
        return text(field).strip();
    }

    String savedText(TelephonyField field) {
        return field.show(saved);
    }

    boolean isAsterisk() {
        return asterisk;
    }

    void setAsterisk(boolean chosen) {
        asterisk = chosen;
    }

    boolean isEncrypted() {
        return encrypted;
    }

    /** The usual port follows, where no other was entered. */
    void setEncrypted(boolean chosen) {
        var before = Integer.toString(encrypted ? AsteriskConnection.TLS_PORT : AsteriskConnection.PORT);
        encrypted = chosen;
        if (value(TelephonyField.PORT).equals(before)) {
            typed.put(
                    TelephonyField.PORT,
                    Integer.toString(chosen ? AsteriskConnection.TLS_PORT : AsteriskConnection.PORT));
        }
    }

    SecretKeep keep() {
        return keep;
    }

    void setKeep(SecretKeep chosen) {
        keep = chosen;
    }

    /** Whether a secret is kept where it is to be kept, so that none need be typed. */
    boolean isKept() {
        return saved.choice().connection() != null && keep == savedKeep();
    }

    boolean isPlus() {
        return plus;
    }

    void setPlus(boolean chosen) {
        plus = chosen;
    }

    /** What is missing is no longer overlooked. */
    void tryIt() {
        tried = true;
    }

    private boolean isKindChanged() {
        return asterisk != saved.choice().asterisk();
    }

    /** Entries that count for what is chosen. */
    private boolean counts(TelephonyField field) {
        if (field.isOfLines()) {
            return true;
        }
        return asterisk
                && switch (field) {
                    case CERTIFICATE -> encrypted;
                    case SECRET -> keep != SecretKeep.FILE;
                    case SECRET_FILE -> keep == SecretKeep.FILE;
                    // They are of the secret, and change nothing alone.
                    case PASSPHRASE, PASSPHRASE_AGAIN -> false;
                    default -> true;
                };
    }

    /** That differ from what is saved. */
    Set<TelephonyField> changedFields() {
        var changed = EnumSet.noneOf(TelephonyField.class);
        for (var field : TelephonyField.values()) {
            if (counts(field) && !value(field).equals(field.show(saved))) {
                changed.add(field);
            }
        }
        return changed;
    }

    /** Keys of the texts that name what differs from what is saved. */
    List<String> changes() {
        var found = new ArrayList<String>();
        if (isKindChanged()) {
            found.add("telephony.kind");
        }
        changedFields().stream().map(TelephonyField::textKey).forEach(found::add);
        if (asterisk && keep != savedKeep()) {
            found.add("telephony.keep");
        }
        if (asterisk && encrypted != savedEncrypted()) {
            found.add("telephony.tls");
        }
        if (asterisk && plus != savedPlus()) {
            found.add("telephony.plus");
        }
        return found;
    }

    /** Whether the workspace has to be opened anew for what differs. */
    boolean isLinkChanged() {
        var changed = changes();
        for (var field : TelephonyField.values()) {
            if (field.isOfLines() || field.isOfMonitoring()) {
                changed.remove(field.textKey());
            }
        }
        return !changed.isEmpty();
    }

    boolean isMonitoringChanged() {
        return changedFields().stream().anyMatch(TelephonyField::isOfMonitoring);
    }

    boolean isLinesChanged() {
        return changedFields().stream().anyMatch(TelephonyField::isOfLines);
    }

    /** What can't be saved as it is. */
    List<Problem> problems() {
        var found = new ArrayList<>(connectionProblems());
        if (asterisk) {
            found.addAll(media().problems());
            found.addAll(monitoring().problems());
        }
        boolean countable = true;
        for (var field : TelephonyField.values()) {
            if (field.isOfLines() && number(field) < 0) {
                found.add(Problem.error("entry.not_whole", field.place()));
                countable = false;
            }
        }
        if (countable) {
            found.addAll(WorkspaceSettings.DEFAULT.withLines(lines()).problems());
        }
        return found;
    }

    /** What keeps the connection from being checked. */
    List<Problem> connectionProblems() {
        if (!asterisk) {
            return List.of();
        }
        var found = new ArrayList<Problem>();
        if (keep == SecretKeep.FILE && secretFile() == null) {
            found.add(Problem.error("secret.no_place", TelephonyField.SECRET_FILE.place()));
        }
        if (secret() instanceof SecretTyped typed) {
            found.addAll(typed.problems());
            if (keep == SecretKeep.VAULT
                    && !text(TelephonyField.PASSPHRASE).equals(text(TelephonyField.PASSPHRASE_AGAIN))) {
                found.add(Problem.error("secret.passphrases_differ", TelephonyField.PASSPHRASE_AGAIN.place()));
            }
        }
        boolean noPort = number(TelephonyField.PORT) < 0;
        if (noPort) {
            found.add(Problem.error("entry.not_whole", TelephonyField.PORT.place()));
        }
        connection().problems().stream()
                .filter(problem -> !noPort || !problem.place().equals(TelephonyField.PORT.place()))
                .forEach(found::add);
        return found;
    }

    /** Those of them that a person should see: not what nobody came to yet. */
    List<Problem> shownProblems() {
        return problems().stream().filter(this::isShown).toList();
    }

    private boolean isShown(Problem problem) {
        return tried
                || touched.stream()
                        .anyMatch(field -> field.place().equals(problem.place())
                                && (field.isOptional() || !value(field).isEmpty()));
    }

    private @Nullable Path secretFile() {
        var text = value(TelephonyField.SECRET_FILE);
        try {
            return text.isEmpty() ? null : Path.of(text);
        } catch (InvalidPathException noPath) {
            return null;
        }
    }

    private SecretSource secret() {
        if (keep == SecretKeep.FILE) {
            var file = secretFile();
            return new SecretFile(file == null ? Path.of("") : file);
        }
        var connection = saved.choice().connection();
        if (value(TelephonyField.SECRET).isEmpty() && isKept() && connection != null) {
            return connection.secret();
        }
        return new SecretTyped(value(TelephonyField.SECRET), keep.place(), text(TelephonyField.PASSPHRASE));
    }

    /** Negative for what is no whole number. */
    private int number(TelephonyField field) {
        return value(field).matches("[0-9]{1,9}") ? Integer.parseInt(value(field)) : NO_PORT;
    }

    /** As it stands in the form, with whatever is wrong in it. */
    AsteriskConnection connection() {
        return new AsteriskConnection(
                value(TelephonyField.HOST),
                number(TelephonyField.PORT),
                value(TelephonyField.USER),
                secret(),
                encrypted,
                encrypted ? value(TelephonyField.CERTIFICATE) : "",
                value(TelephonyField.TRUNK),
                plus,
                value(TelephonyField.CALLER_ID),
                value(TelephonyField.CONTEXT),
                value(TelephonyField.EXTENSION));
    }

    private FlowMedia media() {
        var address = value(TelephonyField.ADDRESS);
        int colon = address.endsWith("]") ? -1 : address.lastIndexOf(':');
        var port = colon < 0 ? "" : address.substring(colon + 1);
        return new FlowMedia(
                value(TelephonyField.VOICE),
                value(TelephonyField.LANGUAGE),
                colon < 0 ? address : address.substring(0, colon),
                port.matches("[0-9]{1,9}") ? Integer.parseInt(port) : colon < 0 ? 0 : NO_PORT,
                saved.choice().media().machineDetection(),
                value(TelephonyField.MUSIC));
    }

    /** Without problems only. */
    TelephonyChoice choice() {
        return asterisk
                ? new TelephonyChoice(true, connection(), media())
                : new TelephonyChoice(
                        false, saved.choice().connection(), saved.choice().media());
    }

    Monitoring monitoring() {
        return new Monitoring(value(TelephonyField.SUPERVISOR_PHONE), value(TelephonyField.RECORDINGS));
    }

    LineLimits lines() {
        return new LineLimits(
                number(TelephonyField.CALLS_AT_ONCE),
                number(TelephonyField.CALLS_PER_SECOND),
                saved.lines().numberGap());
    }
}
