package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineClock;
import dev.outpace.telephony.asterisk.ami.AmiAction;
import dev.outpace.telephony.asterisk.ami.AmiMessage;
import dev.outpace.telephony.asterisk.ami.AmiSession;
import dev.outpace.telephony.asterisk.ami.AmiWire;
import dev.outpace.telephony.asterisk.ami.ExchangeTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether an Asterisk is set up as these settings need it, and what to change. It rings nobody: the one call that it makes
 * stays within Asterisk. All of it happens on the thread of the clock.
 */
public final class ConnectionCheck implements AmiSession.Listener {
    /** Without these actions no call can be made. */
    private static final List<String> NEEDED =
            List.of("Originate", "Hangup", "Setvar", "Getvar", "AGI", "CoreStatus", "CoreShowChannels");

    private static final List<String> WANTED = List.of("Redirect", "QueuePause", "PlayDTMF");

    private static final String USER_LINES = """
        read = system,call,agent,user,dtmf,agi
        write = call,agent,originate,agi,reporting
        """;

    /** Of no use for calls, but for what flows and supervisors do in them. */
    private static final List<String> MODULES = List.of(
            "app_playback.so",
            "app_mixmonitor.so",
            "app_amd.so",
            "app_confbridge.so",
            "app_chanspy.so",
            "res_http_media_cache.so");

    private static final String MANAGER = "manager.conf";
    private static final String EXTENSIONS = "extensions.conf";
    private static final String PJSIP = "pjsip.conf";

    private static final Duration STEP_LIMIT = Duration.ofSeconds(5);
    /** Nobody waits longer for a page of lines. */
    private static final Duration WHOLE_LIMIT = Duration.ofSeconds(10);

    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofSeconds(2);

    private final EngineClock clock;
    private final AsteriskSettings settings;
    private final Consumer<CheckResult> found;
    private final Runnable done;
    private final ArrayDeque<Step> steps = new ArrayDeque<>();
    private final EngineClock.Timer overall;
    private final String dryCall = "outpace-check-" + UUID.randomUUID();
    private final AmiSession session;

    /** @param name of its line */
    private record Step(String name, Runnable run) {}

    private EngineClock.@Nullable Timer limit;
    /** Name of the step that runs; empty before the first. */
    private String running = "";

    private boolean greeted;
    private boolean ready;
    private boolean booted;
    private boolean over;
    /** Whether the channel of the call was told. */
    private boolean called;

    private boolean waits;
    private boolean timeSeen;

    /**
     * Begins to check.
     *
     * @param queues names of those of Asterisk's own queues that the workspace uses
     * @param found hears each result when it is there
     * @param done all is checked that can be, and the connection is closed
     */
    public ConnectionCheck(
            EngineClock clock,
            AmiWire.Connector connector,
            AsteriskSettings settings,
            Set<String> queues,
            Consumer<CheckResult> found,
            Runnable done) {
        this.clock = clock;
        this.settings = settings;
        this.found = found;
        this.done = done;
        steps.add(new Step("rights", this::rights));
        steps.add(new Step("reads", this::manager));
        steps.add(new Step("dialplan", this::dialplan));
        steps.add(new Step("trunk", this::trunk));
        steps.add(new Step("modules", this::modules));
        if (!queues.isEmpty()) {
            steps.add(new Step("queues", () -> queues(queues)));
        }
        steps.add(new Step("clock", this::clocks));
        steps.add(new Step("dry_call", this::dryCall));
        overall = clock.schedule(WHOLE_LIMIT, this::endInTime);
        session = new AmiSession(
                clock,
                listener -> connector.connect(new Heard(listener)),
                settings.login(),
                new ExchangeTime(clock),
                this);
    }

    /** Hears what a session keeps to itself. */
    private final class Heard implements AmiWire.Listener {
        private final AmiWire.Listener session;

        Heard(AmiWire.Listener session) {
            this.session = session;
        }

        @Override
        public void greeted(String greeting) {
            greeted = true;
            session.greeted(greeting);
        }

        @Override
        public void received(AmiMessage message) {
            booted |= message.event().equals("FullyBooted");
            session.received(message);
        }

        @Override
        public void closed(String reason) {
            session.closed(reason);
        }
    }

    @Override
    public void ready() {
        ready = true;
        tell(CheckResult.ok("login", "login.ok", settings.login().user()));
        tell(
                booted
                        ? CheckResult.ok("events", "events.ok")
                        : CheckResult.warn("events", "events.no_system").paste(MANAGER, USER_LINES));
        next();
    }

    @Override
    public void closed(String reason) {
        if (over) {
            return;
        }
        if (ready) {
            tell(CheckResult.fail("link", "link.lost", reason));
        } else if (greeted) {
            tell(CheckResult.fail("login", "login.refused", settings.login().user(), reason)
                    .paste(MANAGER, "[" + settings.login().user() + "]\nsecret = …\npermit = …\n" + USER_LINES));
        } else {
            tell(CheckResult.fail("login", "login.no_greeting", reason));
        }
        finish();
    }

    private void tell(CheckResult result) {
        if (!over) {
            found.accept(result);
        }
    }

    private void next() {
        if (limit != null) {
            limit.cancel();
            limit = null;
        }
        var step = steps.poll();
        if (over) {
            return;
        }
        if (step == null) {
            finish();
            return;
        }
        running = step.name();
        step.run().run();
    }

    /** What could not be checked in time is no fault of the exchange, and no proof either. */
    private void endInTime() {
        if (!running.isEmpty()) {
            steps.addFirst(new Step(running, () -> {}));
        }
        steps.forEach(step -> tell(CheckResult.warn(step.name(), "not_tried", WHOLE_LIMIT.toSeconds())));
        if (called) {
            session.tell(AmiAction.of("Hangup").with("Channel", dryCall));
        }
        finish();
    }

    /** The step that runs must be through in time; an exchange that does not answer is not asked on. */
    private void mustAnswer(String name) {
        limit = clock.schedule(STEP_LIMIT, () -> {
            tell(CheckResult.fail(name, "no_answer", STEP_LIMIT.toSeconds()));
            finish();
        });
    }

    private void finish() {
        if (!over) {
            over = true;
            overall.cancel();
            if (limit != null) {
                limit.cancel();
            }
            session.close();
            done.run();
        }
    }

    private void rights() {
        mustAnswer("rights");
        session.ask(AmiAction.of("ListCommands"), answer -> {
            var missing = missing(NEEDED, answer);
            var lacking = missing(WANTED, answer);
            if (!missing.isEmpty()) {
                tell(CheckResult.fail("rights", "rights.missing", missing).paste(MANAGER, USER_LINES));
            } else if (!lacking.isEmpty()) {
                tell(CheckResult.warn("rights", "rights.fewer", lacking).paste(MANAGER, USER_LINES));
            } else {
                tell(CheckResult.ok("rights", "rights.ok"));
            }
            next();
        });
    }

    private static String missing(List<String> actions, AmiMessage commands) {
        return actions.stream().filter(action -> commands.get(action).isEmpty()).collect(Collectors.joining(", "));
    }

    private void manager() {
        mustAnswer("reads");
        new ManagerCheck(settings.login().user(), this::value, this::tell).run(this::next);
    }

    private String dialplanLines() {
        return "[" + settings.context() + "]\nexten => " + settings.extension()
                + ",1,AGI(agi:async)\n same => n,Hangup()\n";
    }

    private void dialplan() {
        mustAnswer("dialplan");
        var place = settings.context() + ',' + settings.extension();
        value("DIALPLAN_EXISTS(" + place + ",1)", there -> {
            if (!there.equals("1")) {
                tell(CheckResult.fail("dialplan", "dialplan.missing", place).paste(EXTENSIONS, dialplanLines()));
                // Nor can a call be made to it.
                steps.removeLast();
                next();
                return;
            }
            session.list(AmiAction.of("ShowDialPlan").with("Context", settings.context()), lines -> {
                boolean waitsForOrders = lines.stream()
                        .filter(line -> line.get("Extension").equals(settings.extension()))
                        .anyMatch(line -> line.get("Application").equalsIgnoreCase("AGI")
                                && line.get("AppData").startsWith("agi:async"));
                // Who may not list the dialplan is told by the dry call.
                tell(
                        waitsForOrders || lines.isEmpty()
                                ? CheckResult.ok("dialplan", "dialplan.ok", place)
                                : CheckResult.fail("dialplan", "dialplan.other", place)
                                        .paste(EXTENSIONS, dialplanLines()));
                next();
            });
        });
    }

    private void trunk() {
        mustAnswer("trunk");
        var trunk = settings.trunk();
        var written = trunk.technology() + '/' + trunk.name();
        if (trunk.technology().equalsIgnoreCase("Local")) {
            tell(CheckResult.ok("trunk", "trunk.local", trunk.name()));
            next();
            return;
        }
        value("DEVICE_STATE(" + written + ')', state -> {
            switch (state.toUpperCase(Locale.ROOT)) {
                case "INVALID", "" -> {
                    tell(CheckResult.fail("trunk", "trunk.none", written));
                    next();
                }
                case "UNAVAILABLE" -> {
                    tell(CheckResult.fail("trunk", "trunk.unavailable", written));
                    connectedLine();
                }
                default -> {
                    tell(CheckResult.ok("trunk", "trunk.ok", written));
                    connectedLine();
                }
            }
        });
    }

    /** Without this setting the carrier is told anew with whom the caller talks, each time that an agent's phone rings. */
    private void connectedLine() {
        if (!settings.trunk().technology().equalsIgnoreCase("PJSIP")) {
            next();
            return;
        }
        var name = settings.trunk().name();
        value("PJSIP_ENDPOINT(" + name + ",send_connected_line)", sends -> {
            tell(
                    sends.equalsIgnoreCase("no")
                            ? CheckResult.ok("connected_line", "connected_line.ok")
                            : CheckResult.warn("connected_line", "connected_line.sent", name)
                                    .paste(PJSIP, "[" + name + "]\nsend_connected_line = no\n"));
            next();
        });
    }

    private void modules() {
        mustAnswer("modules");
        loaded("res_agi.so", agi -> {
            if (!agi) {
                tell(CheckResult.fail("modules", "modules.no_agi").paste("modules.conf", "load = res_agi.so\n"));
                next();
                return;
            }
            loaded(new ArrayDeque<>(MODULES), List.of());
        });
    }

    private void loaded(ArrayDeque<String> left, List<String> missing) {
        var module = left.poll();
        if (module != null) {
            loaded(
                    module,
                    is -> loaded(
                            left,
                            is
                                    ? missing
                                    : Stream.concat(missing.stream(), Stream.of(module))
                                            .toList()));
            return;
        }
        tell(
                missing.isEmpty()
                        ? CheckResult.ok("modules", "modules.ok")
                        : CheckResult.warn("modules", "modules.missing", String.join(", ", missing))
                                .paste(
                                        "modules.conf",
                                        missing.stream()
                                                .map(each -> "load = " + each + '\n')
                                                .collect(Collectors.joining())));
        next();
    }

    private void loaded(String module, Consumer<Boolean> is) {
        value("IFMODULE(" + module + ')', value -> is.accept(value.equals("1")));
    }

    private void queues(Set<String> queues) {
        mustAnswer("queues");
        new QueueCheck(queues, this::value, this::tell, this::next).next();
    }

    private void clocks() {
        mustAnswer("clock");
        value("EPOCH", value -> {
            try {
                long seconds = Long.parseLong(value) - clock.wallTime().getEpochSecond();
                tell(
                        Math.abs(seconds) <= CLOCKS_MAY_DIFFER.toSeconds()
                                ? CheckResult.ok("clock", "clock.ok")
                                : CheckResult.warn(
                                        "clock", seconds > 0 ? "clock.ahead" : "clock.behind", Math.abs(seconds)));
            } catch (NumberFormatException untold) {
                tell(CheckResult.warn("clock", "clock.untold"));
            }
            next();
        });
    }

    private void value(String of, Consumer<String> then) {
        session.ask(
                AmiAction.of("Getvar").with("Variable", of),
                answer -> then.accept(answer.agrees() ? answer.get("Value").strip() : ""));
    }

    /** A call from the dialplan to itself, which nobody's phone takes part in. */
    private void dryCall() {
        limit = clock.schedule(STEP_LIMIT, () -> {
            tell(CheckResult.fail("dry_call", called ? "dry_call.no_agi" : "dry_call.unheard")
                    .paste(MANAGER, USER_LINES));
            hangUp();
        });
        session.ask(
                AmiAction.of("Originate")
                        .with("Channel", "Local/" + settings.extension() + '@' + settings.context() + "/n")
                        .with("Application", "Wait")
                        .with("Data", "20")
                        .with("Async", "true")
                        .with("ChannelId", dryCall)
                        .with("OtherChannelId", dryCall + ";2"),
                answer -> {
                    if (!answer.agrees()) {
                        tell(CheckResult.fail("dry_call", "dry_call.refused", answer.get("Message")));
                        next();
                    }
                });
    }

    private void hangUp() {
        mustAnswer("link");
        session.ask(AmiAction.of("Hangup").with("Channel", dryCall), _ -> next());
    }

    @Override
    public void event(AmiMessage event) {
        timeSeen |= !event.get("Timestamp").isEmpty();
        var id = event.get("Uniqueid");
        if (!id.startsWith(dryCall)) {
            return;
        }
        called |= event.event().equals("Newchannel");
        if (event.event().equals("AsyncAGIStart") && !waits) {
            waits = true;
            tell(
                    called
                            ? CheckResult.ok("dry_call", "dry_call.ok")
                            : CheckResult.fail("dry_call", "dry_call.unheard").paste(MANAGER, USER_LINES));
            tell(
                    timeSeen
                            ? CheckResult.ok("timestamps", "timestamps.ok")
                            : CheckResult.warn("timestamps", "timestamps.none")
                                    .paste(MANAGER, "[general]\ntimestampevents = yes\n"));
            if (limit != null) {
                limit.cancel();
            }
            hangUp();
        }
    }
}
