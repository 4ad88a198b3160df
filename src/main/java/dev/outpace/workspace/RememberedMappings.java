package dev.outpace.workspace;

import dev.outpace.formats.ColumnMapping;
import dev.outpace.formats.ColumnMapping.Column;
import dev.outpace.formats.ColumnUseWord;
import dev.outpace.formats.JacksonJson;
import dev.outpace.formats.TableFacts;
import dev.outpace.model.Json;
import dev.outpace.store.Store;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Where the columns of earlier imports went, by the set of their headers. The latest few dozen are kept in the workspace. */
final class RememberedMappings {
    private static final String SETTING = "import.mappings";
    private static final int MOST = 50;

    private final Store store;
    private final JacksonJson json = new JacksonJson();
    private volatile List<ColumnMapping> latest;

    RememberedMappings(Store store) {
        this.store = store;
        latest = read(store.setting(SETTING).join().orElse("[]"));
    }

    /** As it was mapped with these headers the last time; else as headers and cells say. */
    ColumnMapping of(TableFacts facts) {
        return remembered(facts).map(mapping -> mapping.forFile(facts)).orElseGet(() -> ColumnMapping.suggested(facts));
    }

    /** Only of headers: columns without such are called alike in every file. */
    Optional<ColumnMapping> remembered(TableFacts facts) {
        var headers = Set.copyOf(facts.columns());
        return facts.form().header()
                ? latest.stream()
                        .filter(mapping -> headers(mapping).equals(headers))
                        .findFirst()
                : Optional.empty();
    }

    private static Set<String> headers(ColumnMapping mapping) {
        var headers = new HashSet<String>();
        mapping.columns().forEach(column -> headers.add(column.name()));
        return headers;
    }

    /** Known here at once; stored when the future completes. */
    CompletableFuture<Void> remember(TableFacts facts, ColumnMapping mapping) {
        if (!facts.form().header() || remembered(facts).filter(mapping::equals).isPresent()) {
            return CompletableFuture.completedFuture(null);
        }
        var kept = new ArrayList<ColumnMapping>();
        kept.add(mapping);
        var headers = headers(mapping);
        latest.stream()
                .filter(other -> !headers(other).equals(headers))
                .limit(MOST - 1)
                .forEach(kept::add);
        latest = List.copyOf(kept);
        return store.saveSetting(SETTING, json.write(written(latest))).thenAccept(_ -> {});
    }

    private static Json written(List<ColumnMapping> mappings) {
        return new Json.Array(mappings.stream()
                .<Json>map(mapping -> new Json.Array(mapping.columns().stream()
                        .<Json>map(column -> new Json.Array(
                                List.of(new Json.Text(column.name()), new Json.Text(ColumnUseWord.of(column.use())))))
                        .toList()))
                .toList());
    }

    private List<ColumnMapping> read(String text) {
        return json.read(text) instanceof Json.Array(var mappings)
                ? mappings.stream().map(RememberedMappings::mapping).toList()
                : List.of();
    }

    private static ColumnMapping mapping(Json written) {
        var columns = new ArrayList<Column>();
        if (written instanceof Json.Array(var pairs)) {
            for (var pair : pairs) {
                if (pair instanceof Json.Array(var both)
                        && both.getFirst() instanceof Json.Text(var name)
                        && both.getLast() instanceof Json.Text(var word)) {
                    ColumnUseWord.read(word, name).ifPresent(use -> columns.add(new Column(name, use)));
                }
            }
        }
        return new ColumnMapping(columns);
    }
}
