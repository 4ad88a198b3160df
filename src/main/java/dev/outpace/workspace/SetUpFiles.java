package dev.outpace.workspace;

import dev.outpace.engine.EditCheck;
import dev.outpace.exchange.CampaignFiles;
import dev.outpace.exchange.ReferenceSource;
import dev.outpace.exchange.SetUp;
import dev.outpace.exchange.TargetList;
import dev.outpace.model.Agent;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Outdial;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.Problem;
import dev.outpace.model.Queue;
import dev.outpace.model.Resource;
import dev.outpace.model.ResourceBook;
import dev.outpace.model.Stamps;
import dev.outpace.store.Store;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Set-ups from and to files, in a workspace that nobody runs. */
final class SetUpFiles {
    private static final int PAGE = 1_000;

    private final Store store;
    private final Clock clock;
    private final CampaignFiles files = new CampaignFiles(UUID::randomUUID);

    SetUpFiles(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Stores what the files hold, all or nothing; an id that is there already is refused unless it is to be replaced. */
    Answer importAll(List<Path> paths, boolean replace, @Nullable CsvImport csv) {
        var setUp = files.read(paths);
        if (setUp.refused()) {
            return new Answer.Refused(setUp.problems());
        }
        var book = store.resources().join();
        var problems = new ArrayList<>(setUp.problems());
        problems.addAll(setUp.loops(id -> Optional.ofNullable(book.campaign(id))));
        setUp.resources().forEach(resource -> existing(setUp, resource, book, replace, problems));
        problems.addAll(targetsElsewhere(setUp, book));
        var more = csv == null ? null : targetsOf(csv, setUp, book, problems);
        if (problems.stream().anyMatch(Problem::isError)) {
            return new Answer.Refused(problems);
        }
        problems.addAll(setUp.missing(id -> knows(book, id)));
        storeAll(setUp, book, more);
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

    private static void existing(
            SetUp setUp, Resource resource, ResourceBook book, boolean replace, List<Problem> problems) {
        if (!knows(book, resource.id())) {
            return;
        }
        var place = setUp.place(resource.id());
        if (!replace) {
            problems.add(Problem.error("import.exists", place, resource.id().toString(), resource.name()));
            return;
        }
        var inUse = switch (resource) {
            case Campaign campaign -> running(book, campaign.id()) ? campaign.name() : null;
            case Outdial list -> runningBy(book, list);
            default -> null;
        };
        if (inUse != null) {
            problems.add(Problem.error("import.in_use", place, resource.name(), inUse));
        }
        new EditCheck(book)
                .check(resource).stream()
                        .filter(problem -> problem.isError() && !problem.code().equals("edit.loop"))
                        .forEach(problems::add);
    }

    private static boolean running(ResourceBook book, UUID campaignId) {
        var campaign = book.campaign(campaignId);
        return campaign != null && campaign.status() != CampaignStatus.STOP;
    }

    private static @Nullable String runningBy(ResourceBook book, Outdial list) {
        return book.campaigns().stream()
                .filter(campaign -> campaign.status() != CampaignStatus.STOP
                        && campaign.outdialId().equals(list.id()))
                .map(Campaign::name)
                .findFirst()
                .orElse(null);
    }

    private static boolean knows(ResourceBook book, UUID id) {
        return book.campaign(id) != null
                || book.outplan(id) != null
                || book.outdial(id) != null
                || book.queue(id) != null
                || book.agent(id) != null;
    }

    /** Targets of the files whose ids stand in lists that the files don't replace. */
    private List<Problem> targetsElsewhere(SetUp setUp, ResourceBook book) {
        var problems = new ArrayList<Problem>();
        for (var list : setUp.outdials()) {
            var ids = list.targets().stream().map(OutdialTarget::id).collect(Collectors.toSet());
            boolean replaced = book.outdial(list.outdial().id()) != null;
            var there = replaced
                    ? outside(list.outdial().id(), ids)
                    : store.targets().stored(ids).join();
            there.stream()
                    .limit(5)
                    .forEach(id -> problems.add(Problem.error(
                            "import.exists",
                            setUp.place(list.outdial().id()),
                            id.toString(),
                            list.outdial().name())));
        }
        return problems;
    }

    private Set<UUID> outside(UUID outdialId, Set<UUID> ids) {
        var there = new HashSet<>(store.targets().stored(ids).join());
        eachTarget(outdialId, target -> there.remove(target.id()));
        return there;
    }

    private void storeAll(SetUp setUp, ResourceBook book, @Nullable TargetList more) {
        var now = clock.instant();
        var all = setUp.resources()
                .map(resource ->
                        resource.stamps().equals(Stamps.NONE) ? resource.withStamps(Stamps.createdAt(now)) : resource)
                .toList();
        var targets = new LinkedHashMap<UUID, Iterator<OutdialTarget>>();
        var emptied = new HashSet<UUID>();
        for (TargetList list : setUp.outdials()) {
            targets.put(list.outdial().id(), list.targets().iterator());
            if (book.outdial(list.outdial().id()) != null) {
                emptied.add(list.outdial().id());
            }
        }
        var resources = new ArrayList<Resource>(all);
        if (more != null) {
            resources.addFirst(more.outdial());
            targets.merge(
                    more.outdial().id(),
                    more.targets().iterator(),
                    (first, second) -> Stream.of(first, second)
                            .<OutdialTarget>mapMulti(Iterator::forEachRemaining)
                            .iterator());
        }
        store.targets().storeAll(resources, targets, emptied);
    }

    /** Writes a campaign, with or without all that it refers to. */
    void export(Campaign campaign, boolean withReferences, OutputStream out) throws IOException {
        if (withReferences) {
            files.writeWithReferences(
                    List.of(campaign), source(store.resources().join()), out);
        } else {
            files.write(campaign, out);
        }
    }

    private ReferenceSource source(ResourceBook book) {
        return new ReferenceSource() {
            @Override
            public Optional<Campaign> campaign(UUID id) {
                return Optional.ofNullable(book.campaign(id));
            }

            @Override
            public Optional<Outplan> outplan(UUID id) {
                return Optional.ofNullable(book.outplan(id));
            }

            @Override
            public Optional<Outdial> outdial(UUID id) {
                return Optional.ofNullable(book.outdial(id));
            }

            @Override
            public Optional<Queue> queue(UUID id) {
                return Optional.ofNullable(book.queue(id));
            }

            @Override
            public List<Agent> agents() {
                return List.copyOf(book.agents());
            }

            @Override
            public void targets(UUID outdialId, Consumer<OutdialTarget> each) {
                eachTarget(outdialId, each);
            }
        };
    }

    private void eachTarget(UUID outdialId, Consumer<OutdialTarget> each) {
        long after = -1;
        List<OutdialTarget> page;
        do {
            page = store.targetQueries().inOrder(outdialId, after, PAGE).join();
            page.forEach(each);
            after = page.isEmpty() ? after : page.getLast().seq();
        } while (page.size() == PAGE);
    }
}
