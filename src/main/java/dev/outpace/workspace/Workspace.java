package dev.outpace.workspace;

import dev.outpace.engine.CampaignEngine;
import dev.outpace.engine.EngineInbox;
import dev.outpace.engine.EngineState;
import dev.outpace.engine.EngineThread;
import dev.outpace.engine.EngineTrace;
import dev.outpace.engine.Telephony;
import dev.outpace.journal.EngineJournal;
import dev.outpace.journal.JournalFolder;
import dev.outpace.model.Alarm;
import dev.outpace.model.CallCounts;
import dev.outpace.model.Ids;
import dev.outpace.model.JsonText;
import dev.outpace.model.Problem;
import dev.outpace.model.ResourceBook;
import dev.outpace.pacing.StandardPolicies;
import dev.outpace.store.Store;
import dev.outpace.store.StoreException;
import dev.outpace.telephony.simulated.CarrierLog;
import dev.outpace.whatif.WhatIfEffort;
import dev.outpace.workspace.secrets.SecretAccess;
import dev.outpace.workspace.secrets.SecretKeeper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open workspace: its data, its running engine, and a facade for each subject. */
public final class Workspace implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workspace.class);
    /** How long a closing waits for the exchange to tell the ends of calls. */
    private static final Duration FOR_ENDS = Duration.ofSeconds(3);

    private final Path folder;
    private final Store store;
    private final EngineThread engine;
    private final EngineJournal journal;
    private final WorkspaceNews feed;
    private final Catalog catalog;
    private final Campaigns campaigns;
    private final Resources resources;
    private final TargetLists targetLists;
    private final TargetImports targetImports;
    private final SetUps setUps;
    private final DoNotCallLists doNotCallLists;
    private final RuleDesk ruleDesk;
    private final RuleLooks ruleLooks;
    private final Teams teams;
    private final Calls calls;
    private final Settings settings;
    private final Supervision supervision;
    private final Recordings recordings;
    private final TelephonyDesk telephonyDesk;
    private final LinkSwitch linkSwitch;
    private final Clock clock;
    private final double speed;
    private final boolean demo;
    private final boolean goOn;
    private final boolean real;
    private volatile boolean closing;
    /** Used on the engine thread only. */
    private @Nullable Telephony telephony;

    /**
     * How a workspace is opened.
     *
     * @param owner who has it, in words, for others who try to open it
     * @param speed engine seconds in a second, at least 1
     * @param demo fill it with demo data if it is empty; a workspace with data of its own is refused
     * @param goOn campaigns that were running go on without being asked
     * @param seed for call ids and the simulated world
     * @param secrets how the secret of an exchange is had
     */
    public record Opening(
            Path folder,
            String owner,
            double speed,
            boolean demo,
            boolean goOn,
            long seed,
            CarrierLog carrierLog,
            SecretAccess secrets) {
        /** With the system's keyring, and nobody to ask for a passphrase. */
        public Opening(
                Path folder, String owner, double speed, boolean demo, boolean goOn, long seed, CarrierLog carrierLog) {
            this(folder, owner, speed, demo, goOn, seed, carrierLog, SecretAccess.ofSystem());
        }
    }

    private Workspace(Opening opening, Store store, JsonText json, Clock clock, boolean goOn) {
        this.folder = opening.folder();
        this.demo = Demo.isDemo(store);
        this.clock = clock;
        this.speed = opening.speed();
        this.store = store;
        this.catalog = new Catalog(store.resources().join());
        var realStarts = new RealStarts(store, json, clock);
        var trials = new Trials(store, json);
        var kind = TelephonyKind.of(store);
        real = kind != TelephonyKind.SIMULATED;
        // What ran with simulated calls never rings real phones without being asked for; where there are real ones,
        // each campaign
        // goes on when its texts are spoken and its exchange can carry out its orders.
        this.goOn = goOn && !real && trials.noneIn(catalog.book());
        boolean goesOn = goOn && realStarts.allConfirmed(catalog.book(), trials);
        this.feed = new WorkspaceNews(catalog);
        this.engine = new EngineThread(opening.speed());
        linkSwitch = new LinkSwitch(engine);
        var region = new NumberRegion(store);
        settings = new Settings(store, region, json, feed, engine);
        var secrets = new SecretKeeper(opening.folder(), opening.secrets());
        supervision = new Supervision(engine, new MonitoringText(store, json), feed::listeningChanged, real);
        recordings = new Recordings(engine, store, catalog, supervision::settings);
        var telephonies =
                TelephonyFactory.of(kind, store, json, settings, supervision, opening, secrets, feed::linkBarred);
        telephonyDesk = new TelephonyDesk(
                store, json, secrets, linkSwitch, feed::linkBarred, clock, opening.folder(), demo, opening.speed());
        campaigns = new Campaigns(
                engine,
                catalog,
                clock,
                telephonies,
                realStarts,
                trials,
                () -> settings.workspace().lines());
        resources = new Resources(engine, catalog, clock);
        targetLists = new TargetLists(store, region, clock);
        targetImports = new TargetImports(store, region, folder, clock);
        setUps = new SetUps(store, region, engine, catalog, clock);
        doNotCallLists = new DoNotCallLists(store, region, engine, catalog, clock);
        ruleDesk = new RuleDesk(json, store, catalog, region, ZoneId.systemDefault());
        ruleLooks = new RuleLooks(store, catalog::book, ZoneId.systemDefault());
        teams = new Teams(engine);
        calls = new Calls(store, engine, new Journals(opening.folder(), json));
        store.listen(feed);
        store.listen(trials);
        store.listen(new StoreWatchForEngine(engine));
        store.listen(new RefusalAlarm(engine::wallTime, feed));
        var state = store.engineState(settings.workspace().lines(), opening.seed(), this.goOn);
        journal = JournalFolder.of(opening.folder())
                .record(engine, opening.speed(), () -> settings.workspace().journalDays(), this::journalFailed);
        engine.start(inbox -> {
            var made = telephonies.make(engine, inbox::accept);
            telephony = made;
            linkSwitch.isOf(made, feed);
            return engineWith(state, made, json, inbox);
        });
        campaigns.prepareRunning(goesOn, !this.goOn, feed::alarmed);
        store.listen(new TurnCheck(campaigns, feed::alarmed));
        recordings.begin();
    }

    private CampaignEngine engineWith(EngineState state, Telephony telephony, JsonText json, EngineInbox inbox) {
        journal.open(state);
        return new CampaignEngine(
                journal.clock(),
                journal.telephony(EngineTrace.orders(telephony)),
                journal.targets(store.targetPool()),
                journal.facts(store.factLog()),
                journal.listener(feed),
                state,
                json,
                inbox::accept,
                new StandardPolicies(),
                EngineTrace.inputs(journal));
    }

    private void journalFailed(Exception failure) {
        LOG.error("The journal can't be written and ends here", failure);
        feed.alarmed(new Alarm(
                engine.wallTime(),
                Ids.NIL,
                Problem.warning("alarm.journal_failed", "", String.valueOf(failure.getMessage()))));
    }

    /** @throws dev.outpace.store.StoreException if it can't be opened; its problem says why */
    public static Workspace open(Opening opening, JsonText json, Clock clock) {
        var store = Store.open(opening.folder(), opening.owner(), json);
        try {
            boolean filled = opening.demo() && Demo.fill(store, json, clock, opening.seed());
            return new Workspace(opening, store, json, clock, opening.goOn() || filled);
        } catch (RuntimeException failure) {
            store.close();
            throw failure;
        }
    }

    /**
     * Empties a demo that nobody has open, so that opening it fills it anew.
     *
     * @throws dev.outpace.store.StoreException if it is no demo, or in use, or can't be opened; nothing is removed then
     */
    public static void eraseDemo(Path folder, String owner, JsonText json) {
        try (var store = Store.open(folder, owner, json)) {
            if (!Demo.isDemo(store)) {
                throw new StoreException(Problem.error("demo.is_none", folder.toString()));
            }
            store.erase().join();
            JournalFolder.of(folder).erase();
        } catch (IOException failure) {
            throw new StoreException(
                    Problem.error("file.unreadable", folder.toString(), String.valueOf(failure.getMessage())));
        }
    }

    /** Whether it holds demo data, which can be made anew. */
    public boolean isDemo() {
        return demo;
    }

    /** Whether its campaigns ring real phones. */
    public boolean callsReally() {
        return real;
    }

    /** Whether campaigns that were running when it was closed wait for {@link Campaigns#goOn}. */
    public boolean waitsToGoOn() {
        return !goOn;
    }

    /** Whether it can't be written now, so that campaigns are held. */
    public boolean isDown() {
        return feed.isDown();
    }

    public Path folder() {
        return folder;
    }

    /** A copy of every resource as last committed. Listen first: what changes after is told. */
    public ResourceBook resourceBook() {
        return catalog.book().copy();
    }

    /** Listens from now on; the present moment of every campaign and agent is told at once. */
    public void listen(WorkspaceListener listener) {
        feed.add(listener);
        var _ = engine.ask(running -> {
            running.tellMoments();
            return true;
        });
    }

    public void forget(WorkspaceListener listener) {
        feed.remove(listener);
    }

    public Campaigns campaigns() {
        return campaigns;
    }

    public Resources resources() {
        return resources;
    }

    public TargetLists targetLists() {
        return targetLists;
    }

    public TargetImports targetImports() {
        return targetImports;
    }

    public SetUps setUps() {
        return setUps;
    }

    public DoNotCallLists doNotCallLists() {
        return doNotCallLists;
    }

    public RuleDesk ruleDesk() {
        return ruleDesk;
    }

    public RuleLooks ruleLooks() {
        return ruleLooks;
    }

    public Teams teams() {
        return teams;
    }

    public Calls calls() {
        return calls;
    }

    public Settings settings() {
        return settings;
    }

    public Supervision supervision() {
        return supervision;
    }

    public Recordings recordings() {
        return recordings;
    }

    public TelephonyDesk telephony() {
        return telephonyDesk;
    }

    public LinkSwitch link() {
        return linkSwitch;
    }

    /** Tries the link to the exchange at once, also where it was not tried any more. */
    public void tryLink() {
        feed.linkBarred(null);
        engine.handIn(() -> {
            if (telephony != null) {
                telephony.connect();
            }
        });
    }

    private void closeTelephony() {
        if (telephony != null) {
            telephony.close();
        }
    }

    /**
     * Simulations of other pacings of a campaign.
     *
     * @param executor runs them, many small tasks that each keep a thread busy
     */
    public WhatIf whatIf(Executor executor, WhatIfEffort effort) {
        var whatIf = new WhatIf(new WhatIf.Parts(store, catalog, campaigns, settings, clock, speed), executor, effort);
        listen(whatIf.watch());
        return whatIf;
    }

    /** Ended calls of each campaign in the window of the settings, by whole quarters of an hour. */
    public CompletableFuture<Map<UUID, CallCounts>> windowCounts(Instant from) {
        return store.callCountsSince(from);
    }

    public CompletableFuture<Integer> callsInProgress() {
        return engine.ask(CampaignEngine::callsInProgress);
    }

    /** Ends the calls in progress, then everything else in order; waits for it. Safe to call twice. */
    @Override
    public void close() {
        synchronized (this) {
            if (closing) {
                return;
            }
            closing = true;
        }
        recordings.close();
        int unfinished = engine.endCalls(FOR_ENDS).join();
        if (unfinished > 0) {
            LOG.warn("The ends of {} calls were not told before closing: the next opening settles them", unfinished);
        }
        engine.handIn(this::closeTelephony);
        engine.close();
        journal.close();
        store.close();
    }
}
