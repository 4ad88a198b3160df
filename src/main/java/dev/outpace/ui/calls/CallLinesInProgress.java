package dev.outpace.ui.calls;

import dev.outpace.model.CallFilter;
import dev.outpace.model.CampaignCall;
import dev.outpace.ui.live.CallRow;
import dev.outpace.ui.live.Tasks;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The lines of the table for calls in progress. It also updates loaded lines whose call is still in progress. */
final class CallLinesInProgress {

    private final Collection<CallRow> rows;
    private final Function<UUID, @Nullable CallRow> row;
    private final CallSource source;
    private final Tasks tasks;
    private final Consumer<Runnable> around;
    private final ObservableList<CallLine> lines = FXCollections.observableArrayList();
    private boolean asking;

    /**
     * @param rows all calls in progress, as they are at any moment
     * @param row one of them; null when it is over
     * @param around runs each change of the lines; the view keeps its selection around it
     */
    CallLinesInProgress(
            Collection<CallRow> rows,
            Function<UUID, @Nullable CallRow> row,
            CallSource source,
            Tasks tasks,
            Consumer<Runnable> around) {
        this.rows = rows;
        this.row = row;
        this.source = source;
        this.tasks = tasks;
        this.around = around;
    }

    /** Newest first. */
    ObservableList<CallLine> lines() {
        return lines;
    }

    /** Takes up the calls that are in progress now. */
    void show(CallFilter filter) {
        var known = lines.stream().collect(Collectors.toMap(CallLine::id, Function.identity()));
        var now = rows.stream()
                .map(CallRow::call)
                .filter(call -> fits(call, filter))
                .sorted(Comparator.comparing(CampaignCall::createdAt).reversed())
                .map(call -> {
                    var line = known.getOrDefault(call.id(), new CallLine(call));
                    line.show(call);
                    return line;
                })
                .toList();
        if (!now.equals(lines)) {
            around.accept(() -> lines.setAll(now));
        }
    }

    /** As the history is filtered by the store. */
    private static boolean fits(CampaignCall call, CallFilter filter) {
        if (filter.campaignId() != null && !filter.campaignId().equals(call.campaignId())) {
            return false;
        }
        var text = filter.text().strip().toLowerCase(Locale.ROOT);
        var destination = call.destination();
        return call.targetName().toLowerCase(Locale.ROOT).contains(text)
                || (destination != null && destination.target().contains(text.replaceAll("[\\s()-]", "")));
    }

    /** Brings those of the lines up to date whose call was in progress: by the live rows, and of those over by the store. */
    void follow(Stream<CallLine> followed) {
        var over = followed.filter(CallLine::inProgress)
                .filter(line -> {
                    var live = row.apply(line.id());
                    if (live != null) {
                        line.show(live.call());
                    }
                    return live == null;
                })
                .collect(Collectors.toMap(CallLine::id, Function.identity(), (one, same) -> one));
        if (!over.isEmpty() && !asking) {
            asking = true;
            tasks.onFx(
                    source.calls(over.keySet()),
                    calls -> {
                        asking = false;
                        calls.forEach(call -> show(over.get(call.id()), call));
                    },
                    failure -> asking = false);
        }
    }

    private static void show(@Nullable CallLine line, CampaignCall call) {
        if (line != null) {
            line.show(call);
        }
    }
}
