package dev.outpace.workspace;

import dev.outpace.formats.ColumnMapping;
import dev.outpace.formats.ColumnMapping.Column;
import dev.outpace.formats.ColumnUseWord;
import dev.outpace.formats.JacksonJson;
import dev.outpace.formats.TableFacts;
import dev.outpace.model.Json;
import dev.outpace.store.Store;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the columns of earlier imports went, by the set of their headers. The latest few dozen are kept in the workspace. */
final class RememberedMappings {
    private static final String SETTING = "import.mappings";
    private static final int MOST = 50;

    private final Store store;
    private final JacksonJson json = new JacksonJson();
    private volatile List<Remembered> latest;

    /** @param on the day of the import, in the zone of the workspace; null where an older version kept none */
    record Remembered(ColumnMapping mapping, @Nullable LocalDate on) {}

    RememberedMappings(Store store) {
        this.store = store;
        latest = read(store.setting(SETTING).join().orElse("[]"));
    }

    /** As it was mapped with these headers the last time; else as headers and cells say. */
    ColumnMapping of(TableFacts facts) {
        return remembered(facts)
                .map(before -> before.mapping().forFile(facts))
                .orElseGet(() -> ColumnMapping.suggested(facts));
    }

    /** Only of headers: columns without such are called alike in every file. */
    Optional<Remembered> remembered(TableFacts facts) {
        var headers = Set.copyOf(facts.columns());
        return facts.form().header()
                ? latest.stream()
                        .filter(before -> headers(before.mapping()).equals(headers))
                        .findFirst()
                : Optional.empty();
    }

    private static Set<String> headers(ColumnMapping mapping) {
        var headers = new HashSet<String>();
        mapping.columns().forEach(column -> headers.add(column.name()));
        return headers;
    }

    /** Known here at once; stored when the future completes. */
    CompletableFuture<Void> remember(TableFacts facts, ColumnMapping mapping, LocalDate today) {
        var kept = new Remembered(mapping, today);
        if (!facts.form().header() || remembered(facts).filter(kept::equals).isPresent()) {
            return CompletableFuture.completedFuture(null);
        }
        var headers = headers(mapping);
        var others = latest.stream()
                .filter(other -> !headers(other.mapping()).equals(headers))
                .limit(MOST - 1);
        latest = Stream.concat(Stream.of(kept), others).toList();
        return store.saveSetting(SETTING, json.write(written(latest))).thenAccept(_ -> {});
    }

    private static Json written(List<Remembered> mappings) {
        return new Json.Array(mappings.stream().map(RememberedMappings::written).toList());
    }

    /** The day, where it is known, then a pair for each column. */
    private static Json written(Remembered one) {
        var on = one.on();
        var day = on == null ? Stream.<Json>empty() : Stream.<Json>of(new Json.Text(on.toString()));
        var columns = one.mapping().columns().stream()
                .<Json>map(column -> new Json.Array(
                        List.of(new Json.Text(column.name()), new Json.Text(ColumnUseWord.of(column.use())))));
        return new Json.Array(Stream.concat(day, columns).toList());
    }

    private List<Remembered> read(String text) {
        return json.read(text) instanceof Json.Array(var mappings)
                ? mappings.stream().map(RememberedMappings::remembered).toList()
                : List.of();
    }

    private static Remembered remembered(Json written) {
        LocalDate on = null;
        var columns = new ArrayList<Column>();
        if (written instanceof Json.Array(var pairs)) {
            for (var pair : pairs) {
                if (pair instanceof Json.Text(var day)) {
                    on = LocalDate.parse(day);
                } else if (pair instanceof Json.Array(var both)
                        && both.getFirst() instanceof Json.Text(var name)
                        && both.getLast() instanceof Json.Text(var word)) {
                    ColumnUseWord.read(word, name).ifPresent(use -> columns.add(new Column(name, use)));
                }
            }
        }
        return new Remembered(new ColumnMapping(columns), on);
    }
}
