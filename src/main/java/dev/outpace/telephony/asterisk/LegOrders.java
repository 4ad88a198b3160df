package dev.outpace.telephony.asterisk;

import dev.outpace.flow.MediaOrder;
import dev.outpace.flow.MediaResult;
import dev.outpace.model.Ids;
import dev.outpace.speech.Speech;
import dev.outpace.speech.Utterance;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;

/**
 * Makes what Asterisk does of the engine's orders. All texts come from people: nothing of them enters a command but keys, names of
 * sounds and addresses of a plain form.
 *
 * @param home runs tasks on the thread of the engine's clock
 * @param trunk over which others are called
 */
record LegOrders(Speech speech, Executor home, MediaSettings settings, Trunk trunk) {
    private static final String BEEP = "beep";
    private static final String MACHINE = "MACHINE";
    private static final String RING_SECONDS = "60";
    private static final Duration SHORTEST_TONE = Duration.ofMillis(100);
    private static final Pattern KEYS = Pattern.compile("[0-9A-Da-d*#]{1,100}");
    /** A sound that Asterisk has: its name below the folder of sounds, without an ending. */
    private static final Pattern SOUND = Pattern.compile("(?!.*\\.\\.)[A-Za-z0-9_-][A-Za-z0-9_./-]{0,200}");
    /** {@code &} would separate two sounds, and can't be quoted. */
    private static final Pattern ADDRESS =
            Pattern.compile("https?://[A-Za-z0-9.\\[\\]:-]{1,253}(?:/[A-Za-z0-9._~%!'()*+;=:@/?-]{0,1000})?");

    /** @param keysBefore how many keys were told before the order was given */
    LegOrder of(MediaOrder media, CallLeg leg, int keysBefore) {
        return switch (media) {
            case MediaOrder.Talk talk ->
                sounds(leg, List.of(speech.address(Utterance.of(talk.text(), talk.language()))), talk);
            case MediaOrder.Play(var names) ->
                new SoundOrder(
                        leg,
                        home,
                        names.stream()
                                .map(name -> CompletableFuture.completedFuture(playable(name)))
                                .toList(),
                        false,
                        true);
            case MediaOrder.Beep _ ->
                new SoundOrder(leg, home, List.of(CompletableFuture.completedFuture(BEEP)), false, true);
            case MediaOrder.ReceiveDigits wanted -> new KeysOrder(leg, wanted, keysBefore);
            case MediaOrder.SendDigits send -> send(leg, send);
            case MediaOrder.Echo(var length) ->
                new ApplicationOrder(
                        leg, AgiCommand.execute("Echo"), length, AgiCommand.nothing(), _ -> MediaResult.DONE);
            case MediaOrder.DetectMachine(var waits) -> detect(leg, waits);
            case MediaOrder.StartRecording rules -> record(leg, rules);
            case MediaOrder.StopRecording _ -> new InstantOrder(leg, leg.recording()::stop, MediaResult.DONE);
            case MediaOrder.Connect connect -> connect(leg, connect);
            case MediaOrder.Conference(var room) -> join(leg, room);
        };
    }

    private SoundOrder sounds(CallLeg leg, List<CompletableFuture<String>> spoken, MediaOrder.Talk talk) {
        return new SoundOrder(leg, home, spoken, talk.untilKey(), talk.waits());
    }

    /** Empty for what can't be played. */
    private static String playable(String name) {
        var stripped = name.strip();
        return ADDRESS.matcher(stripped).matches() || SOUND.matcher(stripped).matches() ? stripped : "";
    }

    private static LegOrder send(CallLeg leg, MediaOrder.SendDigits send) {
        if (!KEYS.matcher(send.digits()).matches()) {
            return InstantOrder.failed(leg, "flow.failed.keys");
        }
        var tone = send.tone().compareTo(SHORTEST_TONE) < 0 ? SHORTEST_TONE : send.tone();
        return new ApplicationOrder(
                leg,
                // A pause of 0 would be Asterisk's own, of a quarter of a second.
                AgiCommand.execute(
                        "SendDTMF",
                        send.digits(),
                        Long.toString(Math.max(1, send.pause().toMillis())),
                        Long.toString(tone.toMillis())),
                Duration.ZERO,
                AgiCommand.nothing(),
                _ -> MediaResult.DONE);
    }

    private LegOrder connect(CallLeg leg, MediaOrder.Connect connect) {
        var phones = connect.to().stream()
                .flatMap(to -> trunk.dialString(to).stream())
                .toList();
        if (phones.isEmpty()) {
            return InstantOrder.failed(leg, "flow.failed.no_address");
        }
        var from = connect.from() == null ? "" : connect.from().target();
        var options = (connect.earlyMedia() ? "g" : "gr")
                + Trunk.number(from, true).map(number -> "f(" + number + ')').orElse("");
        return new ApplicationOrder(
                leg,
                AgiCommand.execute("Dial", String.join("&", phones), RING_SECONDS, options),
                Duration.ZERO,
                AgiCommand.read("DIALSTATUS"),
                status -> status.equals("ANSWER") ? MediaResult.DONE : MediaResult.failed("flow.failed.nobody"));
    }

    /** Rooms of the same id are the same for all workspaces of an Asterisk, as the flows say. */
    private static LegOrder join(CallLeg leg, UUID room) {
        if (Ids.isNil(room)) {
            return InstantOrder.failed(leg, "flow.failed.no_conference");
        }
        return new ApplicationOrder(
                leg,
                AgiCommand.execute("ConfBridge", "outpace-" + room),
                Duration.ZERO,
                AgiCommand.nothing(),
                _ -> MediaResult.DONE);
    }

    /** An unsure verdict is a person. */
    private LegOrder detect(CallLeg leg, boolean waits) {
        if (!waits) {
            // Nothing else could be heard meanwhile, and nobody asks for the verdict.
            return InstantOrder.failed(leg, CallLeg.NOT_POSSIBLE);
        }
        return new ApplicationOrder(
                leg,
                AgiCommand.execute("AMD", settings.machineArguments().toArray(String[]::new)),
                Duration.ZERO,
                AgiCommand.read("AMDSTATUS"),
                status -> new MediaResult("", status.equals(MACHINE)));
    }

    private static LegOrder record(CallLeg leg, MediaOrder.StartRecording rules) {
        var recording = leg.recording();
        if (!rules.silence().isZero()) {
            leg.agi().run(Recording.listen(), _ -> {});
        }
        return new ApplicationOrder(leg, recording.begin(), Duration.ZERO, Recording.NUMBER, number -> {
            recording.begun(number, rules);
            return MediaResult.DONE;
        });
    }
}
