package dev.outpace.workspace;

import dev.outpace.engine.ImportCheck;
import dev.outpace.exchange.SetUp;
import dev.outpace.exchange.TargetList;
import dev.outpace.flow.FlowCheck;
import dev.outpace.flow.FlowContext;
import dev.outpace.model.Campaign;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Problem;
import dev.outpace.model.Resource;
import dev.outpace.model.ResourceBook;
import dev.outpace.model.Severity;
import dev.outpace.model.Stamps;
import dev.outpace.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whether what files hold fits into a workspace: it is told of every file, line and field where it doesn't. */
final class SetUpCheck {
    private static final int TARGETS_A_QUERY = 1_000;
    private static final int NAMED_TARGETS = 5;
    private static final int NAMED_PROBLEMS = 20;

    private final Store store;
    private final ResourceBook book;

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
        setUp.outdials().forEach(list -> elsewhere(setUp, list, problems));
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

    /** Targets of a list whose ids stand in another one: they would be in both. */
    private void elsewhere(SetUp setUp, TargetList list, List<Problem> problems) {
        var outdial = list.outdial();
        var found = new ArrayList<UUID>();
        var targets = list.targets();
        for (int from = 0; from < targets.size() && found.size() < NAMED_TARGETS; from += TARGETS_A_QUERY) {
            var ids = targets.subList(from, Math.min(from + TARGETS_A_QUERY, targets.size())).stream()
                    .map(OutdialTarget::id)
                    .toList();
            store.targetQueries().listsOf(ids).join().forEach((target, stands) -> {
                if (!stands.equals(outdial.id())) {
                    found.add(target);
                }
            });
        }
        found.stream()
                .limit(NAMED_TARGETS)
                .forEach(target -> problems.add(
                        Problem.error("import.exists", setUp.place(outdial.id()), target.toString(), outdial.name())));
    }

    /** The resources of the files as they are stored: what has no times gets them now. */
    static List<Resource> stamped(SetUp setUp, Instant now) {
        return setUp.resources()
                .map(resource ->
                        resource.stamps().equals(Stamps.NONE) ? resource.withStamps(Stamps.createdAt(now)) : resource)
                .toList();
    }
}
