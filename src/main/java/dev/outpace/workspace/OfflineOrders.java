package dev.outpace.workspace;

import dev.outpace.engine.EngineState;
import dev.outpace.engine.FactLog.Fact;
import dev.outpace.engine.FactLog.StatusChange;
import dev.outpace.engine.StartCheck;
import dev.outpace.files.PrivateFiles;
import dev.outpace.formats.HolidayCalendar;
import dev.outpace.formats.TargetWriter;
import dev.outpace.model.BulkEdit;
import dev.outpace.model.BulkEdited;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.Json;
import dev.outpace.model.JsonText;
import dev.outpace.model.LineLimits;
import dev.outpace.model.Problem;
import dev.outpace.model.ResourceBook;
import dev.outpace.model.StopReason;
import dev.outpace.model.TargetCounts;
import dev.outpace.model.TargetFilter;
import dev.outpace.numbers.NumberReader;
import dev.outpace.speech.SpeechSettings;
import dev.outpace.speech.SpokenFiles;
import dev.outpace.store.BulkEdits;
import dev.outpace.store.Store;
import dev.outpace.telephony.asterisk.Trunk;
import dev.outpace.telephony.simulated.WorldSettings;
import dev.outpace.workspace.secrets.SecretAccess;
import dev.outpace.workspace.secrets.SecretKeeper;
import dev.outpace.workspace.secrets.SecretPlace;
import dev.outpace.workspace.secrets.SecretRefused;
import dev.outpace.workspace.secrets.SecretTyped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Orders to a workspace that is not running: what a later run does. */
public final class OfflineOrders implements AutoCloseable {
    private final Store store;
    private final Path folder;
    private final SettingsText settings;
    private final Clock clock;
    private final AsteriskText stored;
    private final RealStarts realStarts;
    private final Trials trials;
    private final FlowMediaText storedMedia;
    private final MonitoringText storedMonitoring;
    private final SecretKeeper secrets;
    private final KeptSecret kept;

    /** @throws dev.outpace.store.StoreException if the workspace can't be opened, or somebody has it */
    public OfflineOrders(Path folder, String owner, JsonText json, Clock clock) {
        this(folder, owner, json, clock, SecretAccess.ofSystem());
    }

    /** @throws dev.outpace.store.StoreException if the workspace can't be opened, or somebody has it */
    public OfflineOrders(Path folder, String owner, JsonText json, Clock clock, SecretAccess access) {
        this.store = Store.open(folder, owner, json);
        this.folder = folder;
        this.settings = new SettingsText(json);
        this.clock = clock;
        stored = new AsteriskText(store, json);
        realStarts = new RealStarts(store, json, clock);
        trials = new Trials(store, json);
        storedMedia = new FlowMediaText(store, json);
        storedMonitoring = new MonitoringText(store, json);
        secrets = new SecretKeeper(folder, access);
        kept = new KeptSecret(secrets, stored);
    }

    /** What a line of a list of campaigns tells. */
    public record CampaignLine(
            Campaign campaign, EngineState.CampaignRecord record, String listName, TargetCounts targets) {}

    public List<CampaignLine> campaigns() {
        var state = state();
        return state.campaigns().stream()
                .map(campaign -> new CampaignLine(
                        campaign,
                        state.records().getOrDefault(campaign.id(), EngineState.CampaignRecord.NONE),
                        state.outdials().stream()
                                .filter(list -> list.id().equals(campaign.outdialId()))
                                .map(list -> list.name())
                                .findFirst()
                                .orElse(""),
                        state.targets().getOrDefault(campaign.outdialId(), TargetCounts.NONE)))
                .toList();
    }

    /** Every resource that is not deleted. */
    public ResourceBook resources() {
        return store.resources().join();
    }

    /** Asks calling rules about numbers. */
    public RuleChecks ruleChecks() {
        return new RuleChecks(
                resources(), store, new NumberReader(new NumberRegion(store).get()), ZoneId.systemDefault());
    }

    /**
     * Adds the days of a calendar file to the holidays of a set.
     *
     * @param wanted id or unique name of the set
     * @param regions where they are holidays; empty for everywhere
     */
    public Answer addHolidays(Path calendar, String wanted, List<String> regions) {
        var found = NamedResource.rules(resources().ruleSets()).find(wanted);
        var set = found.resource();
        if (set == null) {
            return new Answer.Refused(found.problems());
        }
        var read = new HolidayCalendar(regions).read(calendar);
        if (read.problems().stream().anyMatch(Problem::isError)) {
            return new Answer.Refused(read.problems());
        }
        var holidays = new LinkedHashSet<>(set.holidays());
        holidays.addAll(read.holidays());
        var changed =
                set.withHolidays(List.copyOf(holidays)).withStamps(set.stamps().touchedAt(clock.instant()));
        store.targets().storeAll(List.of(changed), Map.of(), Set.of());
        return new Answer.Done(read.problems());
    }

    public OfflineDoNotCall doNotCall() {
        return new OfflineDoNotCall(store, clock);
    }

    private boolean hasVoice() {
        return SpokenFiles.hasVoice(speechHere());
    }

    /** How flows are heard on an Asterisk. */
    public FlowMedia media() {
        return storedMedia.read();
    }

    /** How a supervisor hears calls. */
    public Monitoring monitoring() {
        return storedMonitoring.read();
    }

    /** From the next run on, flows and calls are heard so. Nothing is changed if there is a problem. */
    public Answer useMedia(FlowMedia media, Monitoring monitoring) {
        var problems = new ArrayList<>(media.problems());
        problems.addAll(monitoring.problems());
        if (problems.isEmpty()) {
            storedMedia.save(media);
            storedMonitoring.save(monitoring);
        }
        return Answer.of(problems);
    }

    /** @param wanted an id, or a name that only one campaign has */
    public Answer start(String wanted) {
        return start(wanted, false, false);
    }

    /** @param real whether the first start with real calls is confirmed */
    public Answer start(String wanted, boolean real) {
        return start(wanted, real, false);
    }

    /**
     * Starts a campaign at the next run.
     *
     * @param wanted an id, or a name that only one campaign has
     * @param real whether the first start with real calls is confirmed
     * @param once whether it places one call and stops; what is confirmed is that call
     */
    public Answer start(String wanted, boolean real, boolean once) {
        var book = store.resources().join();
        var named = NamedResource.campaign(book.campaigns()).find(wanted);
        if (named.resource() == null) {
            return new Answer.Refused(named.problems());
        }
        var campaign = named.resource();
        var capabilities = TelephonyKind.of(store).capabilities(this::hasVoice);
        var problems = new ArrayList<>(new StartCheck(book, () -> capabilities).check(campaign));
        if (TelephonyKind.of(store) != TelephonyKind.SIMULATED) {
            problems.addAll(monitoring().warnings(campaign));
        }
        if (problems.stream().noneMatch(Problem::isError)) {
            problems.addAll(hindrances(once ? List.of(campaign) : RealStarts.chain(campaign, book), book));
        }
        if (problems.stream().noneMatch(Problem::isError)) {
            var first = realStarts.first(campaign, book, lines()).join();
            if (first.isPresent() && !real) {
                return Answer.refused(RealStarts.unconfirmed(first.get()));
            }
            if (!once) {
                first.ifPresent(_ -> realStarts.confirm(campaign, book).join());
            } else if (campaign.status() != CampaignStatus.STOP) {
                return Answer.refused(Problem.error("start.try_running", "", campaign.name()));
            }
            // Stored before the start, so that no run takes a trial for a start.
            var _ = (once ? trials.begin(campaign.id()) : trials.end(campaign.id())).join();
        }
        if (problems.stream().noneMatch(Problem::isError) && campaign.status() != CampaignStatus.RUN) {
            var now = clock.instant();
            boolean anew = campaign.status() == CampaignStatus.STOP;
            write(new StatusChange(campaign.id(), CampaignStatus.RUN, null, anew ? now : null, now));
        }
        return Answer.of(problems);
    }

    /** What a start in the console would be refused for, besides: what its exchange can't do, and texts that can't be spoken. */
    private List<Problem> hindrances(List<Campaign> campaigns, ResourceBook book) {
        var trunk = asterisk().flatMap(connection -> Trunk.read(connection.trunk(), connection.plus()));
        if (TelephonyKind.of(store) == TelephonyKind.SIMULATED || trunk.isEmpty()) {
            return List.of();
        }
        try (var speech = SpokenFiles.open(TelephonyFactory.sounds(folder), speechHere())) {
            return campaigns.stream()
                    .flatMap(campaign -> TelephonyFactory.prepare(trunk.get(), speech, campaign, book).join().stream())
                    .toList();
        } catch (IOException failure) {
            var here = speechHere();
            return List.of(Problem.error(
                    "media.not_served", "address", here.host(), here.port(), String.valueOf(failure.getMessage())));
        }
    }

    /** Nobody fetches the sounds now. */
    private SpeechSettings speechHere() {
        var media = storedMedia.read();
        return new SpeechSettings(
                media.voice(), media.language(), SpeechSettings.STANDARD.host(), SpeechSettings.STANDARD.port());
    }

    /** With calls that were cut when the workspace was closed, the campaign stops once they are settled. */
    public Answer stop(String wanted) {
        ResourceBook book = store.resources().join();
        var named = NamedResource.campaign(book.campaigns()).find(wanted);
        if (named.resource() == null) {
            return new Answer.Refused(named.problems());
        }
        var campaign = named.resource();
        if (campaign.status() != CampaignStatus.STOP) {
            boolean unsettled = state().unfinished().stream()
                    .anyMatch(left -> left.call().campaignId().equals(campaign.id()));
            var status = unsettled ? CampaignStatus.STOPPING : CampaignStatus.STOP;
            write(new StatusChange(campaign.id(), status, StopReason.USER, null, clock.instant()));
        }
        return new Answer.Done(List.of());
    }

    /** Stores what files hold, all or nothing. */
    public Answer importFiles(List<Path> files, boolean replace) {
        return new SetUpFiles(store, folder, clock)
                .importAll(files, replace, null)
                .answer();
    }

    /** The same, and the targets of a CSV file into a list. */
    public ImportReport importFiles(List<Path> files, boolean replace, TargetCommand targets) {
        return new SetUpFiles(store, folder, clock).importAll(files, replace, targets);
    }

    /** Writes a campaign in the published format; {@code out} is written only when it was found. */
    public Answer export(String wanted, boolean withReferences, Output out) throws IOException {
        var book = store.resources().join();
        var named = NamedResource.campaign(book.campaigns()).find(wanted);
        if (named.resource() == null) {
            return new Answer.Refused(named.problems());
        }
        var campaign = named.resource();
        var export = new SetUpExport(store, book);
        out.write(stream -> export.write(campaign, withReferences, stream));
        return new Answer.Done(withReferences ? export.leftOut(campaign) : List.of());
    }

    /**
     * Writes the targets of a list; {@code out} is written only when the list was found.
     *
     * @param wanted an id, or a name that only one list has
     * @param filter conditions on the targets, as {@link FilterWords} reads them; empty for all
     */
    public Answer exportTargets(String wanted, String filter, TargetWriter.Form form, Output out) throws IOException {
        var named = NamedResource.list(store.resources().join().outdials()).find(wanted);
        var words = FilterWords.read(filter);
        if (named.resource() == null || !words.problems().isEmpty()) {
            return new Answer.Refused(named.resource() == null ? named.problems() : words.problems());
        }
        var found = TargetFilter.of(named.resource().id(), words.conditions());
        out.write(stream -> {
            try (var targets = TargetWriter.to(stream, form)) {
                targetLists().each(found, targets::write);
            } catch (UncheckedIOException failed) {
                throw failed.getCause();
            }
        });
        return new Answer.Done(List.of());
    }

    /** What became of an order to requeue: how many are called again, or why none is. */
    public sealed interface Requeued {
        record Done(BulkEdited edited) implements Requeued {}

        record Refused(Answer answer) implements Requeued {}
    }

    /**
     * Lets targets of a list be called again.
     *
     * @param wanted an id, or a name that only one list has
     * @param filter as for {@link #exportTargets}
     */
    public Requeued requeueTargets(String wanted, String filter, boolean keepsTries) {
        var named = NamedResource.list(store.resources().join().outdials()).find(wanted);
        var words = FilterWords.read(filter);
        if (named.resource() == null || !words.problems().isEmpty()) {
            return new Requeued.Refused(
                    new Answer.Refused(named.resource() == null ? named.problems() : words.problems()));
        }
        var found = TargetFilter.of(named.resource().id(), words.conditions());
        return new Requeued.Done(targetLists().edit(found, new BulkEdit.Requeue(keepsTries), new BulkEdits.Watch() {}));
    }

    private TargetLists targetLists() {
        return new TargetLists(store, new NumberRegion(store), clock);
    }

    /** Where an export is written to. */
    public interface Output {
        void write(PrivateFiles.Content content) throws IOException;
    }

    /** How the simulated telephony of the workspace behaves from its next opening on. */
    public Answer simulatedTelephony(Path world) {
        var reading = WorldFile.read(world);
        if (reading.problems().isEmpty()) {
            store.saveSetting(SettingsText.WORLD, settings.write(reading.world()))
                    .join();
        }
        return Answer.of(reading.problems());
    }

    /** The simulated telephony as a file may describe it. */
    public Json.Obj simulatedTelephony() {
        return SettingsText.fields(store.setting(SettingsText.WORLD)
                .join()
                .map(settings::readWorld)
                .orElse(WorldSettings.DEFAULT));
    }

    /** The simulated telephony, from the next opening on. */
    public Answer useSimulated() {
        if (TelephonyKind.of(store) != TelephonyKind.SIMULATED) {
            TelephonyKind.SIMULATED.choose(store);
        }
        return new Answer.Done(List.of());
    }

    /**
     * An Asterisk, from the next opening on.
     *
     * @param place where the secret of a file is kept from then on, instead of in the file; null for the file itself
     * @param passphrase for a place that needs one; else empty
     * @param lines limits of the workspace from then on; null for those that it has
     */
    public Answer useAsterisk(
            AsteriskConnection connection, @Nullable SecretPlace place, String passphrase, @Nullable LineLimits lines) {
        if (place == null) {
            return useAsterisk(connection, lines);
        }
        try {
            var typed = new SecretTyped(secrets.read(connection.secret()), place, passphrase);
            var problems = typed.problems();
            return problems.isEmpty() ? useAsterisk(connection.withSecret(typed), lines) : new Answer.Refused(problems);
        } catch (SecretRefused refused) {
            return Answer.refused(refused.problem());
        }
    }

    /**
     * An Asterisk, from the next opening on.
     *
     * @param lines limits of the workspace from then on; null for those that it has
     */
    public Answer useAsterisk(AsteriskConnection connection, @Nullable LineLimits lines) {
        var changed = lines == null ? lineSettings() : lineSettings().withLines(lines);
        var problems = new ArrayList<>(connection.problems());
        problems.addAll(changed.problems());
        if (Demo.isDemo(store)) {
            problems.add(Problem.error("telephony.demo", folder.toString()));
        }
        problems.addAll(secretProblems(connection));
        if (TelephonyKind.of(store) == TelephonyKind.SIMULATED) {
            // A campaign that runs would ring real phones at the next opening, without having been started for that.
            store.resources().join().campaigns().stream()
                    .filter(campaign -> campaign.status() != CampaignStatus.STOP)
                    .forEach(campaign -> problems.add(Problem.error("telephony.running", "", campaign.name())));
        }
        if (problems.stream().noneMatch(Problem::isError)) {
            problems.addAll(connection.remarks());
            try {
                kept.save(connection, clock.instant());
            } catch (SecretRefused refused) {
                problems.add(refused.problem());
                return Answer.of(problems);
            }
            store.saveSetting(SettingsText.WORKSPACE, settings.write(changed)).join();
            TelephonyKind.ASTERISK.choose(store);
        }
        return Answer.of(problems);
    }

    /** A file that is not there yet may be there for the service that runs the workspace. */
    private List<Problem> secretProblems(AsteriskConnection connection) {
        return kept.problem(connection).stream()
                .map(problem -> problem.code().equals("secret.unreadable")
                        ? Problem.warning(
                                problem.code(), problem.place(), problem.args().toArray())
                        : problem)
                .toList();
    }

    /** The lines that the workspace may use. */
    public LineLimits lines() {
        return lineSettings().lines();
    }

    private WorkspaceSettings lineSettings() {
        return store.setting(SettingsText.WORKSPACE)
                .join()
                .map(settings::readWorkspace)
                .orElse(WorkspaceSettings.DEFAULT);
    }

    /** The Asterisk that the workspace was last set to use; empty where there was none. */
    public Optional<AsteriskConnection> asterisk() {
        return stored.read();
    }

    /**
     * Checks the telephony that the workspace is set to. Blocks for some seconds; nobody is rung.
     *
     * @param found hears each line when it is there
     */
    public List<CheckLine> checkTelephony(Consumer<CheckLine> found) {
        CheckLine only;
        if (TelephonyKind.of(store) == TelephonyKind.SIMULATED) {
            only = CheckLine.of(CheckLine.State.OK, "telephony.simulated");
        } else {
            var connection = stored.read();
            if (connection.isPresent()) {
                return AsteriskCheck.run(connection.get(), secrets, resources(), storedMedia.read(), folder, found);
            }
            only = CheckLine.of(CheckLine.State.FAIL, "telephony.not_set");
        }
        found.accept(only);
        return List.of(only);
    }

    private void write(StatusChange change) {
        store.factLog().write(new Fact.StatusesChanged(List.of(change)));
        store.mustBeWritten();
    }

    private EngineState state() {
        return store.engineState(LineLimits.DEFAULT, 0, false);
    }

    @Override
    public void close() {
        store.close();
    }
}
