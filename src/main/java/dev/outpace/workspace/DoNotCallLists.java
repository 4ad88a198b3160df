package dev.outpace.workspace;

import dev.outpace.engine.EngineInput.Edited;
import dev.outpace.engine.EngineInput.Imported;
import dev.outpace.engine.EngineThread;
import dev.outpace.formats.DoNotCallFiles;
import dev.outpace.formats.DoNotCallRead;
import dev.outpace.formats.FileRefused;
import dev.outpace.model.Address;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.DoNotCallEntries;
import dev.outpace.model.DoNotCallList;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Problem;
import dev.outpace.store.DoNotCallQueries.Size;
import dev.outpace.store.DoNotCallWrites.Load;
import dev.outpace.store.Store;
import dev.outpace.store.StoreException;
import dev.outpace.store.TargetWrites;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a user can do with do-not-call lists, while campaigns run. */
public final class DoNotCallLists {
    private final Store store;
    private final NumberRegion region;
    private final EngineThread engine;
    private final Catalog catalog;
    private final Clock clock;

    DoNotCallLists(Store store, NumberRegion region, EngineThread engine, Catalog catalog, Clock clock) {
        this.store = store;
        this.region = region;
        this.engine = engine;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** How many entries each list has; lists without entries are missing. */
    public CompletableFuture<Map<UUID, Size>> sizes() {
        return store.doNotCallQueries().sizes();
    }

    /** The same as a number of entries. */
    public CompletableFuture<Map<UUID, Long>> entries() {
        return sizes().thenApply(all -> all.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().entries())));
    }

    /**
     * Puts what a file holds in the place of a list's entries, all or nothing. Blocks its caller.
     *
     * @param list with the source and the day that it has afterwards; a new one is made
     */
    public Answer replace(Path file, DoNotCallList list, SetUps.Watch watch) {
        try {
            var read = read(file, false, watch);
            return read.isEmpty()
                    ? Answer.refused(Problem.error("dnc.nothing", file.toString()))
                    : importAll(list, read, false, watch);
        } catch (FileRefused refused) {
            return Answer.refused(refused.problem());
        }
    }

    /** The first of these lists that an address is on. */
    public CompletableFuture<Optional<UUID>> find(Collection<UUID> lists, Address address) {
        return store.doNotCallQueries().find(lists, address);
    }

    /** Reads a file, so that its counts are known before anything is written. Blocks its caller. */
    public DoNotCallRead read(Path file, boolean changes, SetUps.Watch watch) throws FileRefused {
        var reading = new WatchedReading(List.of(file), watch);
        return new DoNotCallFiles(region.get()).read(file, changes, reading::through);
    }

    /**
     * Stores what a file holds, all or nothing. Blocks its caller; {@code watch} counts entries.
     *
     * @param list with the source and the day that it has afterwards; a new one is made
     * @param changes whether the entries are changes; else they take the place of all others
     */
    public Answer importAll(DoNotCallList list, DoNotCallRead read, boolean changes, SetUps.Watch watch) {
        var importId = UUID.randomUUID();
        long total = read.added().size() + (long) read.removed().size();
        try {
            var loads = List.of(new Load(list, !changes, read.added(), read.removed()));
            boolean ready = store.doNotCall().prepare(importId, loads, new TargetWrites.Watch() {
                @Override
                public void stored(long rows) {
                    watch.at(rows, total);
                }

                @Override
                public boolean cancelled() {
                    return watch.cancelled();
                }
            });
            if (!ready) {
                throw new CancellationException();
            }
            var problems = order(importId, list);
            if (problems.stream().anyMatch(Problem::isError)) {
                return new Answer.Refused(problems);
            }
            store.mustBeWritten();
        } catch (StoreException refused) {
            return Answer.refused(refused.problem());
        }
        return new Answer.Done(DoNotCallCheck.of(read));
    }

    private List<Problem> order(UUID importId, DoNotCallList list) {
        boolean through = false;
        try {
            var stamped = list.withStamps(list.stamps().touchedAt(clock.instant()));
            var problems =
                    engine.order(new Imported(importId, List.of(stamped), true)).join();
            through = problems.stream().noneMatch(Problem::isError);
            return problems;
        } finally {
            if (!through) {
                store.doNotCall().discard(importId);
            }
        }
    }

    /**
     * What {@link #neverCall} did, to be undone.
     *
     * @param added the numbers that were not on the list before, as entries
     * @param targetId the target that was meant; null for a call or a number
     */
    public record NeverCalled(List<Long> added, @Nullable UUID targetId) {
        public NeverCalled {
            added = List.copyOf(added);
        }
    }

    /** Puts all numbers of a person on the workspace's own list: no campaign calls them from now on. Calls in progress go on. */
    public CompletableFuture<Optional<NeverCalled>> neverCall(OutdialTarget target) {
        var numbers = target.destinations().stream().filter(Objects::nonNull);
        return neverCall(numbers, target.id());
    }

    /** Puts the number of a call on the workspace's own list. */
    public CompletableFuture<Optional<NeverCalled>> neverCall(CampaignCall call) {
        return neverCall(Stream.ofNullable(call.destination()), call.outdialTargetId());
    }

    /** Puts a number on the workspace's own list. */
    public CompletableFuture<Optional<NeverCalled>> neverCall(Address number) {
        return neverCall(Stream.of(number), null);
    }

    /** Empty where there is no phone number. */
    private CompletableFuture<Optional<NeverCalled>> neverCall(Stream<Address> addresses, @Nullable UUID targetId) {
        var numbers = addresses
                .map(DoNotCallEntries::entryOf)
                .flatMap(entry -> entry.stream().boxed())
                .distinct()
                .toList();
        return numbers.isEmpty()
                ? CompletableFuture.completedFuture(Optional.empty())
                : company()
                        .thenCompose(list -> store.doNotCall().add(list, numbers, targetId))
                        .thenApply(added -> Optional.of(new NeverCalled(added, targetId)));
    }

    /** The workspace's own list is made when the first number comes onto it. */
    private CompletableFuture<UUID> company() {
        if (catalog.book().doNotCallList(DoNotCallList.COMPANY_ID) != null) {
            return CompletableFuture.completedFuture(DoNotCallList.COMPANY_ID);
        }
        var list = DoNotCallList.company();
        var made = list.withStamps(list.stamps().touchedAt(clock.instant()));
        return engine.order(new Edited(made, false)).thenApply(_ -> DoNotCallList.COMPANY_ID);
    }

    /** Takes back what was done. Targets that were barred for it are called again; numbers that were on the list before stay on it. */
    public CompletableFuture<Boolean> undo(NeverCalled done) {
        var list = catalog.book().doNotCallList(DoNotCallList.COMPANY_ID);
        return list == null
                ? CompletableFuture.completedFuture(false)
                : store.doNotCall()
                        .remove(list, done.added(), done.targetId())
                        .thenApply(removed -> !removed.isEmpty());
    }
}
