package dev.outpace.workspace;

import dev.outpace.exchange.CampaignFiles;
import dev.outpace.exchange.SetUp;
import dev.outpace.exchange.TargetList;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Outdial;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Problem;
import dev.outpace.model.ResourceBook;
import dev.outpace.model.Stamps;
import dev.outpace.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Set-ups from and to files, in a workspace that nobody runs. */
final class SetUpFiles {
    private final Store store;
    private final Clock clock;
    private final CampaignFiles files = new CampaignFiles(UUID::randomUUID);

    SetUpFiles(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Stores what the files hold, all or nothing; an id that is there already is refused unless it is to be replaced. */
    Answer importAll(List<Path> paths, boolean replace, @Nullable CsvImport csv) {
        // Their targets would not be found as duplicates.
        store.cutImports().join();
        var setUp = files.read(paths);
        var book = store.resources().join();
        var problems = new ArrayList<>(new SetUpCheck(store, book).check(setUp, replace));
        var more = csv == null || setUp.refused() ? null : targetsOf(csv, setUp, book, problems);
        if (problems.stream().anyMatch(Problem::isError)) {
            return new Answer.Refused(problems);
        }
        storeAll(setUp, more);
        return new Answer.Done(problems);
    }

    /** Targets of a CSV file for the list of a name, which is made if neither the files nor the workspace have it. */
    record CsvImport(Path file, String listName, String region) {}

    private TargetList targetsOf(CsvImport csv, SetUp setUp, ResourceBook book, List<Problem> problems) {
        var named = setUp.outdials().stream()
                .map(TargetList::outdial)
                .filter(list -> list.name().equals(csv.listName()))
                .findFirst()
                .or(() -> book.outdials().stream()
                        .filter(list -> list.name().equals(csv.listName()))
                        .findFirst());
        var list = named.orElseGet(() -> new Outdial(
                UUID.randomUUID(), Ids.NIL, csv.listName(), "", "", Stamps.createdAt(clock.instant()), Json.Obj.EMPTY));
        var read = TargetsOfFile.read(
                csv.file(),
                csv.region(),
                list.id(),
                store.targetQueries().dialKeys(list.id()).join(),
                clock.instant());
        problems.addAll(read.problems());
        return new TargetList(list, read.targets());
    }

    private void storeAll(SetUp setUp, @Nullable TargetList more) {
        var lists = new LinkedHashMap<UUID, TargetList>();
        setUp.outdials().forEach(list -> lists.put(list.outdial().id(), list));
        var emptied = Set.copyOf(lists.keySet());
        var resources = new ArrayList<>(SetUpCheck.stamped(setUp, clock.instant()));
        if (more != null) {
            resources.addFirst(more.outdial());
            lists.merge(more.outdial().id(), more, TargetList::and);
        }
        var targets = new LinkedHashMap<UUID, Iterator<OutdialTarget>>();
        lists.forEach((id, list) -> targets.put(id, list.targets().iterator()));
        store.targets().storeAll(resources, targets, emptied);
    }
}
