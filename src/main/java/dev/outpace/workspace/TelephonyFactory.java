package dev.outpace.workspace;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineThread;
import dev.outpace.engine.Telephony;
import dev.outpace.model.Campaign;
import dev.outpace.model.JsonText;
import dev.outpace.model.Problem;
import dev.outpace.model.ResourceBook;
import dev.outpace.speech.Speech;
import dev.outpace.speech.SpokenFiles;
import dev.outpace.store.Store;
import dev.outpace.store.StoreException;
import dev.outpace.telephony.asterisk.AsteriskSettings;
import dev.outpace.telephony.asterisk.AsteriskTelephony;
import dev.outpace.telephony.asterisk.LinkBarrier;
import dev.outpace.telephony.asterisk.MediaRules;
import dev.outpace.telephony.asterisk.MediaSettings;
import dev.outpace.telephony.asterisk.Trunk;
import dev.outpace.telephony.asterisk.ami.AmiSocket;
import dev.outpace.telephony.asterisk.ami.AmiWire;
import dev.outpace.telephony.simulated.SimulatedTelephony;
import dev.outpace.workspace.secrets.SecretKeeper;
import dev.outpace.workspace.secrets.SecretRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/** Makes the telephony that a workspace is set to. */
interface TelephonyFactory {
    /**
     * On the engine thread.
     *
     * @param sink takes inputs on the engine thread
     */
    Telephony make(EngineThread engine, Consumer<EngineInput> sink);

    /** What the telephony can do, also before it is made. Any thread. */
    default Set<Telephony.Capability> capabilities() {
        return SimulatedTelephony.CAPABILITIES;
    }

    /** Whether it can record whole calls. */
    default boolean recordsCalls() {
        return false;
    }

    /** What a start of the campaign is asked about because of what the telephony is set to. Any thread. */
    default List<Problem> warnings(Campaign campaign) {
        return List.of();
    }

    /** Gets ready for the calls of a campaign. Completes with what stands in the way of its start, on any thread. */
    default CompletableFuture<List<Problem>> prepare(Campaign campaign, ResourceBook book) {
        return CompletableFuture.completedFuture(List.of());
    }

    /**
     * Reads what the telephony needs; may block.
     *
     * @param bars hears why a link is not tried any more; any thread
     * @param settings of the workspace; a change of them reaches the simulated telephony that was made
     * @param supervision gets the phone of the supervisor, where the telephony that is made can ring one
     * @throws StoreException if the workspace can't be opened with this telephony; its problem says why
     */
    static TelephonyFactory of(
            TelephonyKind kind,
            Store store,
            JsonText json,
            Settings settings,
            Supervision supervision,
            Workspace.Opening opening,
            SecretKeeper secrets,
            Consumer<LinkBar> bars) {
        return switch (kind) {
            case SIMULATED ->
                (engine, sink) -> {
                    var simulated = new SimulatedTelephony(
                            engine, sink, settings.world(), opening.seed(), opening.carrierLog());
                    settings.attach(simulated);
                    return simulated;
                };
            case ASTERISK ->
                asterisk(
                        new AsteriskText(store, json),
                        new FlowMediaText(store, json).read(),
                        supervision,
                        opening,
                        secrets,
                        bars);
        };
    }

    private static TelephonyFactory asterisk(
            AsteriskText stored,
            FlowMedia media,
            Supervision supervision,
            Workspace.Opening opening,
            SecretKeeper secrets,
            Consumer<LinkBar> bars) {
        if (opening.speed() != 1) {
            throw new StoreException(Problem.error("telephony.speed", "", opening.speed()));
        }
        var connection = stored.read()
                .orElseThrow(() -> new StoreException(
                        Problem.error("telephony.not_set", opening.folder().toString())));
        var speech = speech(connection, media, opening);
        try {
            var settings = connection.settings(stored.mark(), secrets);
            var place = connection.place();
            return new Asterisk(
                    engine -> AmiSocket.to(place, engine::monotonicNanos, engine::handIn),
                    settings,
                    media.ofCalls(),
                    speech,
                    barrier -> bars.accept(bar(barrier, connection, stored)),
                    supervision);
        } catch (SecretRefused refused) {
            if (!opening.secrets().unlinked()) {
                speech.close();
                throw new StoreException(refused.problem());
            }
            bars.accept(NoLink.bar(refused));
            return new Asterisk(
                    engine -> new NoLink(engine, refused),
                    connection.settings(stored.mark(), ""),
                    media.ofCalls(),
                    speech,
                    barrier -> bars.accept(bar(barrier, connection, stored)),
                    supervision);
        }
    }

    /** What stands in the way of the calls of a campaign on an Asterisk: orders that it can't take, texts that can't be spoken. */
    static CompletableFuture<List<Problem>> prepare(Trunk trunk, Speech speech, Campaign campaign, ResourceBook book) {
        var problems = new MediaCheck(new MediaRules(trunk)).check(campaign, book);
        return problems.isEmpty()
                ? new SpokenBefore(speech).prepare(campaign, book)
                : CompletableFuture.completedFuture(problems);
    }

    /** @param opened the connection at the opening; another certificate may have been accepted since */
    private static LinkBar bar(LinkBarrier barrier, AsteriskConnection opened, AsteriskText stored) {
        var connection = stored.read().orElse(opened);
        return switch (barrier) {
            case LinkBarrier.Refused _ -> new LinkBar.Refused(connection.user());
            case LinkBarrier.OtherCertificate(var shown) ->
                new LinkBar.OtherCertificate(stored.accepted().orElse(null), connection.certificate(), shown);
        };
    }

    /** Where a workspace keeps what was spoken. */
    static Path sounds(Path workspace) {
        return workspace.resolve("cache").resolve("speech");
    }

    private static Speech speech(AsteriskConnection connection, FlowMedia media, Workspace.Opening opening) {
        var settings = media.speech(connection);
        try {
            return SpokenFiles.open(sounds(opening.folder()), settings);
        } catch (IOException | IllegalArgumentException failure) {
            var message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
            throw new StoreException(
                    Problem.error("media.not_served", "address", settings.host(), settings.port(), message));
        }
    }

    /** @param speech ends with the telephony that is made */
    record Asterisk(
            Function<EngineThread, AmiWire.Connector> connector,
            AsteriskSettings settings,
            MediaSettings media,
            Speech speech,
            Consumer<LinkBarrier> barriers,
            Supervision supervision)
            implements TelephonyFactory {
        @Override
        public Telephony make(EngineThread engine, Consumer<EngineInput> sink) {
            var made = new AsteriskTelephony(
                    engine, sink, connector.apply(engine), settings, media, speech, engine::handIn);
            made.tellBarriers(barriers);
            supervision.attach(made.supervisorPhone(supervision::heard));
            return made;
        }

        @Override
        public Set<Telephony.Capability> capabilities() {
            return AsteriskTelephony.capabilities(speech.hasVoice());
        }

        @Override
        public boolean recordsCalls() {
            return true;
        }

        @Override
        public List<Problem> warnings(Campaign campaign) {
            return supervision.settings().warnings(campaign);
        }

        @Override
        public CompletableFuture<List<Problem>> prepare(Campaign campaign, ResourceBook book) {
            return TelephonyFactory.prepare(settings.trunk(), speech, campaign, book);
        }
    }
}
