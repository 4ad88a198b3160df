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
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether an Asterisk is set up as these settings need it, and what to change. It rings nobody: the one call that it makes
 * stays within Asterisk. All of it happens on the thread of the clock.
 */
public final class ConnectionCheck implements AmiSession.Listener {
    private static final String DRY_CALL = "dry_call";
    private static final String MANAGER = "manager.conf";

    private static final Duration STEP_LIMIT = Duration.ofSeconds(5);

    private final EngineClock clock;
    private final AsteriskSettings settings;
    private final Consumer<CheckResult> found;
    private final Runnable done;
    private final ArrayDeque<Step> steps = new ArrayDeque<>();
    private final EngineClock.Timer overall;
    private final DryCallCheck dryCall;
    private final CheckedExchange exchange = new Exchange();
    private final AmiSession session;

    /** @param name of its line */
    private record Step(String name, Runnable run) {}

    private EngineClock.@Nullable Timer limit;
    /** Name of the step that runs; empty before the first and after the last. */
    private String running = "";

    private boolean greeted;
    private boolean ready;
    private boolean booted;
    private boolean over;

    /**
     * Begins to check.
     *
     * @param queues names of those of Asterisk's own queues that the workspace uses
     * @param sound that Asterisk is to fetch and play; null if none is served
     * @param left of the time of the whole check
     * @param found hears each result when it is there
     * @param done all is checked that can be, and the connection is closed
     */
    public ConnectionCheck(
            EngineClock clock,
            AmiWire.Connector connector,
            AsteriskSettings settings,
            Set<String> queues,
            @Nullable TrialSound sound,
            Duration left,
            Consumer<CheckResult> found,
            Runnable done) {
        this.clock = clock;
        this.settings = settings;
        this.found = found;
        this.done = done;
        dryCall = new DryCallCheck(clock, exchange, settings, sound);
        steps.add(new Step("rights", () -> new RightsCheck(exchange).run(this::next)));
        steps.add(new Step(
                "reads", () -> new ManagerCheck(settings.login().user(), exchange::value, this::tell).run(this::next)));
        steps.add(new Step(
                "dialplan",
                () -> new DialplanCheck(exchange, settings.context(), settings.extension()).run(this::dialplanSeen)));
        steps.add(new Step("trunk", () -> new TrunkCheck(exchange, settings.trunk()).run(this::next)));
        steps.add(new Step("modules", () -> new ModuleCheck(exchange).run(this::next)));
        if (!queues.isEmpty()) {
            steps.add(new Step("queues", () -> new QueueCheck(queues, exchange::value, this::tell, this::next).next()));
        }
        steps.add(new Step("clock", () -> new ClockCheck(exchange, clock).run(this::next)));
        steps.add(new Step(DRY_CALL, () -> dryCall.run(this::next, this::hangUp)));
        overall = clock.schedule(left, this::endInTime);
        session = new AmiSession(
                clock,
                listener -> connector.connect(new Heard(listener)),
                settings.login(),
                new ExchangeTime(clock),
                this);
    }

    /** What each of the checks may use of it. */
    private final class Exchange implements CheckedExchange {
        @Override
        public void ask(AmiAction action, Consumer<AmiMessage> answered) {
            session.ask(action, answered);
        }

        @Override
        public void list(AmiAction action, Consumer<List<AmiMessage>> listed) {
            session.list(action, listed);
        }

        @Override
        public void found(CheckResult result) {
            tell(result);
        }
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
                        : CheckResult.warn("events", "events.no_system").paste(MANAGER, RightsCheck.LINES));
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
                    .paste(MANAGER, "[" + settings.login().user() + "]\nsecret = …\npermit = …\n" + RightsCheck.LINES));
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
        if (!running.equals(DRY_CALL)) {
            mustAnswer(running);
        }
        step.run().run();
    }

    private void endInTime() {
        if (!running.isEmpty()) {
            steps.addFirst(new Step(running.equals(DRY_CALL) ? dryCall.name() : running, () -> {}));
        }
        if (!ready) {
            tell(CheckTime.notTried("login"));
        }
        steps.forEach(step -> tell(CheckTime.notTried(step.name())));
        if (dryCall.isCalled()) {
            session.tell(dryCall.hangUp());
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
            dryCall.cancel();
            if (limit != null) {
                limit.cancel();
            }
            session.close();
            done.run();
        }
    }

    private void dialplanSeen(boolean there) {
        if (!there) {
            // Nor can a call be made to it.
            steps.removeLast();
        }
        next();
    }

    private void hangUp() {
        running = "";
        mustAnswer("link");
        session.ask(dryCall.hangUp(), _ -> next());
    }

    @Override
    public void event(AmiMessage event) {
        dryCall.heard(event);
    }
}
