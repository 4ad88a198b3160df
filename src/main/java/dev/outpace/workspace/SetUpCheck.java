package dev.outpace.workspace;

import dev.outpace.engine.ImportCheck;
import dev.outpace.flow.FlowCheck;
import dev.outpace.flow.FlowContext;
import dev.outpace.formats.SetUp;
import dev.outpace.formats.TargetList;
import dev.outpace.model.Agent;
import dev.outpace.model.Campaign;
import dev.outpace.model.Problem;
import dev.outpace.model.Resource;
import dev.outpace.model.ResourceBook;
import dev.outpace.model.Severity;
import dev.outpace.model.Stamps;
import dev.outpace.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Whether what files hold fits into a workspace: it is told of every file, line and field where it doesn't. */
final class SetUpCheck {
    private static final int TARGETS_A_QUERY = 1_000;
    private static final int NAMED_TARGETS = 5;
    private static final int NAMED_PROBLEMS = 20;

    private final Store store;
    private final ResourceBook book;
    private long dropped;

    SetUpCheck(Store store, ResourceBook book) {
        this.store = store;
        this.book = book;
    }

    /**
     * Everything that is wrong or odd, what was found while reading among it.
     *
     * @param replace whether resources that are there already may be replaced
     */
    List<Problem> check(SetUp setUp, boolean replace) {
        if (setUp.refused()) {
            return setUp.problems();
        }
        var problems = new ArrayList<>(setUp.problems());
        problems.addAll(setUp.loops(id -> Optional.ofNullable(book.campaign(id))));
        var check = new ImportCheck(book);
        setUp.resources()
                .forEach(resource -> check.check(resource, replace)
                        .forEach(problem -> problems.add(placed(setUp, resource, problem))));
        setUp.outdials().forEach(list -> targets(setUp, list, problems));
        names(setUp, problems);
        problems.addAll(setUp.missing(book::knows));
        setUp.campaigns().forEach(campaign -> problems.addAll(flow(setUp, campaign)));
        return problems;
    }

    /** What would end calls in the middle: the file is taken, but starting the campaign is refused. */
    private List<Problem> flow(SetUp setUp, Campaign campaign) {
        return new FlowCheck(campaign.actions(), FlowContext.of(campaign, book))
                .check().stream()
                        .filter(Problem::isError)
                        .limit(NAMED_PROBLEMS)
                        .map(problem -> new Problem(
                                Severity.WARNING,
                                problem.code(),
                                setUp.place(campaign.id(), problem.place()),
                                problem.args()))
                        .toList();
    }

    private static Problem placed(SetUp setUp, Resource resource, Problem problem) {
        return new Problem(problem.severity(), problem.code(), setUp.place(resource.id()), problem.args());
    }

    /**
     * Targets of a list whose ids stand in another one: they would be in both. And those that are in the list now and not
     * in the file: they go.
     */
    private void targets(SetUp setUp, TargetList list, List<Problem> problems) {
        var outdial = list.outdial();
        var elsewhere = new ArrayList<UUID>();
        var ids = new ArrayList<UUID>();
        long stay = 0;
        for (var target : list.targets()) {
            ids.add(target.id());
            if (ids.size() == TARGETS_A_QUERY) {
                stay += look(ids, outdial.id(), elsewhere);
                ids.clear();
            }
        }
        stay += look(ids, outdial.id(), elsewhere);
        for (var target : elsewhere) {
            problems.add(Problem.error("import.exists", setUp.place(outdial.id()), target.toString(), outdial.name()));
        }
        long now = book.outdial(outdial.id()) == null
                ? 0
                : store.targetQueries().bar(outdial.id()).join().total();
        if (now > stay) {
            problems.add(
                    Problem.warning("import.targets_dropped", setUp.place(outdial.id()), outdial.name(), now - stay));
            dropped += now - stay;
        }
    }

    /** @return how many of them are in the list */
    private long look(List<UUID> targetIds, UUID outdialId, List<UUID> elsewhere) {
        long here = 0;
        for (var stands : store.targetQueries().listsOf(targetIds).join().entrySet()) {
            if (stands.getValue().equals(outdialId)) {
                here++;
            } else if (elsewhere.size() < NAMED_TARGETS) {
                elsewhere.add(stands.getKey());
            }
        }
        return here;
    }

    /** How many targets of the workspace the import removes, since its files lack them. */
    long dropped() {
        return dropped;
    }

    /** Resources of one kind and name: commands that take a name then refuse it. */
    private void names(SetUp setUp, List<Problem> problems) {
        var known = new HashMap<String, UUID>();
        Stream.of(book.campaigns(), book.outplans(), book.outdials(), book.queues(), book.ruleSets())
                .flatMap(Collection::stream)
                .forEach(resource -> known.put(named(resource), resource.id()));
        setUp.resources()
                .filter(resource -> !(resource instanceof Agent))
                .mapMulti((Resource resource, Consumer<Problem> found) -> {
                    var other = known.putIfAbsent(named(resource), resource.id());
                    if (other != null && !other.equals(resource.id())) {
                        found.accept(Problem.warning(
                                "import.same_name",
                                setUp.place(resource.id(), "name"),
                                resource.name(),
                                other.toString()));
                    }
                })
                .limit(NAMED_PROBLEMS)
                .forEach(problems::add);
    }

    private static String named(Resource resource) {
        return resource.getClass().getSimpleName() + ' ' + resource.name();
    }

    /** The resources of the files as they are stored: what has no times gets them now. */
    static List<Resource> stamped(SetUp setUp, Instant now) {
        return setUp.resources()
                .map(resource ->
                        resource.stamps().equals(Stamps.NONE) ? resource.withStamps(Stamps.createdAt(now)) : resource)
                .toList();
    }
}
