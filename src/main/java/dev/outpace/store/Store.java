package dev.outpace.store;

import dev.outpace.engine.EngineState;
import dev.outpace.engine.EngineState.UnfinishedCall;
import dev.outpace.engine.FactLog;
import dev.outpace.engine.TargetPool;
import dev.outpace.files.FileReason;
import dev.outpace.model.CallCounts;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.JsonText;
import dev.outpace.model.LineLimits;
import dev.outpace.model.Outdial;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.Problem;
import dev.outpace.model.Resource;
import dev.outpace.model.ResourceBook;
import dev.outpace.rules.Callees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A workspace's data. No method but {@link #close} and the opening blocks: writes complete their futures after the commit.
 * Failures are {@link StoreException}s.
 */
public final class Store implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Store.class);

    /** In the folder of the workspace: facts that the database refused for what they are, a line each. */
    public static final String REFUSED_FACTS = RefusedFacts.NAME;

    private static final List<String> TABLES = List.of(
            "call_in_progress",
            "call_person",
            "campaign_call_step",
            "campaign_call",
            "campaign_quarter",
            "dialed_number",
            "do_not_call_marking",
            "do_not_call_number",
            "do_not_call_prefix",
            "do_not_call_version",
            "do_not_call_list",
            "target_import",
            "target_staged",
            "target_edit",
            "target_undo",
            "target_removal",
            "target",
            "hours_class",
            "campaign",
            "agent",
            "queue",
            "outdial",
            "outplan",
            "setting");

    static {
        // Forbids H2 to load classes of the user or to deserialise Java objects.
        System.setProperty("h2.allowedClasses", "none");
        System.setProperty("h2.serializeJavaObject", "false");
    }

    private final WorkspaceLock lock;
    private final FileSync sync;
    private final Writer writer;
    private final Readers readers = new Readers();
    private final OpenDatabase database;
    private final CallRows calls;
    private final PastCallRows pastCalls;
    private final ResourceTables resources;
    private final TargetTable targetTable;
    private final DialedNumbers numbers = new DialedNumbers();
    private final TargetPool targetPool;
    private final FactLog factLog;
    private final TargetWrites targets;
    private final BulkEdits bulkEdits;
    private final SetUpWrites setUps;
    private final DoNotCallTable doNotCallTable = new DoNotCallTable();
    private final DoNotCallWrites doNotCall;
    private final DoNotCallQueries doNotCallQueries;
    private final TargetQueries targetQueries;
    private final CallQueries callQueries;
    private final ListLooks listLooks;
    private final FlowQueries flowQueries;
    private final FigureQueries figureQueries;
    private final CompletableFuture<Void> cutImports;
    private final Migration migration;

    /** @param begun takes what ends each thing that was begun, the last one first, should the opening fail */
    private Store(WorkspaceLock lock, Database file, JsonText json, Deque<Runnable> begun) {
        this.lock = lock;
        migration = new Migration(file);
        migration.undoCut();
        var seal = new FileSeal(file.file());
        try {
            seal.checkIfQuick();
        } catch (IOException failure) {
            throw file.cannotOpen(failure);
        }
        var killed = new KilledFile(file.file(), file.fileName());
        killed.opening();
        var redo = redo(file);
        migration.run();
        var columns = new Columns(json);
        calls = new CallRows(columns);
        pastCalls = new PastCallRows(calls);
        var heads = new ClassHeads();
        var freshOrder = new FreshOrder(heads);
        resources = new ResourceTables(columns, freshOrder);
        var targetRows = new TargetRows(columns);
        targetTable = new TargetTable(heads);
        var callees = new Callees();
        var hoursClasses = new HoursClasses(callees::of);
        try (var numbers = file.connectToWrite()) {
            new WrittenNumbers(columns).read(numbers);
            // Read before anything is written: a failure here means damage, not a passing fault.
            targetTable.loadCounts(numbers);
            doNotCallTable.load(numbers);
            freshOrder.load(numbers);
        } catch (SQLException failure) {
            throw file.cannotOpen(failure);
        }
        database = new OpenDatabase(file, killed, seal, readers, redo);
        var faults = new WriteFaults(file.file());
        try {
            var watch = new FileWatch(file.file(), faults);
            sync = new FileSync(file.file(), database, redo, watch, faults);
            begun.push(sync::close);
            writer = new Writer(database, redo, sync, watch, faults, new RefusedFacts(file.folder()));
            begun.push(() -> {
                var _ = writer.end();
                sync.end();
            });
        } catch (IOException | SQLException failure) {
            throw file.cannotOpen(failure);
        }
        var reopening = new Reopening(writer, targetTable, targetRows);
        var staging = new TargetStaging(writer, targetTable, targetRows, freshOrder);
        targets = new TargetWrites(writer, targetTable, targetRows, resources, staging, freshOrder);
        bulkEdits = new BulkEdits(writer, targetTable, file::join);
        var marking = new DoNotCallMarking(writer, doNotCallTable, targetTable);
        doNotCall = new DoNotCallWrites(writer, doNotCallTable, resources, marking);
        setUps = new SetUpWrites(writer, resources, targets, staging, doNotCall);
        var removal = new TargetRemoval(writer, targetTable);
        var clock = new ClockRepair(writer, targetTable, targetRows, numbers);
        var stored = new StoredFacts(
                writer, targetTable, calls, resources, reopening, setUps, removal, numbers, clock, doNotCall);
        factLog = stored;
        var held = new HeldTargets(writer, targetTable, targetRows, columns);
        var rules = new ClaimRules(
                targetRows,
                targetTable,
                heads,
                hoursClasses,
                held,
                new Classification(writer, targetTable, targetRows, hoursClasses),
                columns,
                resources,
                doNotCallTable,
                ZoneId.systemDefault());
        writer.listen(rules);
        var claims = new TargetClaims(targetRows, calls, targetTable, numbers, doNotCallTable, rules, freshOrder);
        targetPool = new StoredTargets(writer, targetTable, claims, stored);
        targetQueries = new TargetQueries(
                readers,
                file::join,
                targetRows,
                new TargetPreview(targetRows, columns, callees::of, ZoneId.systemDefault()));
        callQueries = new CallQueries(readers, calls);
        listLooks = new ListLooks(file::join, targetRows, columns, callees::of);
        doNotCallQueries = new DoNotCallQueries(readers, file::join);
        flowQueries = new FlowQueries(readers);
        figureQueries = new FigureQueries(readers);
        StoredTargets.await(writer.write(transaction -> {
            rules.load(transaction.connection());
            transaction.afterRollback(again -> {
                targetTable.loadCounts(again.connection());
                doNotCallTable.load(again.connection());
                freshOrder.load(again.connection());
                rules.load(again.connection());
                return true;
            });
            return true;
        }));
        cutImports = staging.finishCutImports();
        writer.listen(changes -> {
            if (changes.resources().stream().anyMatch(Outdial.class::isInstance)) {
                freshOrder.goOn(writer);
            }
        });
        freshOrder.goOn(writer);
        removal.goOn();
        doNotCall.goOn();
    }

    /** The log is empty afterwards: the database has everything. */
    private static RedoLog redo(Database file) {
        try {
            var log = new RedoLog(file);
            if (!log.isEmpty()) {
                try (var connection = file.connectToWrite()) {
                    new Transaction(connection, log).redo();
                }
            }
            return log;
        } catch (IOException | SQLException | UncheckedIOException failure) {
            throw file.cannotOpen(failure);
        }
    }

    /** @throws StoreException if the folder is no workspace */
    public static void mustBeThere(Path folder) {
        if (!new Migration(new Database(folder)).isThere()) {
            throw new StoreException(Problem.error("store.missing", folder.toString()));
        }
    }

    /**
     * Opens a workspace; creates it if the folder has none.
     *
     * @param owner who holds the workspace from now on, in words, shown to others who try to open it
     */
    public static Store open(Path folder, String owner, JsonText json) {
        return open(folder, owner, json, new Database(folder));
    }

    static Store open(Path folder, String owner, JsonText json, Database database) {
        Database.makeFolder(folder);
        var lock = WorkspaceLock.take(folder, owner);
        var begun = new ArrayDeque<Runnable>();
        begun.push(lock::close);
        begun.push(database::abandon);
        try {
            return new Store(lock, database, json, begun);
        } catch (RuntimeException failure) {
            // Each is undone, whatever became of the one before: the lock above all.
            begun.forEach(undo -> {
                try {
                    undo.run();
                } catch (RuntimeException alsoFailed) {
                    failure.addSuppressed(alsoFailed);
                }
            });
            throw failure;
        }
    }

    static StoreException failed(Exception failure) {
        if (Database.isDamage(failure)) {
            return new StoreException(Problem.error("store.damaged", ""), failure);
        }
        if (FileReason.isOfFile(failure)) {
            return new StoreException(Problem.error("store.read_failed", "", FileReason.of(failure)), failure);
        }
        LOG.error("The workspace could not be read", failure);
        return new StoreException(Problem.error("store.read_failed.logged", ""), failure);
    }

    public void listen(StoreListener listener) {
        writer.listen(listener);
    }

    public TargetPool targetPool() {
        return targetPool;
    }

    public FactLog factLog() {
        return factLog;
    }

    /** @throws StoreException if the writes handed in so far can't be written */
    public void mustBeWritten() {
        StoredTargets.await(writer.write(_ -> true));
    }

    public TargetWrites targets() {
        return targets;
    }

    public BulkEdits bulkEdits() {
        return bulkEdits;
    }

    /** Completes when the imports that the last closing interrupted are undone or completed. */
    public CompletableFuture<Void> cutImports() {
        return cutImports;
    }

    public SetUpWrites setUps() {
        return setUps;
    }

    /**
     * Stores resources, targets and the prepared entries of do-not-call lists in one transaction. All other writes wait, so use
     * this only while no engine runs.
     *
     * @param importId whose entries {@link DoNotCallWrites#prepare} has loaded
     */
    public void storeAll(
            UUID importId, List<Resource> all, Map<UUID, Iterator<OutdialTarget>> list, Set<UUID> emptied) {
        StoredTargets.await(writer.write(transaction -> {
            targets.storeAll(transaction, all, list, emptied);
            doNotCall.take(transaction, importId);
            return true;
        }));
        doNotCall.taken(importId);
    }

    public DoNotCallWrites doNotCall() {
        return doNotCall;
    }

    public DoNotCallQueries doNotCallQueries() {
        return doNotCallQueries;
    }

    public TargetQueries targetQueries() {
        return targetQueries;
    }

    public FlowQueries flowQueries() {
        return flowQueries;
    }

    public FigureQueries figureQueries() {
        return figureQueries;
    }

    public ListLooks listLooks() {
        return listLooks;
    }

    public CallQueries callQueries() {
        return callQueries;
    }

    /** Every resource that is not deleted. */
    public CompletableFuture<ResourceBook> resources() {
        return writer.write(transaction -> resources.load(transaction.connection()));
    }

    /** Ended calls of each campaign since the quarter of an hour of a moment. */
    public CompletableFuture<Map<UUID, CallCounts>> callCountsSince(Instant moment) {
        return readers.read(connection -> QuarterTable.since(connection, moment));
    }

    /** The state with which the engine starts. */
    public EngineState engineState(LineLimits limits, long seed, boolean goOn) {
        return StoredTargets.await(writer.write(transaction -> {
            var connection = transaction.connection();
            var book = resources.load(connection);
            return new EngineState(
                    List.copyOf(book.campaigns()),
                    resources.loadRecords(connection),
                    List.copyOf(book.outplans()),
                    List.copyOf(book.outdials()),
                    targetTable.counts(),
                    List.copyOf(book.queues()),
                    List.copyOf(book.agents()),
                    unfinished(transaction, book),
                    pastCalls.read(connection, book.campaigns()),
                    limits,
                    seed,
                    goOn,
                    List.copyOf(book.doNotCallLists()),
                    List.copyOf(book.ruleSets()));
        }));
    }

    private List<UnfinishedCall> unfinished(Transaction transaction, ResourceBook book) throws SQLException {
        var unfinished = new ArrayList<UnfinishedCall>();
        for (CampaignCall call : calls.inProgress(transaction.connection())) {
            Outplan outplan = book.outplan(call.outplanId());
            var target = targetQueries.target(transaction.connection(), call.outdialTargetId());
            boolean triesLeft = outplan != null
                    && target.isPresent()
                    && target.get().nextDestination(outplan).isPresent();
            unfinished.add(new UnfinishedCall(
                    call, triesLeft, keepsAgent(transaction, call, book.campaign(call.campaignId()))));
        }
        return unfinished;
    }

    /** Whether the call was dialed during its number's rest, so that an agent stays reserved for it. */
    private boolean keepsAgent(Transaction transaction, CampaignCall call, @Nullable Campaign campaign)
            throws SQLException {
        var destination = call.destination();
        if (campaign == null || destination == null || !campaign.restsAbandoned()) {
            return false;
        }
        var known = numbers.known(transaction, destination);
        var abandonedAt = known == null ? null : known.abandonedAt();
        var rest = Duration.ofHours(campaign.options().compliance().redialHours());
        return abandonedAt != null && abandonedAt.plus(rest).isAfter(call.createdAt());
    }

    public CompletableFuture<Optional<String>> setting(String name) {
        return readers.read(connection -> {
            try (var statement = connection.prepareStatement("select content from setting where name = ?")) {
                statement.setString(1, name);
                try (var row = statement.executeQuery()) {
                    return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
                }
            }
        });
    }

    public CompletableFuture<Boolean> saveSetting(String name, String content) {
        return writer.write(transaction -> {
            var statement = transaction.statement("merge into setting (name, content) key (name) values (?, ?)");
            statement.setString(1, name);
            statement.setString(2, content);
            statement.executeUpdate();
            transaction.settingChanged(name);
            return true;
        });
    }

    /** Deletes everything, including the settings, in one transaction. */
    public CompletableFuture<Boolean> erase() {
        return writer.write(transaction -> {
            for (var table : TABLES) {
                transaction.statement("delete from " + table).executeUpdate();
            }
            return true;
        });
    }

    /**
     * Closes the store after everything handed in is committed and on the disk.
     *
     * @throws StoreException if the store can't be written and facts are lost; the problem says how many
     */
    @Override
    public void close() {
        readers.close();
        var atEnd = writer.end();
        sync.end();
        try {
            if (atEnd.isPresent() && atEnd.get().isLost()) {
                database.abandon();
                throw atEnd.get().failure();
            }
            database.close();
            migration.closed();
        } catch (SQLException | IOException failure) {
            throw failed(failure);
        } finally {
            sync.close();
            lock.close();
        }
    }
}
