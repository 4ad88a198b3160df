package dev.outpace.workspace;

import dev.outpace.engine.EngineThread;
import dev.outpace.telephony.asterisk.ami.AmiAction;
import dev.outpace.telephony.asterisk.ami.AmiWire;
import dev.outpace.workspace.secrets.SecretRefused;
import java.time.Duration;

/** The way to an exchange whose secret can't be had: nothing is tried. */
final class NoLink implements AmiWire.Connector {
    private final EngineThread engine;
    private final SecretRefused refused;

    NoLink(EngineThread engine, SecretRefused refused) {
        this.engine = engine;
        this.refused = refused;
    }

    static LinkBar bar(SecretRefused refused) {
        return refused.isLocked()
                ? new LinkBar.Locked(refused.isWrongPassphrase())
                : new LinkBar.NoSecret(refused.problem());
    }

    @Override
    public AmiWire connect(AmiWire.Listener listener) {
        var end = engine.schedule(Duration.ZERO, () -> listener.closed(new ProblemWords().sentence(refused.problem())));
        return new AmiWire() {
            @Override
            public void send(AmiAction action) {
                // Nobody hears it.
            }

            @Override
            public long heardAt() {
                return engine.monotonicNanos();
            }

            @Override
            public void close() {
                end.cancel();
            }
        };
    }
}
