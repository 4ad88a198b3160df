package dev.outpace.workspace;

import dev.outpace.formats.DoNotCallFiles;
import dev.outpace.formats.DoNotCallRead;
import dev.outpace.formats.FileRefused;
import dev.outpace.model.DoNotCallEntries;
import dev.outpace.model.DoNotCallList;
import dev.outpace.model.Problem;
import dev.outpace.model.Shown;
import dev.outpace.numbers.NumberReader;
import dev.outpace.numbers.Reading;
import dev.outpace.store.DoNotCallQueries.Size;
import dev.outpace.store.DoNotCallWrites.Load;
import dev.outpace.store.Store;
import dev.outpace.store.StoreException;
import dev.outpace.store.TargetWrites;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Do-not-call lists of a workspace that nobody runs. */
public final class OfflineDoNotCall {
    private final Store store;
    private final NumberRegion region;
    private final Clock clock;

    OfflineDoNotCall(Store store, Clock clock) {
        this.store = store;
        this.region = new NumberRegion(store);
        this.clock = clock;
    }

    /** A list, and how many entries it has. */
    public record Line(DoNotCallList list, Size size, boolean tooOld) {}

    /** By name. */
    public List<Line> lists() {
        var sizes = store.doNotCallQueries().sizes().join();
        var now = clock.instant();
        return store.resources().join().doNotCallLists().stream()
                .sorted(Comparator.comparing(DoNotCallList::name).thenComparing(DoNotCallList::id))
                .map(list -> new Line(list, sizes.getOrDefault(list.id(), Size.NONE), list.isTooOld(now)))
                .toList();
    }

    /** All or nothing. Lines that can't be read are left out and told. */
    public DoNotCallReport importFile(DoNotCallOrder order) {
        var region = order.region() == null ? this.region.get() : order.region();
        if (!new NumberReader(region).knowsRegion()) {
            return DoNotCallReport.refused(
                    Answer.refused(Problem.error("csv.no_such_region", "", Shown.of(region))), null);
        }
        var named = named(order.list());
        if (named.matches().size() > 1) {
            return DoNotCallReport.refused(new Answer.Refused(named.problems()), null);
        }
        DoNotCallRead read;
        try {
            read = new DoNotCallFiles(region).read(order.file(), order.changes(), bytes -> bytes);
        } catch (FileRefused refused) {
            return DoNotCallReport.refused(Answer.refused(refused.problem()), null);
        }
        var problems = DoNotCallCheck.of(read);
        if (read.isEmpty()) {
            problems.addFirst(Problem.error("dnc.nothing", order.file().toString()));
            return DoNotCallReport.refused(new Answer.Refused(problems), read);
        }
        var before =
                named.matches().isEmpty() ? order.newList() : named.matches().getFirst();
        var size = store.doNotCallQueries().sizes().join().getOrDefault(before.id(), Size.NONE);
        if (!order.changes()) {
            problems.addAll(DoNotCallCheck.shrinks(before, size, read));
        }
        return write(order, before, read, problems);
    }

    private DoNotCallReport write(
            DoNotCallOrder order, DoNotCallList before, DoNotCallRead read, List<Problem> problems) {
        var now = clock.instant();
        var list = order.after(before, today(now)).withStamps(before.stamps().touchedAt(now));
        var importId = UUID.randomUUID();
        try {
            store.doNotCall()
                    .prepare(
                            importId,
                            List.of(new Load(list, !order.changes(), read.added(), read.removed())),
                            new TargetWrites.Watch() {});
            store.doNotCall().saveAll(importId, List.of(list));
        } catch (StoreException failure) {
            return DoNotCallReport.refused(Answer.refused(failure.problem()), read);
        }
        var after = store.doNotCallQueries().sizes().join().getOrDefault(list.id(), Size.NONE);
        return new DoNotCallReport(new Answer.Done(problems), read, list, after.entries());
    }

    static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /**
     * Adds a number to a list; the workspace's own list is made where there is none.
     *
     * @param wanted an id, or a name that only one list has
     */
    public Answer add(String number, String wanted) {
        return change(number, wanted, true);
    }

    /** Takes a number off a list. */
    public Answer remove(String number, String wanted) {
        return change(number, wanted, false);
    }

    private Answer change(String number, String wanted, boolean adds) {
        var entry = entry(number);
        if (entry.problem() != null) {
            return Answer.refused(entry.problem());
        }
        var named = named(wanted);
        var list = named.resource();
        if (list == null && named.matches().isEmpty() && adds && wanted.equals(DoNotCallList.COMPANY)) {
            list = DoNotCallList.company()
                    .withStamps(DoNotCallList.company().stamps().touchedAt(clock.instant()));
            store.targets().storeAll(List.of(list), Map.of(), Set.of());
        }
        if (list == null) {
            return new Answer.Refused(named.problems());
        }
        try {
            var numbers = List.of(entry.value().getAsLong());
            var changed = adds
                    ? store.doNotCall().add(list.id(), numbers, null).join()
                    : store.doNotCall().remove(list, numbers, null).join();
            return changed.isEmpty()
                    ? new Answer.Done(List.of(
                            adds
                                    ? Problem.warning("dnc.on_list", "", number, list.name())
                                    : Problem.warning("dnc.not_on_list", "", number, list.name())))
                    : new Answer.Done(List.of());
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof StoreException known) {
                return Answer.refused(known.problem());
            }
            throw failure;
        }
    }

    private record Entry(OptionalLong value, @Nullable Problem problem) {}

    private Entry entry(String number) {
        return switch (new NumberReader(region.get()).read("tel", number)) {
            case Reading.Refused(var reason) -> new Entry(OptionalLong.empty(), reason);
            case Reading.Dialable(var address, var _) -> {
                var value = DoNotCallEntries.entryOf(address);
                yield new Entry(value, value.isPresent() ? null : Problem.error("dnc.no_number", "", Shown.of(number)));
            }
        };
    }

    /** Writes the entries of a list, one a line, as an import reads them. */
    public Answer export(String wanted, OfflineOrders.Output out) throws IOException {
        var named = named(wanted);
        var list = named.resource();
        if (list == null) {
            return new Answer.Refused(named.problems());
        }
        out.write(stream -> {
            var writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.US_ASCII), 1 << 16);
            try {
                store.doNotCallQueries()
                        .each(
                                list.id(),
                                prefix -> line(writer, "+" + prefix + "*"),
                                number -> line(writer, "+" + number));
            } catch (UncheckedIOException failed) {
                throw failed.getCause();
            }
            writer.flush();
        });
        return new Answer.Done(List.of());
    }

    private static void line(BufferedWriter writer, String text) {
        try {
            writer.write(text);
            writer.write('\n');
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private NamedResource.Found<DoNotCallList> named(String wanted) {
        return NamedResource.doNotCall(store.resources().join().doNotCallLists())
                .find(wanted);
    }
}
