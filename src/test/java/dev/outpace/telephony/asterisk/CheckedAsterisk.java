package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineClock;
import dev.outpace.telephony.asterisk.ami.AmiMessage;
import dev.outpace.telephony.asterisk.ami.AmiWire;
import dev.outpace.telephony.asterisk.ami.MemoryWire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** An Asterisk whose answers are those of a real 22.10: what it has, and whom it lets do what. */
final class CheckedAsterisk implements AmiWire.Connector {
    final Set<String> commands = new HashSet<>(Set.of(
            "Originate",
            "Hangup",
            "Setvar",
            "Getvar",
            "AGI",
            "CoreStatus",
            "CoreShowChannels",
            "Redirect",
            "QueuePause",
            "PlayDTMF",
            "ShowDialPlan"));
    final Map<String, String> values = new HashMap<>(Map.of(
            "DIALPLAN_EXISTS(outpace,agi,1)", "1",
            "DEVICE_STATE(PJSIP/carrier)", "NOT_INUSE",
            "PJSIP_ENDPOINT(carrier,send_connected_line)", "no"));
    final Set<String> modules = new HashSet<>(Set.of(
            "res_agi.so",
            "app_playback.so",
            "app_mixmonitor.so",
            "app_amd.so",
            "app_confbridge.so",
            "app_chanspy.so",
            "res_http_media_cache.so"));
    final Set<String> reads = new HashSet<>(Set.of("system", "call", "agi"));
    final Set<String> silentTo = new HashSet<>();
    final List<String> calls = new ArrayList<>();
    Duration delay = Duration.ZERO;
    String appData = "agi:async";
    String greeting = "Asterisk Call Manager/11.0.0";
    boolean login = true;
    boolean times = true;
    /** What it gets when it is to play a sound. */
    String playback = "SUCCESS";
    /** Commands for channels, as they came. */
    final List<String> played = new ArrayList<>();

    private final EngineClock clock;
    private @Nullable MemoryWire wire;

    CheckedAsterisk(EngineClock clock) {
        this.clock = clock;
    }

    MemoryWire wire() {
        return Objects.requireNonNull(wire);
    }

    @Override
    public AmiWire connect(AmiWire.Listener listener) {
        wire = new MemoryWire(clock, new SplittableRandom(1), listener, this::act, () -> {});
        clock.schedule(Duration.ZERO, () -> wire().write(greeting + "\r\n"));
        return wire();
    }

    private void act(AmiMessage action) {
        var name = action.get("Action");
        if (silentTo.contains(name)) {
            return;
        }
        if (!delay.isZero() && (name.equals("Getvar") || name.equals("ListCommands"))) {
            clock.schedule(delay, () -> answer(name, action));
            return;
        }
        if (commands.contains("Originate") || !name.equals("Originate")) {
            answer(name, action);
        } else {
            write("Response: Error", action, "Message: Permission denied");
        }
    }

    private void answer(String name, AmiMessage action) {
        switch (name) {
            case "Challenge" -> write("Response: Success", action, "Challenge: 110098897");
            case "Login" -> {
                write(
                        login ? "Response: Success" : "Response: Error",
                        action,
                        login ? "Message: Authentication accepted" : "Message: Authentication failed");
                tell("system", "FullyBooted", "Status: Fully Booted");
            }
            case "Ping" -> write("Response: Success", action, "Ping: Pong");
            case "ListCommands" ->
                write(
                        "Response: Success",
                        action,
                        commands.stream()
                                .map(each -> each + ": Does it.  (Priv: x,all)")
                                .toList()
                                .toArray(String[]::new));
            case "Getvar" -> write("Response: Success", action, "Value: " + value(action.get("Variable")));
            case "ShowDialPlan" -> {
                write("Response: Success", action, "EventList: start");
                write(
                        "Event: ListDialplan",
                        action,
                        "Context: outpace",
                        "Extension: agi",
                        "Priority: 1",
                        "Application: AGI",
                        "AppData: " + appData);
                write("Event: ShowDialPlanComplete", action, "EventList: Complete");
            }
            case "AGI" -> {
                played.add(action.get("Command"));
                write("Response: Success", action, "Message: Added AGI command to queue");
                var value = action.get("Command").startsWith("GET VARIABLE") ? "1%20(" + playback + ")" : "0";
                tell(
                        "agi",
                        "AsyncAGIExec",
                        "Uniqueid: " + action.get("Channel"),
                        "CommandId: " + action.get("CommandID"),
                        "Result: 200%20result%3D" + value + "%0A");
            }
            case "Originate" -> originate(action);
            case "Hangup" -> {
                calls.add("hang up " + action.get("Channel"));
                write("Response: Success", action, "Message: Channel Hungup");
            }
            case "CoreStatus" ->
                write("Response: Success", action, "CoreStartupDate: 2026-11-02", "CoreStartupTime: 08:00:00");
            case "Status", "DeviceStateList", "QueueStatus", "CoreShowChannels" -> {
                write("Response: Success", action, "EventList: start");
                write("Event: " + name + "Complete", action, "EventList: Complete");
            }
            default -> throw new AssertionError("not an action of the check: " + action);
        }
    }

    private String value(String of) {
        if (of.equals("EPOCH")) {
            return values.getOrDefault(of, Long.toString(clock.wallTime().getEpochSecond()));
        }
        return of.startsWith("IFMODULE(")
                ? modules.contains(of.substring("IFMODULE(".length(), of.length() - 1)) ? "1" : "0"
                : values.getOrDefault(of, "");
    }

    private void originate(AmiMessage action) {
        calls.add(action.get("Channel"));
        write("Response: Success", action, "Message: Originate successfully queued");
        tell("call", "Newchannel", "Uniqueid: " + action.get("ChannelId"));
        if (appData.startsWith("agi:async")) {
            tell("agi", "AsyncAGIStart", "Uniqueid: " + action.get("OtherChannelId"));
        }
    }

    private void tell(String right, String event, String... fields) {
        if (reads.contains(right)) {
            wire().write("Event: " + event + "\r\n" + String.join("\r\n", fields) + "\r\n"
                    + (times ? "Timestamp: 1793610000.000100\r\n" : "") + "\r\n");
        }
    }

    private void write(String first, AmiMessage to, String... fields) {
        wire().write(first + "\r\nActionID: " + to.get("ActionID") + "\r\n" + String.join("\r\n", fields) + "\r\n\r\n");
    }
}
