package dev.outpace.telephony.asterisk;

import dev.outpace.flow.MediaOrder;
import dev.outpace.flow.MediaResult;
import dev.outpace.speech.Speech;
import dev.outpace.speech.Utterance;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Makes what Asterisk does of the engine's orders. All texts come from people: {@link MediaRules} says what of them may enter a
 * command.
 *
 * @param home runs tasks on the thread of the engine's clock
 * @param trunk over which others are called
 */
record LegOrders(Speech speech, Executor home, MediaSettings settings, Trunk trunk) {
    private static final String BEEP = "beep";
    private static final String MACHINE = "MACHINE";
    private static final String RING_SECONDS = "60";
    private static final Duration SHORTEST_TONE = Duration.ofMillis(100);

    LegOrder of(MediaOrder media, CallLeg leg) {
        return switch (media) {
            case MediaOrder.Talk talk ->
                sounds(leg, List.of(speech.address(Utterance.of(talk.text(), talk.language()))), talk);
            case MediaOrder.Play(var names) ->
                new SoundOrder(
                        leg,
                        home,
                        names.stream()
                                .map(name -> CompletableFuture.completedFuture(
                                        MediaRules.playable(name).orElse("")))
                                .toList(),
                        false,
                        true);
            case MediaOrder.Beep _ ->
                new SoundOrder(leg, home, List.of(CompletableFuture.completedFuture(BEEP)), false, true);
            case MediaOrder.ReceiveDigits wanted -> new KeysOrder(leg, wanted);
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

    private static LegOrder send(CallLeg leg, MediaOrder.SendDigits send) {
        if (!MediaRules.areKeys(send.digits())) {
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
        boolean all = phones.size() == connect.to().size();
        return new ApplicationOrder(
                leg,
                AgiCommand.execute("Dial", String.join("&", phones), RING_SECONDS, options),
                Duration.ZERO,
                AgiCommand.read("DIALSTATUS"),
                status -> !status.equals("ANSWER")
                        ? MediaResult.failed("flow.failed.nobody")
                        : all ? MediaResult.DONE : MediaResult.failed("flow.failed.some_addresses"));
    }

    /** Rooms of the same id are the same for all workspaces of an Asterisk, as the flows say. */
    private static LegOrder join(CallLeg leg, UUID room) {
        if (!MediaRules.isConference(room)) {
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
        var format = RecordingFormat.of(rules.format());
        return format.<LegOrder>map(known -> new RecordOrder(leg, known, rules))
                .orElseGet(() -> InstantOrder.failed(leg, RecordOrder.NO_FORMAT));
    }
}
