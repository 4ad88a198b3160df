package dev.outpace.ui.targets;

import dev.outpace.model.OutdialTarget;
import dev.outpace.model.TargetFilter;
import dev.outpace.model.TargetPage;
import dev.outpace.model.TargetPage.Place;
import dev.outpace.ui.live.Tasks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * A window on the targets of a list that a filter lets through: some pages are loaded, more come at its lower end as the
 * view goes down, and those behind are let go, to be read again on the way up. However long the list is, a few pages are in
 * memory. One question is asked at a time, and answers to an older filter are dropped.
 */
final class TargetPages {

    /** Rows a page. */
    static final int PAGE = 200;

    private static final int MAX_PAGES = 4;
    private static final int MAX_READ_FOR_ONE_PAGE = 5 * PAGE;

    /** Where pages are read. */
    interface Source {
        CompletableFuture<TargetPage> page(TargetFilter filter, @Nullable Place after, int size);

        CompletableFuture<List<OutdialTarget>> targets(Collection<UUID> ids);
    }

    /** @param after the place behind which the page begins; null for the first */
    private record Page(@Nullable Place after, int size) {}

    private final Source source;
    private final Tasks tasks;
    private final Consumer<Runnable> around;
    private final ObservableList<TargetRow> rows = FXCollections.observableArrayList();
    private final Deque<Page> above = new ArrayDeque<>();
    private final Deque<Page> loaded = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(this, "loading");
    private @Nullable TargetFilter filter;
    private @Nullable Place next;
    private boolean asking;
    private int generation;

    /**
     * @param around runs each change of the rows; the view keeps its selection and its place around it. Rows come and go in
     *     changes of their own: of a change that leaves as many as before, the table keeps its place from the top.
     */
    TargetPages(Source source, Tasks tasks, Consumer<Runnable> around) {
        this.source = source;
        this.tasks = tasks;
        this.around = around;
    }

    ObservableList<TargetRow> rows() {
        return rows;
    }

    /** True while the first page of a filter is read. */
    ReadOnlyBooleanProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    /** How many rows stand before the first that is loaded, as they were when they were read. */
    int before() {
        return above.stream().mapToInt(Page::size).sum();
    }

    boolean isFirstLoaded() {
        return above.isEmpty();
    }

    boolean isLastLoaded() {
        return next == null;
    }

    /** Reads from the top. */
    void show(TargetFilter newFilter) {
        filter = newFilter;
        generation++;
        asking = false;
        loading.set(true);
        readTop(newFilter);
    }

    /** The page behind the loaded ones, if there is one and nothing else is being read. */
    void more() {
        var wanted = filter;
        var after = next;
        if (!asking && wanted != null && after != null) {
            ask(source.page(wanted, after, PAGE), page -> append(after, page));
        }
    }

    private void append(Place after, TargetPage page) {
        var fresh = notLoaded(page.targets());
        around.accept(() -> {
            loaded.addLast(new Page(after, fresh.size()));
            next = page.next();
            rows.addAll(fresh);
        });
        if (loaded.size() > MAX_PAGES) {
            around.accept(() -> {
                var gone = loaded.removeFirst();
                above.push(gone);
                rows.remove(0, gone.size());
            });
        }
    }

    /** The page before the loaded ones, if there is one and nothing else is being read. */
    void previous() {
        var wanted = filter;
        if (asking || wanted == null || above.isEmpty()) {
            return;
        }
        var page = above.element();
        var until = loaded.element().after();
        ask(upTo(wanted, page.after(), until, new ArrayList<>()), found -> prepend(page, found));
    }

    /** What stands between two places now, which may be more than a page by what has moved there. */
    private CompletionStage<List<OutdialTarget>> upTo(
            TargetFilter wanted, @Nullable Place after, @Nullable Place until, List<OutdialTarget> found) {
        return source.page(wanted, after, PAGE).thenCompose(page -> {
            found.addAll(page.targets());
            var end = page.next();
            boolean through =
                    end == null || until == null || end.compareTo(until) >= 0 || found.size() >= MAX_READ_FOR_ONE_PAGE;
            return through ? CompletableFuture.completedFuture(found) : upTo(wanted, end, until, found);
        });
    }

    private void prepend(Page page, List<OutdialTarget> found) {
        var fresh = notLoaded(found);
        around.accept(() -> {
            above.pop();
            loaded.addFirst(new Page(page.after(), fresh.size()));
            rows.addAll(0, fresh);
        });
        if (loaded.size() > MAX_PAGES) {
            around.accept(() -> {
                var gone = loaded.removeLast();
                rows.remove(rows.size() - gone.size(), rows.size());
                next = gone.after();
            });
        }
    }

    private List<TargetRow> notLoaded(List<OutdialTarget> targets) {
        var known = rows.stream().map(TargetRow::id).collect(Collectors.toSet());
        return targets.stream()
                .filter(target -> known.add(target.id()))
                .map(TargetRow::new)
                .toList();
    }

    /** Reads the first page again, in its order now; of the pages behind it nothing stays. */
    void readTopAgain() {
        var wanted = filter;
        if (!asking && wanted != null) {
            readTop(wanted);
        }
    }

    private void readTop(TargetFilter wanted) {
        ask(source.page(wanted, null, PAGE), page -> around.accept(() -> showTop(page)));
    }

    private void showTop(TargetPage page) {
        Map<UUID, TargetRow> known = new HashMap<>();
        rows.forEach(row -> known.put(row.id(), row));
        var now = page.targets().stream()
                .map(target -> shown(known.get(target.id()), target))
                .toList();
        above.clear();
        loaded.clear();
        loaded.add(new Page(null, now.size()));
        next = page.next();
        if (!now.equals(rows)) {
            rows.setAll(now);
        }
        loading.set(false);
    }

    private static TargetRow shown(@Nullable TargetRow row, OutdialTarget target) {
        if (row == null) {
            return new TargetRow(target);
        }
        row.show(target);
        return row;
    }

    /** Brings some loaded rows up to date where they stand. */
    void refresh(int from, int to) {
        var asked = List.copyOf(rows.subList(Math.max(0, from), Math.min(rows.size(), to)));
        if (!asking && !asked.isEmpty()) {
            ask(source.targets(asked.stream().map(TargetRow::id).toList()), found -> update(asked, found));
        }
    }

    private void update(List<TargetRow> asked, List<OutdialTarget> found) {
        var now = found.stream().collect(Collectors.toMap(OutdialTarget::id, Function.identity()));
        var gone = new HashSet<TargetRow>();
        for (var row : asked) {
            var target = now.get(row.id());
            if (target == null) {
                gone.add(row);
            } else {
                row.show(target);
            }
        }
        if (!gone.isEmpty()) {
            around.accept(() -> remove(gone));
        }
    }

    private void remove(Collection<TargetRow> gone) {
        var pages = new ArrayList<Page>();
        int at = 0;
        for (var page : loaded) {
            long stay = rows.subList(at, at + page.size()).stream()
                    .filter(row -> !gone.contains(row))
                    .count();
            at += page.size();
            pages.add(new Page(page.after(), (int) stay));
        }
        loaded.clear();
        loaded.addAll(pages);
        rows.removeIf(gone::contains);
    }

    private <T> void ask(CompletionStage<T> question, Consumer<T> take) {
        asking = true;
        int asked = generation;
        tasks.onFx(
                question,
                answer -> {
                    if (asked == generation) {
                        asking = false;
                        take.accept(answer);
                    }
                },
                failure -> {
                    if (asked == generation) {
                        asking = false;
                        loading.set(false);
                    }
                });
    }
}
