package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineInput.Missed;
import dev.outpace.telephony.asterisk.Transcript.Step;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The commands of one channel of a {@link FakeAsterisk}: carried out one after the other, as recorded. Without sound a channel
 * looks for commands only each 100 ms, and when something wakes it.
 */
final class FakeAgi {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final World world;
    private final String amdStatus;
    private final ArrayDeque<Command> given = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private String playbackStatus = "";
    private @Nullable Command running;
    private @Nullable FakeDial dial;
    private boolean begun;

    /** What surrounds the commands. */
    interface World {
        void later(Duration delay, Runnable task);

        void happens(Step step, UnaryOperator<String> change);

        BooleanSupplier lives();

        /** Dials a phone, {@code PJSIP/agent101,15,gm}. */
        FakeDial dial(String arguments, String commandId);

        /** Puts the caller through to a phone on the line, {@code outpace-test-agent-1,pF(outpace^agi^1)}; null if it is not. */
        @Nullable
        FakeDial putThrough(String arguments, String commandId);

        /** Waits in a queue, {@code support,c,,,20}. */
        FakeDial queue(String arguments, String commandId);

        /** How phones are not answered; null when they are. */
        @Nullable
        Missed misses();

        /** The caller hangs up: what follows is told by whoever knows what the channel did. */
        void hangsUp();

        /** The caller hangs up, somewhere in the dialplan. */
        void hangsUpElsewhere();
    }

    private record Command(String text, String id) {
        UnaryOperator<String> as(String result) {
            return message -> {
                // The channel of somebody else who is called is another one each time.
                var named = message.replace("${command}", id).replaceAll("opcsim-[0-9]+\\.[0-9]+", "other." + id);
                return result.isEmpty() || !named.startsWith("Event: AsyncAGIExec\n")
                        ? named
                        : named.replaceFirst("Result: .*", "Result: " + result);
            };
        }
    }

    FakeAgi(World world, String amdStatus) {
        this.world = world;
        this.amdStatus = amdStatus;
    }

    /** The commands that were begun. */
    List<String> done() {
        return done;
    }

    void begin() {
        begun = true;
        next();
    }

    void end() {
        begun = false;
        running = null;
    }

    /** What the channel dials or talks to; null for nothing. */
    @Nullable
    FakeDial dial() {
        return dial == null || dial.isOver() ? null : dial;
    }

    /** Whether the command that is carried out dials. */
    boolean hasDialed() {
        return running != null
                && (dialsAgent(running.text) || queues(running.text) || (putsThrough(running.text) && dial != null));
    }

    /** The command that dials has ended. */
    void dialed() {
        running = null;
        next();
    }

    /** Returns false if the channel waits for no commands. */
    boolean command(String text, String id) {
        if (!begun) {
            return false;
        }
        given.add(new Command(text, id));
        world.later(BETWEEN_LOOKS, this::next);
        return true;
    }

    /** Something is put before the channel that is no sound. */
    void wakes() {
        next();
    }

    private void next() {
        if (running != null || !begun || given.isEmpty()) {
            return;
        }
        var command = given.remove();
        running = command;
        done.add(command.text);
        if (queues(command.text)) {
            var queue = world.queue(command.text.replace("EXEC Queue ", "").replace("\"", ""), command.id);
            dial = queue;
            queue.begin(world.misses());
            return;
        }
        if (dialsAgent(command.text)) {
            var dialing = world.dial(command.text.replace("EXEC Dial ", "").replace("\"", ""), command.id);
            dial = dialing;
            dialing.begin(world.misses());
            return;
        }
        if (putsThrough(command.text)) {
            var talk = world.putThrough(command.text.replace("EXEC Bridge ", "").replace("\"", ""), command.id);
            dial = talk;
            if (talk != null) {
                talk.begin(null);
                return;
            }
        }
        var recording = recording(command.text);
        play(command, Transcript.of(recording).beforeHangUp(), command.as(result(command.text)));
    }

    /** Others are called over the trunk, and answer as recorded. */
    private static boolean dialsAgent(String text) {
        return text.startsWith("EXEC Dial ") && !text.contains("@carrier");
    }

    private static boolean putsThrough(String text) {
        return text.startsWith("EXEC Bridge ");
    }

    private static boolean queues(String text) {
        return text.startsWith("EXEC Queue ");
    }

    private static String recording(String text) {
        if (text.startsWith("EXEC Playback")) {
            return text.contains("missing") ? "command-sound-missing" : "command-sound";
        }
        return switch (text.replaceFirst(" \".*", "")) {
            case "NOOP" -> "command-nothing";
            case "GET VARIABLE" -> "command-variable";
            case "SET VARIABLE", "SET CALLERID", "SET MUSIC ON", "SET MUSIC OFF" -> "command-set";
            case "EXEC SendDTMF" -> "command-keys";
            case "EXEC MixMonitor" -> "command-record";
            case "EXEC AMD" -> "command-machine";
            case "EXEC ChanSpy" -> "spy-begins";
            case "EXEC Dial" -> "command-dial";
            // To a phone that is not there.
            case "EXEC Bridge" -> "command-nothing";
            case "EXEC ConfBridge" -> "command-conference";
            case "EXEC Echo" -> "command-echo";
            default -> "command-unknown";
        };
    }

    private String result(String text) {
        if (text.startsWith("EXEC Playback")) {
            playbackStatus = text.contains("missing") ? "FAILED" : "SUCCESS";
        }
        if (!text.startsWith("GET VARIABLE")) {
            return "";
        }
        var value = switch (text.replaceAll("GET VARIABLE \"([A-Z_]+).*", "$1")) {
            case "PLAYBACKSTATUS" -> playbackStatus;
            case "AMDSTATUS" -> amdStatus;
            case "DIALSTATUS" -> "ANSWER";
            case "QUEUESTATUS" -> dial instanceof FakeQueueCall queue ? queue.status() : "";
            // It has no files of the kind ogg.
            case "IFMODULE" -> text.contains("ogg") ? "0" : "1";
            default -> "0x55aa";
        };
        return URLEncoder.encode("200 result=1 (" + value + ")\n", StandardCharsets.UTF_8)
                .replace("+", "%20");
    }

    private void play(Command command, List<Step> steps, UnaryOperator<String> change) {
        for (var step : steps) {
            world.later(step.at(), () -> {
                if (command.equals(running) && world.lives().getAsBoolean()) {
                    if (step.is("AsyncAGIExec")) {
                        running = null;
                    }
                    world.happens(step, change);
                    next();
                } else if (step.is("Hangup")) {
                    // Somebody else who was called goes after the command has ended.
                    world.happens(step, change);
                }
            });
        }
    }

    /** Asterisk takes this order whatever it does, and forgets it if no sound plays. */
    void stopSound() {
        var command = running;
        if (command != null && command.text.startsWith("EXEC Playback")) {
            running = null;
            tellAll(Transcript.of("stop-sound").beforeHangUp(), command);
            next();
        }
    }

    /** A key is pressed on the phone of the channel. */
    void key(String digit) {
        var command = running;
        boolean leaves = command != null && isSpying(command) && digit.equals("9");
        if (leaves) {
            running = null;
        }
        for (var step : Transcript.of(leaves ? "spy-ends" : "spy-key").beforeHangUp()) {
            world.happens(
                    step,
                    message -> (command == null ? message : command.as("").apply(message)).replace("${digit}", digit));
        }
        next();
    }

    /** What this channel spies on may be the channel of this event. */
    void isGone(String hangup) {
        var command = running;
        if (command != null && isSpying(command) && hangup.contains("Uniqueid: " + spied(command) + '\n')) {
            running = null;
            Transcript.of("spy-ends").beforeHangUp().stream()
                    .filter(step -> !step.is("DTMFEnd"))
                    .forEach(step -> world.happens(step, command.as("")));
            next();
        }
    }

    private static boolean isSpying(Command command) {
        return command.text.startsWith("EXEC ChanSpy");
    }

    private static String spied(Command command) {
        return command.text.replaceFirst("EXEC ChanSpy \"([^,]*),.*", "$1");
    }

    void breakOff() {
        if (dial() instanceof FakeQueueCall queue) {
            running = null;
            begun = false;
            queue.isLeft();
            return;
        }
        var talk = dial();
        if (talk != null && talk.isBrokenOff()) {
            return;
        }
        var command = running;
        running = null;
        begun = false;
        for (var step : Transcript.of("break-off").beforeHangUp()) {
            if (command != null || (!step.is("AsyncAGIExec") && !step.is("AGIExecEnd"))) {
                world.happens(step, command == null ? UnaryOperator.identity() : command.as(""));
            }
        }
    }

    /** Returns false if nothing was being carried out. */
    boolean hangUp() {
        var dialing = dial();
        if (dialing != null && dialing.weHangUp()) {
            return true;
        }
        var command = running;
        if (command == null) {
            return false;
        }
        running = null;
        begun = false;
        tellAll(
                isSpying(command)
                        ? Transcript.of("spy-is-hung-up").beforeHangUp()
                        : Transcript.of("hang-up-in-command").afterHangUp(),
                command);
        return true;
    }

    private void tellAll(List<Step> steps, Command command) {
        steps.forEach(step -> world.happens(step, command.as("")));
    }
}
