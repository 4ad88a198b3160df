package dev.outpace.workspace;

import dev.outpace.formats.CampaignFiles;
import dev.outpace.formats.SetUp;
import dev.outpace.formats.TargetList;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Outdial;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Problem;
import dev.outpace.model.ResourceBook;
import dev.outpace.model.Stamps;
import dev.outpace.store.Store;
import dev.outpace.store.TargetWrites;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Set-ups from and to files, in a workspace that nobody runs. */
final class SetUpFiles {
    private final Store store;
    private final Path folder;
    private final Clock clock;
    private final CampaignFiles files = new CampaignFiles(UUID::randomUUID);

    /** @param folder of the workspace */
    SetUpFiles(Store store, Path folder, Clock clock) {
        this.store = store;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Stores what the files hold, all or nothing; an id that is there already is refused unless it is to be replaced. The
     * targets of a CSV file come in after it: where they can't, it is told before anything is stored. Should they fail all the
     * same, the answer says that the files are stored.
     */
    ImportReport importAll(List<Path> paths, boolean replace, @Nullable TargetCommand csv) {
        // Their targets would not be found as duplicates.
        store.cutImports().join();
        var region = new NumberRegion(store);
        var setUp = files.read(paths, region.get());
        var book = store.resources().join();
        var problems = new ArrayList<>(new SetUpCheck(store, book).check(setUp, replace));
        var list = csv == null ? null : list(csv, setUp, book, problems);
        var targets = csv == null ? null : new TargetCommandImport(store, region, folder, clock, csv);
        if (targets != null) {
            problems.addAll(targets.look());
        }
        if (problems.stream().anyMatch(Problem::isError)) {
            return new ImportReport(new Answer.Refused(problems), null);
        }
        if (targets != null && list != null && csv != null && csv.check()) {
            return counted(targets.check(list.id()), problems);
        }
        boolean stored = storeAll(setUp);
        return targets == null || list == null
                ? new ImportReport(new Answer.Done(problems), null)
                : importTargets(targets, list, problems, stored);
    }

    private static ImportReport counted(TargetCommandImport.Result result, List<Problem> problems) {
        return switch (result) {
            case TargetCommandImport.Result.Checked(var report, var counts) ->
                new ImportReport(new Answer.Done(problems), report, counts);
            case TargetCommandImport.Result.Failed(var problem) -> new ImportReport(Answer.refused(problem), null);
            case TargetCommandImport.Result.Done _ -> throw new IllegalStateException("only counted");
        };
    }

    /** @param list is stored with the first targets that it gets, if it is not yet */
    private ImportReport importTargets(
            TargetCommandImport targets, Outdial list, List<Problem> problems, boolean stored) {
        return switch (targets.run(list.id())) {
            case TargetCommandImport.Result.Failed(var problem) -> new ImportReport(refused(problem, stored), null);
            case TargetCommandImport.Result.Checked _ -> throw new IllegalStateException("not only counted");
            case TargetCommandImport.Result.Done(var report)
            when report.taken() == 0 ->
                new ImportReport(refused(Problem.error("csv.nothing_taken", ""), stored), report);
            case TargetCommandImport.Result.Done(var report) -> {
                if (store.resources().join().outdial(list.id()) == null) {
                    store.targets().storeAll(List.of(list), Map.of(), Set.of());
                }
                yield new ImportReport(new Answer.Done(problems), report);
            }
        };
    }

    /** @param stored whether there were other files, which are in the workspace by now */
    private static Answer refused(Problem problem, boolean stored) {
        return new Answer.Refused(
                stored ? List.of(problem, Problem.warning("import.files_stored", "")) : List.of(problem));
    }

    /** The list that is meant, of the files or the workspace; where neither has it, one that is yet to be stored. */
    private @Nullable Outdial list(TargetCommand csv, SetUp setUp, ResourceBook book, List<Problem> problems) {
        var lists = new LinkedHashMap<UUID, Outdial>();
        book.outdials().forEach(list -> lists.put(list.id(), list));
        setUp.outdials().forEach(list -> lists.put(list.outdial().id(), list.outdial()));
        var named = NamedResource.list(lists.values()).find(csv.list());
        if (named.matches().isEmpty() && csv.create()) {
            return new Outdial(
                    UUID.randomUUID(), Ids.NIL, csv.list(), "", "", Stamps.createdAt(clock.instant()), Json.Obj.EMPTY);
        }
        problems.addAll(
                named.matches().isEmpty()
                        ? List.of(Problem.error("csv.no_such_list", "", csv.list()))
                        : named.problems());
        return named.resource();
    }

    /** @return whether there was anything */
    private boolean storeAll(SetUp setUp) {
        var targets = new LinkedHashMap<UUID, Iterator<OutdialTarget>>();
        for (TargetList list : setUp.outdials()) {
            targets.put(list.outdial().id(), list.targets().iterator());
        }
        var resources = new ArrayList<>(SetUpCheck.stamped(setUp, clock.instant()));
        if (!resources.isEmpty()) {
            var importId = UUID.randomUUID();
            store.doNotCall().prepare(importId, DoNotCallCheck.loads(setUp), new TargetWrites.Watch() {});
            store.storeAll(importId, resources, targets, Set.copyOf(targets.keySet()));
        }
        return !resources.isEmpty();
    }
}
