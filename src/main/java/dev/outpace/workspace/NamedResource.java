package dev.outpace.workspace;

import dev.outpace.model.Problem;
import dev.outpace.model.Resource;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the campaign, or the list, that somebody means by an id or a name. */
final class NamedResource<R extends Resource> {
    private final Collection<R> all;
    private final String kind;

    /** @param kind what the codes of its problems begin with */
    NamedResource(Collection<R> all, String kind) {
        this.all = all;
        this.kind = kind;
    }

    /** @param resource null when it was not found, or the name is not unique: then the problems say so */
    record Found<R extends Resource>(@Nullable R resource, List<Problem> problems) {}

    Found<R> find(String wanted) {
        var byId = all.stream()
                .filter(resource -> resource.id().toString().equalsIgnoreCase(wanted))
                .toList();
        var matches = byId.isEmpty()
                ? all.stream()
                        .filter(resource -> resource.name().equals(wanted))
                        .toList()
                : byId;
        return switch (matches.size()) {
            case 0 -> new Found<>(null, List.of(Problem.error(kind + ".unknown", "", wanted)));
            case 1 -> new Found<>(matches.getFirst(), List.of());
            default -> {
                var ids = matches.stream()
                        .map(resource -> resource.id().toString())
                        .collect(Collectors.joining(", "));
                yield new Found<>(null, List.of(Problem.error(kind + ".ambiguous", "", wanted, ids)));
            }
        };
    }
}
