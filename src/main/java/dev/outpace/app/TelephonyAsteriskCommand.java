package dev.outpace.app;

import dev.outpace.model.LineLimits;
import dev.outpace.workspace.AsteriskConnection;
import dev.outpace.workspace.OfflineOrders;
import dev.outpace.workspace.secrets.SecretAccess;
import dev.outpace.workspace.secrets.SecretFile;
import dev.outpace.workspace.secrets.SecretPlace;
import dev.outpace.workspace.secrets.SecretRefused;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets a workspace that is not running make real calls, over an Asterisk. */
@Command(
        name = "asterisk",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.outpace.app.commands",
        sortOptions = false)
final class TelephonyAsteriskCommand extends OfflineCommand implements Callable<Integer> {
    @Option(names = "--host", paramLabel = "HOST", required = true)
    private String host;

    @Option(names = "--port", paramLabel = "PORT")
    private @Nullable Integer port;

    @Option(names = "--user", paramLabel = "NAME", required = true)
    private String user;

    @Option(names = "--secret-file", paramLabel = "FILE", required = true)
    private Path secretFile;

    @Option(names = "--keep-secret", paramLabel = "keyring|vault")
    private @Nullable SecretPlace keepSecret;

    @Mixin
    private final PassphraseOption passphrase = new PassphraseOption();

    @Option(names = "--tls")
    private boolean tls;

    @Option(names = "--certificate", paramLabel = "SHA-256", defaultValue = "")
    private String certificate;

    @Option(names = "--trunk", paramLabel = "TRUNK", required = true)
    private String trunk;

    @Option(names = "--plus")
    private boolean plus;

    @Option(names = "--caller-id", paramLabel = "NUMBER", defaultValue = "")
    private String callerId;

    @Option(names = "--context", paramLabel = "NAME", defaultValue = AsteriskConnection.CONTEXT)
    private String context;

    @Option(names = "--extension", paramLabel = "NAME", defaultValue = AsteriskConnection.EXTENSION)
    private String extension;

    @Option(names = "--calls", paramLabel = "N")
    private @Nullable Integer calls;

    @Option(names = "--rate", paramLabel = "N")
    private @Nullable Integer rate;

    @Override
    boolean makesWorkspace() {
        return true;
    }

    @Override
    public Integer call() throws SecretRefused {
        var connection = new AsteriskConnection(
                host.strip(),
                port != null ? port : tls ? AsteriskConnection.TLS_PORT : AsteriskConnection.PORT,
                user.strip(),
                new SecretFile(secretFile),
                tls,
                certificate,
                trunk.strip(),
                plus,
                callerId.strip(),
                context.strip(),
                extension.strip());
        try (var orders = open("telephony")) {
            var answer = keepSecret == null
                    ? orders.useAsterisk(connection, limits(orders))
                    : orders.useAsterisk(connection, keepSecret, passphrase(keepSecret), limits(orders));
            return told(tell(answer), "text.telephony.asterisk", host, Integer.toString(connection.port()), trunk);
        }
    }

    private String passphrase(SecretPlace place) throws SecretRefused {
        var chosen = place == SecretPlace.VAULT ? passphrase.chosen() : "";
        return chosen == null ? "" : chosen;
    }

    @Override
    SecretAccess secrets() {
        return passphrase.access();
    }

    private @Nullable LineLimits limits(OfflineOrders orders) {
        if (calls == null && rate == null) {
            return null;
        }
        var now = orders.lines();
        return new LineLimits(
                calls == null ? now.concurrentCalls() : calls,
                rate == null ? now.callsPerSecond() : rate,
                now.numberGap());
    }
}
