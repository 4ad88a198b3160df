package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineClock;
import dev.outpace.engine.EngineInput.Missed;
import dev.outpace.telephony.asterisk.Transcript.Step;
import dev.outpace.telephony.asterisk.ami.AmiMessage;
import dev.outpace.telephony.asterisk.ami.AmiWire;
import dev.outpace.telephony.asterisk.ami.MemoryWire;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An Asterisk that replays recorded calls. The last two digits of a number choose the recording. It can tell events in any order
 * in which Asterisk may tell them, twice, or after blank lines; it can stall, cut the link, and be started anew.
 */
final class FakeAsterisk implements AmiWire.Connector {
    /** By the last two digits of the number. */
    private static final Map<String, String> RECORDINGS = Map.ofEntries(
            Map.entry("00", "we-hang-up-answered"),
            Map.entry("01", "answers-hangs-up"),
            Map.entry("02", "we-hang-up-ringing"),
            Map.entry("03", "no-answer"),
            Map.entry("04", "busy"),
            Map.entry("05", "rejects"),
            Map.entry("06", "wrong-number"),
            Map.entry("07", "no-such-trunk"),
            Map.entry("08", "congestion"),
            Map.entry("09", "silent"),
            Map.entry("10", "early-media"),
            Map.entry("11", "local-busy"),
            Map.entry("12", "local-congestion"),
            Map.entry("13", "bad-context"),
            Map.entry("14", "restart"),
            Map.entry("15", "presses-keys"),
            Map.entry("16", "we-hang-up-answered"),
            Map.entry("17", "speaks-and-is-silent"),
            Map.entry("18", "speaks-and-sends-no-more"));
    /** Speaks for three seconds. */
    static final String SPEAKS = "17";
    /** Speaks for three seconds, and no packet of sound comes afterwards. */
    static final String FALLS_MUTE = "18";
    /** A machine answers. */
    static final String MACHINE = "16";
    /** Answers at the very moment in which we hang up. */
    static final String CROSSING = "02";

    /** The dial timeout when these calls were recorded. */
    private static final Duration RECORDED_TIMEOUT = Duration.ofSeconds(3);

    private static final Duration BEFORE_TIMEOUT = Duration.ofMillis(2_900);
    private static final int LANES = 3;
    private static final int DIAL_LANE = 1;
    private static final int ORIGINATE_LANE = 2;
    private static final int MOST_LATE_MILLIS = 200;

    private final EngineClock clock;
    private final SplittableRandom random;
    /** By how much Asterisk's clock is ahead. */
    private final Duration ahead = Duration.ofSeconds(90);

    private final Map<String, Channel> channels = new LinkedHashMap<>();
    /** Phones that are to stay on the line. */
    private final List<FakeLine> lines = new ArrayList<>();
    /** What channels keep about waiting. */
    private final Map<String, String> notes = new LinkedHashMap<>();

    private final List<String> received = new ArrayList<>();
    private final ArrayDeque<Runnable> stalledActions = new ArrayDeque<>();
    /** Connections whose actions are read, also after their end. */
    private final Set<MemoryWire> wires = new HashSet<>();

    /** Its own queues. */
    final FakeQueues queues;

    private @Nullable MemoryWire wire;
    private Instant started;
    private boolean refusing;
    private boolean locked;
    private int logins;
    private boolean stalled;
    private Consumer<AmiMessage> listener = _ -> {};
    private int pending;
    private long happened;
    private int legs;
    private @Nullable Missed misses;

    private boolean disorder;
    private double doubled;
    private double forgotten;

    /** A channel that exists from its Newchannel to its Hangup. */
    private final class Channel implements FakeAgi.World {
        final String id;
        final String originate;
        final Transcript recording;
        final Duration timeout;
        final boolean crosses;
        final FakeAgi agi;
        final long[] lateMillis = new long[LANES];
        int state;
        boolean exists;
        boolean hungUp;
        boolean forgotten;
        /** In which it hears others; empty for none. */
        String bridge = "";
        /** After so many seconds Asterisk ends it, as it was told last. */
        String kept = "";

        int packets;

        Channel(String id, String originate, Transcript recording, Duration timeout, boolean crosses, boolean machine) {
            this.id = id;
            this.originate = originate;
            this.recording = recording;
            this.timeout = timeout;
            this.crosses = crosses;
            agi = new FakeAgi(this, machine ? "MACHINE" : "HUMAN");
            for (int lane = 0; disorder && lane < LANES; lane++) {
                lateMillis[lane] = random.nextInt(MOST_LATE_MILLIS);
            }
        }

        void play(List<Step> steps, boolean afterHangUp) {
            for (var step : steps) {
                later(delay(step), () -> {
                    if (hungUp == afterHangUp && !forgotten) {
                        happens(step, UnaryOperator.identity());
                    }
                });
            }
        }

        @Override
        public void later(Duration delay, Runnable task) {
            FakeAsterisk.this.later(delay, task);
        }

        @Override
        public BooleanSupplier lives() {
            return () -> !hungUp && !forgotten && exists;
        }

        private Duration delay(Step step) {
            var at = step.at().plusMillis(1);
            boolean byTimeout = step.at().compareTo(BEFORE_TIMEOUT) > 0
                    && state < 6
                    && recording.afterHangUp().isEmpty();
            if (byTimeout && (recordingIs("no-answer") || recordingIs("silent"))) {
                at = at.plus(timeout).minus(RECORDED_TIMEOUT);
            }
            return at;
        }

        private boolean recordingIs(String name) {
            return recording.equals(Transcript.of(name));
        }

        /** It happens now, and is told now or, in disorder, a little later. */
        @Override
        public void happens(Step step, UnaryOperator<String> change) {
            if (step.message().contains("Uniqueid: ${id}\n")) {
                if (step.is("Newchannel")) {
                    exists = true;
                } else if (step.is("Newstate")) {
                    state = step.message().contains("ChannelState: 6") ? 6 : 5;
                } else if (step.is("Hangup")) {
                    exists = false;
                    channels.remove(id);
                } else if (step.is("BridgeEnter")) {
                    bridge = step.message().replaceFirst("(?s).*\nBridgeUniqueid: ([^\n]*)\n.*", "$1");
                } else if (step.is("BridgeLeave")) {
                    bridge = "";
                } else if (step.is("AsyncAGIEnd")) {
                    agi.end();
                }
            }
            boolean dialed = step.is("AsyncAGIExec") && agi.hasDialed();
            var text = change.apply(step.message())
                    .replace("${id}", id)
                    .replace("${originate}", originate)
                    .replace("${now}", stamp());
            var lateness =
                    lateMillis[step.isAboutDialing() ? DIAL_LANE : step.is("OriginateResponse") ? ORIGINATE_LANE : 0];
            var told = wire;
            if (lateness == 0) {
                tell(told, text);
            } else {
                later(Duration.ofMillis(lateness), () -> tell(told, text));
            }
            if (step.is("AsyncAGIStart") && step.message().contains("Uniqueid: ${id}\n")) {
                agi.begin();
            }
            if (step.is("Hangup")) {
                List.copyOf(channels.values()).forEach(channel -> channel.agi.isGone(text));
            }
            if (dialed && step.message().contains("Result: 200%20result%3D0")) {
                agi.dialed();
            }
        }

        @Override
        public FakeDial dial(String arguments, String commandId) {
            var parts = arguments.split(",", -1);
            return new FakeDial(
                    this,
                    parts[0],
                    "leg." + ++legs,
                    Duration.ofMillis(new BigDecimal(parts[1]).movePointRight(3).longValueExact()),
                    commandId);
        }

        @Override
        public @Nullable FakeDial putThrough(String arguments, String commandId) {
            var line = lineAt(arguments.split(",", -1)[0]);
            return line == null || !line.stands() ? null : new FakeDial(this, line, commandId);
        }

        @Override
        public FakeDial queue(String arguments, String commandId) {
            return new FakeQueueCall(this, queues, arguments, commandId);
        }

        @Override
        public @Nullable Missed misses() {
            return misses;
        }

        @Override
        public void hangsUp() {
            hungUp = true;
        }

        @Override
        public void hangsUpElsewhere() {
            if (exists && !hungUp) {
                hungUp = true;
                play(Transcript.of("we-hang-up-answered").afterHangUp(), true);
            }
        }

        /** How many came from the person. */
        int packets() {
            return recordingIs("speaks-and-sends-no-more") ? 100 : ++packets;
        }

        void recordingStops() {
            Transcript.of("stop-recording").beforeHangUp().forEach(step -> happens(step, UnaryOperator.identity()));
        }

        void hangUp() {
            if (hungUp) {
                return;
            }
            if (crosses && state == 5) {
                for (var step : Transcript.of("we-hang-up-answered").beforeHangUp()) {
                    if (step.is("Newstate") && step.message().contains("ChannelState: 6")) {
                        happens(step, UnaryOperator.identity());
                    }
                }
            }
            if (agi.hangUp()) {
                hungUp = true;
                return;
            }
            hungUp = true;
            play(
                    Transcript.of(state == 6 ? "we-hang-up-answered" : "we-hang-up-ringing")
                            .afterHangUp(),
                    true);
        }
    }

    FakeAsterisk(EngineClock clock, long seed) {
        this.clock = clock;
        this.random = new SplittableRandom(seed);
        queues = new FakeQueues(
                this::later, () -> clock.wallTime().plus(ahead).getEpochSecond(), event -> tell(wire, event));
        started = clock.wallTime();
    }

    /** Is told each action that is carried out. */
    void listen(Consumer<AmiMessage> to) {
        listener = to;
    }

    /** From now on it forgets this share of the actions, without an answer. */
    void forget(double share) {
        forgotten = share;
    }

    /** From now on events of one call overtake each other where Asterisk's may. */
    void disorder(double shareDoubled) {
        disorder = true;
        doubled = shareDoubled;
    }

    /** From the next caller on, phones are not answered; null: they are. */
    void phonesMiss(@Nullable Missed how) {
        misses = how;
    }

    /** What is dialed at this phone; null for nothing. */
    @Nullable
    FakeDial dialAt(String phone) {
        for (var channel : channels.values()) {
            var dial = channel.agi.dial();
            if (dial != null && dial.isAtPhone(phone)) {
                return dial;
            }
        }
        return null;
    }

    /** The call to this phone that stands between callers; null for none. */
    @Nullable
    FakeLine lineTo(String phone) {
        for (var line : lines) {
            if (!line.isOver() && line.isAtPhone(phone)) {
                return line;
            }
        }
        return null;
    }

    private @Nullable FakeLine lineAt(String channelId) {
        for (var line : lines) {
            if (!line.isOver() && line.isAt(channelId)) {
                return line;
            }
        }
        return null;
    }

    private @Nullable FakeDial leg(String channelId) {
        for (var channel : channels.values()) {
            var dial = channel.agi.dial();
            if (dial != null && dial.isAt(channelId)) {
                return dial;
            }
        }
        return null;
    }

    /** Whether anything is going to happen by itself. */
    boolean isBusy() {
        return pending > 0;
    }

    /** Number of things that happened by themselves so far. */
    long happened() {
        return happened;
    }

    /** Actions in the order in which they were carried out, each as its name. */
    List<String> received() {
        return received;
    }

    int channels() {
        return (int)
                channels.values().stream().filter(channel -> channel.exists).count();
    }

    private void later(Duration delay, Runnable task) {
        pending++;
        clock.schedule(delay, () -> {
            pending--;
            happened++;
            task.run();
        });
    }

    @Override
    public AmiWire connect(AmiWire.Listener listener) {
        var actions = new ArrayList<MemoryWire>();
        var made = new MemoryWire(clock, random.split(), listener, action -> act(actions.getFirst(), action), () -> {});
        actions.add(made);
        if (refusing) {
            clock.schedule(Duration.ZERO, () -> made.cut("Connection refused"));
        } else {
            wire = made;
            wires.add(made);
            clock.schedule(Duration.ZERO, () -> {
                if (!stalled) {
                    made.write("Asterisk Call Manager/11.0.0\r\n");
                }
            });
        }
        return made;
    }

    /** The network is cut; new connections are refused until {@link #restore}. */
    void cut() {
        refusing = true;
        var was = wire;
        wire = null;
        if (was != null) {
            was.cut("Connection reset");
        }
    }

    /** From now on it refuses the user. */
    void lock(boolean locks) {
        locked = locks;
    }

    int refusedLogins() {
        return logins;
    }

    void restore() {
        refusing = false;
    }

    /** Asterisk dies and is started anew. */
    void restart() {
        lines.clear();
        channels.values().forEach(channel -> channel.forgotten = true);
        channels.clear();
        queues.restarted();
        stalled = false;
        stalledActions.clear();
        wires.clear();
        started = clock.wallTime().plusSeconds(1);
        cut();
        restore();
    }

    /** The channels are gone, and nobody is told. */
    void forgetChannels() {
        lines.clear();
        channels.values().forEach(channel -> channel.forgotten = true);
        channels.clear();
    }

    /** What stalled goes on with new connections alone; the actions of the old ones wait on. */
    void stallOnlyOld() {
        stalled = false;
    }

    /** Asterisk does nothing any more, though the connection stands. When it goes on, it carries out what it was told meanwhile. */
    void stall(boolean stalls) {
        stalled = stalls;
        while (!stalled && !stalledActions.isEmpty()) {
            stalledActions.remove().run();
        }
    }

    private void act(MemoryWire from, AmiMessage action) {
        if (!wires.contains(from)) {
            return;
        }
        if (stalled) {
            stalledActions.add(() -> carryOut(from, action));
        } else {
            carryOut(from, action);
        }
    }

    private void carryOut(MemoryWire from, AmiMessage action) {
        if (random.nextDouble() < forgotten) {
            return;
        }
        var id = action.get("ActionID");
        received.add(action.get("Action"));
        listener.accept(action);
        switch (action.get("Action")) {
            case "Challenge" -> answer(from, id, "Challenge: 110098897");
            case "Login" -> logIn(from, id);
            case "Ping" -> answer(from, id, "Ping: Pong\nTimestamp: " + stamp());
            case "CoreStatus" -> {
                var start = started.toString();
                answer(
                        from,
                        id,
                        "CoreStartupDate: " + start.substring(0, 10) + "\nCoreStartupTime: " + start.substring(11, 19));
            }
            case "CoreShowChannels" -> {
                answer(from, id, "EventList: start\nMessage: Channels will follow");
                for (var channel : channels.values()) {
                    if (channel.exists) {
                        var dial = channel.agi.dial();
                        write(
                                from,
                                "Event: CoreShowChannel\nActionID: %s\nChannel: PJSIP/carrier-1\nChannelState: %d\nApplication: %s\nApplicationData: %s\nBridgeId: %s\nUniqueid: %s\nLinkedid: %s\n"
                                        .formatted(
                                                id,
                                                channel.state,
                                                dial == null
                                                        ? channel.bridge.isEmpty() ? "AGI" : "Dial"
                                                        : dial.application().getFirst(),
                                                dial == null
                                                        ? ""
                                                        : dial.application().getLast(),
                                                dial == null ? channel.bridge : dial.bridge(),
                                                channel.id,
                                                channel.id));
                        var leg = dial == null ? "" : dial.row(id, channel.id);
                        if (!leg.isEmpty()) {
                            write(from, leg);
                        } else if (!channel.bridge.isEmpty()) {
                            write(
                                    from,
                                    "Event: CoreShowChannel\nActionID: %s\nChannel: PJSIP/carrier-2\nChannelState: 6\nApplication: AppDial\nBridgeId: %s\nUniqueid: other.1\nLinkedid: %s\n"
                                            .formatted(id, channel.bridge, channel.id));
                        }
                    }
                }
                for (var line : lines) {
                    var talk = leg(line.id());
                    var row = line.row(id, talk == null ? "" : talk.bridge());
                    if (!row.isEmpty()) {
                        write(from, row);
                    }
                }
                write(from, "Event: CoreShowChannelsComplete\nActionID: " + id + "\nEventList: Complete\n");
            }
            case "DeviceStateList" -> {
                answer(from, id, "EventList: start\nMessage: Device State Changes will follow");
                write(
                        from,
                        "Event: DeviceStateChange\nActionID: " + id + "\nDevice: PJSIP/agent101\nState: NOT_INUSE\n");
                write(from, "Event: DeviceStateListComplete\nActionID: " + id + "\nEventList: Complete\n");
            }
            case "QueueStatus" -> {
                answer(from, id, "EventList: start\nMessage: Queue status will follow");
                queues.rows(id).forEach(row -> write(from, row));
                write(from, "Event: QueueStatusComplete\nActionID: " + id + "\nEventList: Complete\n");
            }
            case "QueueAdd" ->
                member(
                        from,
                        id,
                        queues.add(
                                action.get("Queue"),
                                action.get("Interface"),
                                action.get("Paused").equals("true")));
            case "QueueRemove" -> member(from, id, queues.remove(action.get("Queue"), action.get("Interface")));
            case "QueuePause" ->
                member(
                        from,
                        id,
                        queues.pause(
                                action.get("Queue"),
                                action.get("Interface"),
                                action.get("Paused").equals("true"),
                                action.get("Reason")));
            case "Originate" -> originate(from, id, action);
            case "Hangup" -> {
                var channel = channels.get(action.get("Channel"));
                var leg = leg(action.get("Channel"));
                var line = lineAt(action.get("Channel"));
                if (line != null && leg == null) {
                    answer(from, id, "Message: Channel Hungup");
                    line.isHungUp();
                } else if (leg != null) {
                    answer(from, id, "Message: Channel Hungup");
                    leg.legIsHungUp();
                } else if (channel == null || !channel.exists) {
                    refuse(from, id, "No such channel");
                } else {
                    answer(from, id, "Message: Channel Hungup");
                    channel.hangUp();
                }
            }
            case "AGI" -> {
                var channel = channels.get(action.get("Channel"));
                if (channel == null || !channel.exists) {
                    refuse(from, id, "Channel " + action.get("Channel") + " does not exist.");
                } else {
                    answer(from, id, "Message: Added AGI command to queue");
                    if (!channel.agi.command(action.get("Command"), action.get("CommandID"))) {
                        throw new AssertionError("not in AsyncAGI: " + action);
                    }
                }
            }
            case "ControlPlayback" -> order(from, action, "Message: none", channel -> channel.agi.stopSound());
            case "Redirect" -> order(from, action, "Message: Redirect successful", channel -> channel.agi.breakOff());
            case "PlayDTMF" ->
                order(
                        from,
                        action,
                        "Message: DTMF successfully queued",
                        channel -> channel.agi.key(action.get("Digit")));
            case "StopMixMonitor" -> order(from, action, "Message: none", Channel::recordingStops);
            case "Setvar" -> {
                if (action.get("Variable").equals("OUTPACE_WAITING")) {
                    answer(from, id, "Message: Variable Set");
                    notes.put(action.get("Channel"), action.get("Value"));
                } else {
                    order(from, action, "Message: Variable Set", channel -> {
                        channel.kept = action.get("Value");
                        channel.agi.wakes();
                    });
                }
            }
            case "Status" -> {
                answer(from, id, "EventList: start\nMessage: Channel status will follow");
                for (var channel : channels.values()) {
                    if (channel.exists) {
                        write(
                                from,
                                "Event: Status\nActionID: %s\nUniqueid: %s\nVariable: OUTPACE_WAITING=%s\n"
                                        .formatted(id, channel.id, notes.getOrDefault(channel.id, "(null)")));
                    }
                }
                write(from, "Event: StatusComplete\nActionID: " + id + "\nEventList: Complete\n");
            }
            case "Getvar" -> {
                var channel = channels.get(action.get("Channel"));
                boolean ofQueue = action.get("Variable").startsWith("AST_CONFIG");
                var packets = channel == null ? "" : channel.packets();
                answer(from, id, "Variable: x\nValue: " + (ofQueue ? Long.toString(FakeQueues.WRAP_UP) : packets));
            }
            default -> throw new AssertionError("not an action of ours: " + action);
        }
    }

    private void member(MemoryWire from, String id, String refusal) {
        if (refusal.isEmpty()) {
            answer(from, id, "Message: none");
        } else {
            refuse(from, id, refusal);
        }
    }

    private void order(MemoryWire from, AmiMessage action, String message, Consumer<Channel> order) {
        var id = action.get("ActionID");
        var channel = channels.get(action.get("Channel"));
        if (channel == null || !channel.exists) {
            refuse(from, id, "No such channel");
        } else {
            answer(from, id, message);
            order.accept(channel);
        }
    }

    /** After how many seconds Asterisk ends a call, as it was told last; 0 for never. */
    String kept(String channelId) {
        var channel = channels.get(channelId);
        return channel == null ? "" : channel.kept;
    }

    /** The commands that a channel began to carry out. */
    List<String> commands(String channelId) {
        var channel = channels.get(channelId);
        return channel == null ? List.of() : channel.agi.done();
    }

    private void logIn(MemoryWire from, String id) {
        if (locked) {
            logins++;
            refuse(from, id, "Authentication failed");
        } else {
            answer(from, id, "Message: Authentication accepted");
            tell(from, "Event: FullyBooted\nPrivilege: system,all\nStatus: Fully Booted\n");
        }
    }

    private void originate(MemoryWire from, String actionId, AmiMessage action) {
        var number = action.get("Channel").replaceAll("@.*", "");
        var digits = number.substring(number.length() - 2);
        if (digits.equals("13")) {
            refuse(from, actionId, "Extension does not exist.");
            return;
        }
        answer(from, actionId, "Message: Originate successfully queued");
        boolean supervisor = action.get("ChannelId").contains("-supervisor-");
        if (!supervisor && !action.get("Channel").contains("@")) {
            var ringFor = Duration.ofMillis(Long.parseLong(action.get("Timeout")));
            var line = new FakeLine(new LineWorld(), action.get("Channel"), action.get("ChannelId"), actionId, ringFor);
            lines.add(line);
            line.begin(misses == null);
            return;
        }
        var recording = Transcript.of(supervisor ? "supervisor-answers" : RECORDINGS.getOrDefault(digits, "busy"));
        var timeout = Duration.ofMillis(Long.parseLong(action.get("Timeout")));
        var channel = new Channel(
                action.get("ChannelId"), actionId, recording, timeout, digits.equals(CROSSING), digits.equals(MACHINE));
        channels.put(channel.id, channel);
        channel.play(recording.beforeHangUp(), false);
    }

    private final class LineWorld implements FakeLine.World {
        @Override
        public void later(Duration delay, Runnable task) {
            FakeAsterisk.this.later(delay, task);
        }

        @Override
        public void tell(Step step, UnaryOperator<String> names) {
            FakeAsterisk.this.tell(wire, names.apply(step.message()).replace("${now}", stamp()));
        }
    }

    private void answer(@Nullable MemoryWire to, String id, String fields) {
        write(to, "Response: Success\nActionID: " + id + '\n' + fields + '\n');
    }

    private void refuse(@Nullable MemoryWire to, String id, String reason) {
        write(to, "Response: Error\nActionID: " + id + "\nMessage: " + reason + '\n');
    }

    private void tell(@Nullable MemoryWire to, String event) {
        write(to, event);
        // A key that is told twice was pressed twice.
        if (!event.startsWith("Event: DTMF") && random.nextDouble() < doubled) {
            write(to, event);
        }
    }

    private void write(@Nullable MemoryWire to, String message) {
        if (to != null && !to.isClosed() && !stalled) {
            boolean blank = disorder && random.nextInt(10) == 0;
            to.write((blank ? "\r\n" : "") + message.replace("\n", "\r\n") + "\r\n");
        }
    }

    private String stamp() {
        var now = clock.wallTime().plus(ahead);
        return "%d.%06d".formatted(now.getEpochSecond(), now.getNano() / 1_000);
    }
}
