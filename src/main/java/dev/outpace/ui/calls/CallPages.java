package dev.outpace.ui.calls;

import dev.outpace.model.CallFilter;
import dev.outpace.model.CallPage;
import dev.outpace.model.CampaignCall;
import dev.outpace.ui.live.Tasks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * A window on the history of calls, newest first: a few pages are loaded, the next comes at the end the view is near, and
 * the one at the other end is let go. What is loaded does not move when calls are placed: they are only counted. One page is
 * asked for at a time; a filter that changes meanwhile waits for its answer, which is dropped.
 */
final class CallPages {

    /** Calls a page. */
    static final int PAGE = 200;

    private static final int MAX_PAGES = 4;

    /** @param before what the page was read with */
    private record Page(long before, int size) {}

    private final CallSource source;
    private final Tasks tasks;
    private final Consumer<Runnable> around;
    private final ObservableList<CallLine> lines = FXCollections.observableArrayList();
    private final Deque<Long> above = new ArrayDeque<>();
    private final Deque<Page> loaded = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(this, "loading");
    private final ReadOnlyIntegerWrapper newer = new ReadOnlyIntegerWrapper(this, "newer");
    private @Nullable CallFilter filter;
    private long top;
    private long next;
    private boolean asking;
    private boolean counting;
    private int generation;

    /** @param around runs each change of the lines; the view keeps its selection and its place around it */
    CallPages(CallSource source, Tasks tasks, Consumer<Runnable> around) {
        this.source = source;
        this.tasks = tasks;
        this.around = around;
    }

    ObservableList<CallLine> lines() {
        return lines;
    }

    /** True until the first page of a filter is there. */
    ReadOnlyBooleanProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    /** How many calls of the filter were placed since its first page was read. */
    ReadOnlyIntegerProperty newerProperty() {
        return newer.getReadOnlyProperty();
    }

    /** Reads from the newest call on. */
    void show(CallFilter wanted) {
        filter = wanted;
        generation++;
        loading.set(true);
        if (!asking) {
            readTop(wanted);
        }
    }

    private void readTop(CallFilter wanted) {
        ask(source.page(wanted, 0, PAGE), page -> around.accept(() -> showTop(page)));
    }

    private void showTop(CallPage page) {
        above.clear();
        loaded.clear();
        loaded.add(new Page(page.start(), page.calls().size()));
        top = page.start();
        next = page.next();
        newer.set(0);
        var known = lines.stream().collect(Collectors.toMap(CallLine::id, Function.identity()));
        lines.setAll(page.calls().stream()
                .map(call -> shown(known.get(call.id()), call))
                .toList());
        loading.set(false);
    }

    private static CallLine shown(@Nullable CallLine line, CampaignCall call) {
        if (line == null) {
            return new CallLine(call);
        }
        line.show(call);
        return line;
    }

    /** The page behind the loaded ones, if there is one and none is being read. */
    void more() {
        var wanted = filter;
        long before = next;
        if (!asking && wanted != null && before != 0) {
            ask(source.page(wanted, before, PAGE), page -> around.accept(() -> append(before, page)));
        }
    }

    private void append(long before, CallPage page) {
        var fresh = notLoaded(page);
        loaded.addLast(new Page(before, fresh.size()));
        next = page.next();
        lines.addAll(fresh);
        if (loaded.size() > MAX_PAGES) {
            var gone = loaded.removeFirst();
            above.push(gone.before());
            lines.remove(0, gone.size());
        }
    }

    /** The page before the loaded ones, if there is one and none is being read. */
    void previous() {
        var wanted = filter;
        if (!asking && wanted != null && !above.isEmpty()) {
            ask(source.page(wanted, above.element(), PAGE), page -> around.accept(() -> prepend(page)));
        }
    }

    private void prepend(CallPage page) {
        var fresh = notLoaded(page);
        loaded.addFirst(new Page(above.pop(), fresh.size()));
        lines.addAll(0, fresh);
        if (loaded.size() > MAX_PAGES) {
            var gone = loaded.removeLast();
            lines.remove(lines.size() - gone.size(), lines.size());
            next = gone.before();
        }
    }

    /** A page read again may reach further than before, when calls have ended out of the filter or into it. */
    private List<CallLine> notLoaded(CallPage page) {
        var known = lines.stream().map(CallLine::id).collect(Collectors.toSet());
        return page.calls().stream()
                .filter(call -> known.add(call.id()))
                .map(CallLine::new)
                .toList();
    }

    /** Counts what came since the top was read. */
    void countNewer() {
        var wanted = filter;
        if (counting || wanted == null || loading.get()) {
            return;
        }
        counting = true;
        int asked = generation;
        tasks.onFx(
                source.countNewer(wanted, top),
                count -> {
                    counting = false;
                    if (asked == generation && !loading.get()) {
                        newer.set(count);
                    }
                },
                failure -> counting = false);
    }

    private void ask(CompletableFuture<CallPage> question, Consumer<CallPage> take) {
        asking = true;
        int asked = generation;
        tasks.onFx(question, page -> answered(asked, () -> take.accept(page)), failure -> {
            loading.set(false);
            answered(asked, () -> {});
        });
    }

    private void answered(int asked, Runnable take) {
        var wanted = filter;
        if (asked == generation) {
            take.run();
            asking = false;
        } else if (wanted != null) {
            readTop(wanted);
        }
    }
}
