package dev.outpace.workspace;

import dev.outpace.model.Json;
import dev.outpace.model.JsonText;
import dev.outpace.model.LineLimits;
import dev.outpace.telephony.simulated.Distribution;
import dev.outpace.telephony.simulated.Distribution.AtOnce;
import dev.outpace.telephony.simulated.Distribution.Constant;
import dev.outpace.telephony.simulated.Distribution.Exponential;
import dev.outpace.telephony.simulated.Distribution.Lognormal;
import dev.outpace.telephony.simulated.Distribution.Parts;
import dev.outpace.telephony.simulated.Distribution.Weibull;
import dev.outpace.telephony.simulated.WorldSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Settings as they are stored. What an older or newer program wrote and this one can't read takes its default. */
final class SettingsText {
    static final String WORKSPACE = "workspace";
    static final String WORLD = "simulated_telephony";

    private final JsonText json;

    SettingsText(JsonText json) {
        this.json = json;
    }

    String write(WorkspaceSettings settings) {
        var fields = new LinkedHashMap<String, Json>();
        fields.put("concurrent_calls", number(settings.lines().concurrentCalls()));
        fields.put("calls_per_second", number(settings.lines().callsPerSecond()));
        fields.put("number_gap_minutes", number(minutes(settings.lines())));
        fields.put("abandon_limit", number(settings.abandonLimit()));
        fields.put("abandon_window_hours", number(settings.abandonWindowHours()));
        fields.put("theme", new Json.Text(settings.theme().name()));
        fields.put("journal_days", number(settings.journalDays()));
        return json.write(new Json.Obj(fields));
    }

    WorkspaceSettings readWorkspace(String text) {
        var fields = object(text);
        var otherwise = WorkspaceSettings.DEFAULT;
        var settings = new WorkspaceSettings(
                new LineLimits(
                        (int) real(fields, "concurrent_calls", otherwise.lines().concurrentCalls()),
                        (int) real(fields, "calls_per_second", otherwise.lines().callsPerSecond()),
                        Duration.ofMinutes((long) real(fields, "number_gap_minutes", minutes(otherwise.lines())))),
                real(fields, "abandon_limit", otherwise.abandonLimit()),
                (int) real(fields, "abandon_window_hours", otherwise.abandonWindowHours()),
                fields.text("theme", "").equals("DARK") ? WorkspaceSettings.Theme.DARK : WorkspaceSettings.Theme.LIGHT,
                (int) real(fields, "journal_days", otherwise.journalDays()));
        return settings.problems().isEmpty() ? settings : otherwise;
    }

    private static int minutes(LineLimits lines) {
        return Math.toIntExact(lines.numberGap().toMinutes());
    }

    String write(WorldSettings world) {
        return json.write(fields(world));
    }

    static Json.Obj fields(WorldSettings world) {
        var dial = new LinkedHashMap<String, Json>();
        dial.put("answered", number(world.dial().answered()));
        dial.put("busy", number(world.dial().busy()));
        dial.put("rejected", number(world.dial().rejected()));
        dial.put("bad_number", number(world.dial().badNumber()));
        dial.put("failed", number(world.dial().failed()));
        dial.put("time_to_answer", distribution(world.dial().timeToAnswer()));
        dial.put("ring_delay", number(world.dial().ringDelay()));
        dial.put("fast_fail", number(world.dial().fastFail()));
        dial.put("no_answer", number(world.dial().noAnswer()));
        dial.put("refused", number(world.dial().refused()));
        dial.put("late_answer", number(world.dial().lateAnswer()));
        var fields = new LinkedHashMap<String, Json>();
        fields.put("dial", new Json.Obj(dial));
        fields.put("pick_up", distribution(world.handle().pickUp()));
        fields.put("talk", distribution(world.handle().talk()));
        fields.put("wrap_up", distribution(world.handle().wrapUp()));
        fields.put("patience", distribution(world.caller().patience()));
        fields.put("characters_per_second", number(world.caller().charactersPerSecond()));
        fields.put("break_share", number(world.breaks().share()));
        fields.put("break_every", number(world.breaks().every()));
        fields.put("break_length", number(world.breaks().length()));
        fields.put("agent_no_answer", number(world.misses().noAnswer()));
        fields.put("agent_rejected", number(world.misses().rejected()));
        fields.put("agent_unreachable", number(world.misses().unreachable()));
        fields.put("agent_ring_for", number(world.misses().ringFor()));
        fields.put("fault_lost_orders", number(world.faults().lostOrders()));
        fields.put("fault_late", number(world.faults().late()));
        fields.put("fault_late_by", number(world.faults().lateBy()));
        fields.put("fault_doubled", number(world.faults().doubled()));
        fields.put("fault_lost", number(world.faults().lost()));
        return new Json.Obj(fields);
    }

    WorldSettings readWorld(String text) {
        var world = world(object(text));
        return world.problems().isEmpty() ? world : WorldSettings.DEFAULT;
    }

    /** What is left out takes its default; nothing is checked. */
    static WorldSettings world(Json.Obj fields) {
        var dial = fields.get("dial") instanceof Json.Obj found ? found : Json.Obj.EMPTY;
        var d = WorldSettings.DEFAULT.dial();
        var h = WorldSettings.DEFAULT.handle();
        var c = WorldSettings.DEFAULT.caller();
        var b = WorldSettings.DEFAULT.breaks();
        var m = WorldSettings.DEFAULT.misses();
        var f = WorldSettings.DEFAULT.faults();
        return new WorldSettings(
                new WorldSettings.Dial(
                        real(dial, "answered", d.answered()),
                        real(dial, "busy", d.busy()),
                        real(dial, "rejected", d.rejected()),
                        real(dial, "bad_number", d.badNumber()),
                        real(dial, "failed", d.failed()),
                        distribution(dial, "time_to_answer", d.timeToAnswer()),
                        real(dial, "ring_delay", d.ringDelay()),
                        real(dial, "fast_fail", d.fastFail()),
                        real(dial, "no_answer", d.noAnswer()),
                        real(dial, "refused", d.refused()),
                        real(dial, "late_answer", d.lateAnswer())),
                new WorldSettings.Handle(
                        distribution(fields, "pick_up", h.pickUp()),
                        distribution(fields, "talk", h.talk()),
                        distribution(fields, "wrap_up", h.wrapUp())),
                new WorldSettings.Caller(
                        distribution(fields, "patience", c.patience()),
                        real(fields, "characters_per_second", c.charactersPerSecond())),
                new WorldSettings.Breaks(
                        real(fields, "break_share", b.share()),
                        real(fields, "break_every", b.every()),
                        real(fields, "break_length", b.length())),
                new WorldSettings.Misses(
                        real(fields, "agent_no_answer", m.noAnswer()),
                        real(fields, "agent_rejected", m.rejected()),
                        real(fields, "agent_unreachable", m.unreachable()),
                        real(fields, "agent_ring_for", m.ringFor())),
                new WorldSettings.Faults(
                        real(fields, "fault_lost_orders", f.lostOrders()),
                        real(fields, "fault_late", f.late()),
                        real(fields, "fault_late_by", f.lateBy()),
                        real(fields, "fault_doubled", f.doubled()),
                        real(fields, "fault_lost", f.lost())));
    }

    private Json.Obj object(String text) {
        try {
            return json.read(text) instanceof Json.Obj fields ? fields : Json.Obj.EMPTY;
        } catch (IllegalArgumentException unreadable) {
            return Json.Obj.EMPTY;
        }
    }

    private static Json number(double value) {
        return new Json.Num(BigDecimal.valueOf(value));
    }

    private static double real(Json.Obj fields, String name, double otherwise) {
        return fields.get(name) instanceof Json.Num(var value) ? value.doubleValue() : otherwise;
    }

    private static Json distribution(Distribution distribution) {
        return new Json.Obj(
                switch (distribution) {
                    case Lognormal(var mean, var sd) ->
                        Map.of("distribution", new Json.Text("lognormal"), "mean", number(mean), "sd", number(sd));
                    case Exponential(var mean) ->
                        Map.of("distribution", new Json.Text("exponential"), "mean", number(mean));
                    case Constant(var mean) -> Map.of("distribution", new Json.Text("constant"), "mean", number(mean));
                    case Weibull(var mean, var shape) ->
                        Map.of("distribution", new Json.Text("weibull"), "mean", number(mean), "shape", number(shape));
                    case Parts(var seconds) ->
                        Map.of(
                                "distribution",
                                new Json.Text("parts"),
                                "seconds",
                                new Json.Array(seconds.stream()
                                        .map(SettingsText::number)
                                        .toList()));
                    case AtOnce(var share, var others) ->
                        Map.of(
                                "distribution",
                                new Json.Text("at_once"),
                                "share",
                                number(share),
                                "others",
                                distribution(others));
                });
    }

    private static Distribution distribution(Json.Obj fields, String name, Distribution otherwise) {
        if (!(fields.get(name) instanceof Json.Obj found)) {
            return otherwise;
        }
        double mean = real(found, "mean", otherwise.mean());
        return switch (found.text("distribution", "")) {
            case "lognormal" -> new Lognormal(mean, real(found, "sd", 1));
            case "exponential" -> new Exponential(mean);
            case "constant" -> new Constant(mean);
            case "weibull" -> new Weibull(mean, real(found, "shape", 1));
            case "parts" ->
                found.get("seconds") instanceof Json.Array(var parts)
                        ? new Parts(parts.stream()
                                .map(part -> part instanceof Json.Num(var value) ? value.doubleValue() : 0.0)
                                .toList())
                        : otherwise;
            case "at_once" -> new AtOnce(real(found, "share", 0), distribution(found, "others", otherwise));
            default -> otherwise;
        };
    }
}
