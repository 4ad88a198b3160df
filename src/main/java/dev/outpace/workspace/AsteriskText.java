package dev.outpace.workspace;

import dev.outpace.model.Json;
import dev.outpace.model.JsonText;
import dev.outpace.store.Store;
import dev.outpace.workspace.secrets.SecretFile;
import dev.outpace.workspace.secrets.SecretSource;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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

    private final Store store;
    private final JsonText json;

    AsteriskText(Store store, JsonText json) {
        this.store = store;
        this.json = json;
    }

    void save(AsteriskConnection connection) {
        var fields = new LinkedHashMap<String, Json>();
        fields.put("host", new Json.Text(connection.host()));
        fields.put("port", new Json.Num(BigDecimal.valueOf(connection.port())));
        fields.put("user", new Json.Text(connection.user()));
        fields.put(SECRET, write(connection.secret()));
        fields.put("tls", new Json.Bool(connection.encrypted()));
        fields.put("certificate", new Json.Text(connection.certificate()));
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
        }
        return new Json.Obj(fields);
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
