package dev.outpace.workspace;

import dev.outpace.model.Campaign;
import dev.outpace.model.Outdial;
import dev.outpace.model.Problem;
import dev.outpace.model.Resource;
import dev.outpace.model.RuleSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the campaign, the list or the calling rules that somebody means by an id or a name. */
final class NamedResource<R extends Resource> {
    private final Collection<R> all;
    private final Kind kind;

    private enum Kind {
        CAMPAIGN,
        LIST,
        RULES
    }

    private NamedResource(Collection<R> all, Kind kind) {
        this.all = all;
        this.kind = kind;
    }

    static NamedResource<Campaign> campaign(Collection<Campaign> all) {
        return new NamedResource<>(all, Kind.CAMPAIGN);
    }

    static NamedResource<Outdial> list(Collection<Outdial> all) {
        return new NamedResource<>(all, Kind.LIST);
    }

    static NamedResource<RuleSet> rules(Collection<RuleSet> all) {
        return new NamedResource<>(all, Kind.RULES);
    }

    private Problem unknown(String wanted) {
        return switch (kind) {
            case CAMPAIGN -> Problem.error("campaign.unknown", "", wanted);
            case LIST -> Problem.error("outdial.unknown", "", wanted);
            case RULES -> Problem.error("rules.unknown", "", wanted);
        };
    }

    private Problem ambiguous(String wanted, String ids) {
        return switch (kind) {
            case CAMPAIGN -> Problem.error("campaign.ambiguous", "", wanted, ids);
            case LIST -> Problem.error("outdial.ambiguous", "", wanted, ids);
            case RULES -> Problem.error("rules.ambiguous", "", wanted, ids);
        };
    }

    /**
     * @param matches all that have the id or the name
     * @param problems why it is not known which is meant; empty where it is
     */
    record Found<R extends Resource>(List<R> matches, List<Problem> problems) {
        /** Null when none has the id or the name, or several have the name. */
        @Nullable
        R resource() {
            return problems.isEmpty() ? matches.getFirst() : null;
        }
    }

    Found<R> find(String wanted) {
        var byId = all.stream()
                .filter(resource -> resource.id().toString().equalsIgnoreCase(wanted))
                .toList();
        var matches = byId.isEmpty()
                ? all.stream()
                        .filter(resource -> resource.name().equals(wanted))
                        .toList()
                : byId;
        var problems = switch (matches.size()) {
            case 0 -> List.of(unknown(wanted));
            case 1 -> List.<Problem>of();
            default -> {
                var ids = matches.stream()
                        .map(resource -> resource.id().toString())
                        .collect(Collectors.joining(", "));
                yield List.of(ambiguous(wanted, ids));
            }
        };
        return new Found<>(matches, problems);
    }
}
