package dev.outpace.workspace;

import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.JsonText;
import dev.outpace.store.Store;
import dev.outpace.workspace.secrets.SecretFile;
import dev.outpace.workspace.secrets.SecretKeyring;
import dev.outpace.workspace.secrets.SecretSource;
import dev.outpace.workspace.secrets.SecretTyped;
import dev.outpace.workspace.secrets.SecretVault;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The connection to an Asterisk as it is stored. Of its secret only the place stands there. */
final class AsteriskText {
    private static final String CONNECTION = "asterisk";
    private static final String MARK = "mark";
    private static final String SECRET = "secret";
    private static final String FILE = "file";
    private static final String KEYRING = "keyring";
    private static final String VAULT = "vault";
    private static final String ACCEPTED = "certificate_since";

    private final Store store;
    private final JsonText json;

    AsteriskText(Store store, JsonText json) {
        this.store = store;
        this.json = json;
    }

    /** @param now when a certificate that was not accepted before is accepted */
    void save(AsteriskConnection connection, Instant now) {
        var since = read().filter(before -> before.certificate().equals(connection.certificate()))
                .flatMap(_ -> accepted())
                .orElse(now);
        var fields = new LinkedHashMap<String, Json>();
        fields.put("host", new Json.Text(connection.host()));
        fields.put("port", new Json.Num(BigDecimal.valueOf(connection.port())));
        fields.put("user", new Json.Text(connection.user()));
        fields.put(SECRET, write(connection.secret()));
        fields.put("tls", new Json.Bool(connection.encrypted()));
        fields.put("certificate", new Json.Text(connection.certificate()));
        fields.put(ACCEPTED, new Json.Text(since.toString()));
        fields.put("trunk", new Json.Text(connection.trunk()));
        fields.put("plus", new Json.Bool(connection.plus()));
        fields.put("caller_id", new Json.Text(connection.callerId()));
        fields.put("context", new Json.Text(connection.context()));
        fields.put("extension", new Json.Text(connection.extension()));
        var _ = store.saveSetting(CONNECTION, json.write(new Json.Obj(fields))).join();
    }

    private static Json write(SecretSource secret) {
        var fields = new LinkedHashMap<String, Json>();
        switch (secret) {
            case SecretFile(var path) -> fields.put(FILE, new Json.Text(path.toString()));
            case SecretKeyring(var id) -> fields.put(KEYRING, new Json.Text(id.toString()));
            case SecretVault _ -> fields.put(VAULT, new Json.Bool(true));
            case SecretTyped _ -> throw new IllegalArgumentException("a secret that is kept nowhere");
        }
        return new Json.Obj(fields);
    }

    /** When the certificate was accepted; empty where that is not known. */
    Optional<Instant> accepted() {
        return store.setting(CONNECTION).join().flatMap(this::accepted);
    }

    private Optional<Instant> accepted(String text) {
        try {
            return json.read(text) instanceof Json.Obj fields && fields.get(ACCEPTED) instanceof Json.Text(var at)
                    ? Optional.of(Instant.parse(at))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    /** Empty where none was stored, or what is stored can't be read. */
    Optional<AsteriskConnection> read() {
        return store.setting(CONNECTION).join().flatMap(this::read);
    }

    private Optional<AsteriskConnection> read(String text) {
        try {
            return json.read(text) instanceof Json.Obj fields ? Optional.ofNullable(read(fields)) : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static @Nullable AsteriskConnection read(Json.Obj fields) {
        var secret = fields.get(SECRET) instanceof Json.Obj source ? secret(source) : null;
        if (secret == null) {
            return null;
        }
        var connection = new AsteriskConnection(
                fields.text("host", ""),
                fields.get("port") instanceof Json.Num(var port) ? port.intValue() : AsteriskConnection.PORT,
                fields.text("user", ""),
                secret,
                flag(fields, "tls"),
                fields.text("certificate", ""),
                fields.text("trunk", ""),
                flag(fields, "plus"),
                fields.text("caller_id", ""),
                fields.text("context", AsteriskConnection.CONTEXT),
                fields.text("extension", AsteriskConnection.EXTENSION));
        return connection.problems().isEmpty() ? connection : null;
    }

    private static boolean flag(Json.Obj fields, String name) {
        return fields.get(name) instanceof Json.Bool(var set) && set;
    }

    private static @Nullable SecretSource secret(Json.Obj source) {
        if (source.get(VAULT) instanceof Json.Bool(var kept) && kept) {
            return new SecretVault();
        }
        if (source.get(KEYRING) instanceof Json.Text(var id)) {
            return Ids.parse(id).map(SecretKeyring::new).orElse(null);
        }
        try {
            return source.get(FILE) instanceof Json.Text(var path) ? new SecretFile(Path.of(path)) : null;
        } catch (InvalidPathException otherSystem) {
            return null;
        }
    }

    /** Tells the calls of this workspace from all others on the same exchange. Made when it is first needed, and kept. */
    String mark() {
        return store.setting(MARK).join().orElseGet(() -> {
            var made = UUID.randomUUID().toString().replace("-", "");
            var _ = store.saveSetting(MARK, made).join();
            return made;
        });
    }
}
