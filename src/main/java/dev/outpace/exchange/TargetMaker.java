package dev.outpace.exchange;

import dev.outpace.model.Address;
import dev.outpace.model.ColumnUse;
import dev.outpace.model.Json;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.Problem;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetStatus;
import dev.outpace.numbers.Reading;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes targets of the rows of a file. A row with a destination that can't be dialed is rejected whole, even where it has
 * another that can: its person is told of and put right, not called with half of what the file says.
 */
final class TargetMaker {
    private static final List<Integer> NO_TRIES = List.of(0, 0, 0, 0, 0);

    private final TargetChoices choices;
    private final List<ColumnMapping.Column> columns;
    private final Destinations destinations;
    private final Predicate<String> inList;
    private final Supplier<UUID> ids;
    private final UUID outdialId;
    private final Stamps stamps;
    private final JacksonJson json = new JacksonJson();
    private final Set<String> inFile = new HashSet<>();

    TargetMaker(
            TargetChoices choices,
            Destinations destinations,
            Predicate<String> inList,
            Supplier<UUID> ids,
            UUID outdialId,
            Instant now) {
        this.choices = choices;
        this.columns = choices.mapping().columns();
        this.destinations = destinations;
        this.inList = inList;
        this.ids = ids;
        this.outdialId = outdialId;
        this.stamps = Stamps.createdAt(now);
    }

    TargetRow make(CsvRecords.Row row) {
        if (row.fault() != null) {
            return rejected(row, row.fault());
        }
        var cells = row.fields();
        if (cells.stream().skip(columns.size()).anyMatch(cell -> !cell.isBlank())) {
            return rejected(row, "row.too_many_columns", cells.size(), columns.size());
        }
        var draft = new Draft();
        for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
            var cell = FormulaGuard.off(cells.get(i)).strip();
            var wrong = cell.isEmpty() ? null : draft.take(columns.get(i).use(), cell);
            if (wrong != null) {
                return new TargetRow.Rejected(
                        row.line(), wrong.at(columns.get(i).name()), row.fields());
            }
        }
        return made(row, draft);
    }

    private TargetRow made(CsvRecords.Row row, Draft draft) {
        if (draft.first == null) {
            return rejected(row, "row.no_destination");
        }
        var name = draft.name.toString();
        var data = draft.data.isEmpty() ? "" : json.write(new Json.Obj(draft.data));
        if (name.length() > Fields.MAX_NAME) {
            return rejected(row, "row.name_too_long", Fields.MAX_NAME);
        }
        if (Math.max(draft.detail.length(), data.length()) > Fields.MAX_TEXT) {
            return rejected(row, "row.data_too_long", Fields.MAX_TEXT);
        }
        var first = draft.first;
        if (choices.skipDuplicates()) {
            if (!inFile.add(first.dialKey())) {
                return rejected(row, "row.in_file", first.target());
            }
            if (inList.test(first.dialKey())) {
                return rejected(row, "row.in_list", first.target());
            }
        }
        return new TargetRow.Accepted(row.line(), target(name, draft.detail, data, draft.slots));
    }

    private OutdialTarget target(String name, String detail, String data, List<@Nullable Address> slots) {
        return new OutdialTarget(
                ids.get(),
                outdialId,
                0,
                name,
                detail,
                data,
                TargetStatus.IDLE,
                slots,
                NO_TRIES,
                null,
                null,
                stamps,
                Json.Obj.EMPTY);
    }

    private static TargetRow rejected(CsvRecords.Row row, String code, Object... args) {
        return new TargetRow.Rejected(row.line(), Problem.error(code, "", args), row.fields());
    }

    /** A target while its row is read cell by cell. */
    private final class Draft {
        private final StringJoiner name = new StringJoiner(" ");
        private final Map<String, Json> data = new LinkedHashMap<>();
        private final List<@Nullable Address> slots = Arrays.asList(new @Nullable Address[Outplan.DESTINATIONS]);
        private String detail = "";
        private int firstSlot = Outplan.DESTINATIONS;
        private @Nullable Address first;

        /** Why the cell can't be what it should be; null where it can. */
        @Nullable
        Problem take(ColumnUse use, String cell) {
            switch (use) {
                case ColumnUse.Name() -> name.add(cell);
                case ColumnUse.Detail() -> detail = cell;
                case ColumnUse.Data(var key) -> data.put(key, new Json.Text(cell));
                case ColumnUse.Destination(var slot) -> {
                    return destination(slot, cell);
                }
                case ColumnUse.Skip() -> {}
            }
            return null;
        }

        private @Nullable Problem destination(int slot, String cell) {
            return switch (destinations.read(cell)) {
                case Reading.Refused(var reason) -> reason;
                case Reading.Dialable(var read, var _) -> {
                    boolean asWritten = !choices.countryForm() && read.type().equals("tel");
                    var address = asWritten ? read.writtenAs(Destinations.number(cell)) : read;
                    slots.set(slot, address);
                    if (slot < firstSlot) {
                        firstSlot = slot;
                        first = address;
                    }
                    yield null;
                }
            };
        }
    }
}
