package dev.outpace.ui.campaigns;

import dev.outpace.model.Ids;
import dev.outpace.model.Resource;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What a picker offers: a resource by its name, or none. */
record NamedChoice(UUID id, String name) {

    static List<NamedChoice> of(String none, Stream<? extends Resource> resources) {
        return Stream.concat(
                        Stream.of(new NamedChoice(Ids.NIL, none)),
                        resources
                                .map(resource -> new NamedChoice(resource.id(), resource.name()))
                                .sorted(Comparator.comparing(NamedChoice::name, String.CASE_INSENSITIVE_ORDER)))
                .toList();
    }

    /** As the picker writes it. */
    @Override
    public String toString() {
        return name;
    }
}
