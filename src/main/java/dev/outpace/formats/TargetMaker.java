package dev.outpace.formats;

import dev.outpace.model.Address;
import dev.outpace.model.ColumnUse;
import dev.outpace.model.Duplicates;
import dev.outpace.model.Json;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.PhoneMap;
import dev.outpace.model.Problem;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetStatus;
import dev.outpace.numbers.NumberReader;
import dev.outpace.numbers.Reading;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes targets of the rows of a file. A row with a destination that can't be dialed is rejected whole, even where it has
 * another that can: its person is told of and put right, not called with half of what the file says.
 */
final class TargetMaker {
    private static final List<Integer> NO_TRIES = List.of(0, 0, 0, 0, 0);

    /** In a column that says whom not to call. */
    private static final Set<String> SAYS_NO = Set.of(
            "", "0", "no", "n", "false", "f", "off", "-", "none", "n/a", "nein", "non", "nao", "não", "nie", "nee",
            "нет", "いいえ", "否");

    private final TargetChoices choices;
    private final List<ColumnMapping.Column> columns;
    private final Countries countries;
    private final MomentCell moments;
    private final KnownNumbers known;
    private final Supplier<UUID> ids;
    private final UUID outdialId;
    private final Stamps stamps;
    private final JacksonJson json = new JacksonJson();
    private final PhoneMap inFile = new PhoneMap();

    TargetMaker(
            TargetChoices choices,
            NumberReader numbers,
            KnownNumbers known,
            Supplier<UUID> ids,
            UUID outdialId,
            Instant now) {
        this.choices = choices;
        this.columns = choices.mapping().columns();
        this.countries = new Countries(numbers);
        this.moments = new MomentCell(choices.region());
        this.known = known;
        this.ids = ids;
        this.outdialId = outdialId;
        this.stamps = Stamps.createdAt(now);
    }

    ReadRow make(TableRecords.Row row) {
        var fault = row.fault();
        if (fault != null) {
            return new ReadRow.Rejected(row.line(), fault, row.fields());
        }
        var cells = row.fields();
        if (cells.stream().skip(columns.size()).anyMatch(cell -> !cell.isBlank())) {
            return rejected(row, "row.too_many_columns", cells.size(), columns.size());
        }
        var phoneCode = cell(cells, ColumnUse.PhoneCode.class);
        var country = phoneCode.isEmpty() ? cell(cells, ColumnUse.Country.class) : phoneCode;
        var draft = new Draft(countries.readerOf(country), cell(cells, ColumnUse.AreaCode.class));
        for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
            var cell = FormulaGuard.off(cells.get(i)).strip();
            var column = columns.get(i);
            var wrong = cell.isEmpty() ? null : draft.take(column, cell);
            if (wrong != null) {
                return new ReadRow.Rejected(row.line(), wrong.at(column.name()), row.fields());
            }
        }
        return made(row, draft);
    }

    /** The cell of the column that goes there; empty where there is none. */
    private String cell(List<String> cells, Class<? extends ColumnUse> use) {
        for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
            if (use.isInstance(columns.get(i).use())) {
                return FormulaGuard.off(cells.get(i)).strip();
            }
        }
        return "";
    }

    private ReadRow made(TableRecords.Row row, Draft draft) {
        if (draft.first == null) {
            return rejected(row, "row.no_destination");
        }
        draft.settleCallAt();
        var name = draft.name.toString();
        var data = draft.data.isEmpty() ? "" : json.write(new Json.Obj(draft.data));
        if (name.length() > Fields.MAX_NAME) {
            return rejected(row, "row.name_too_long", Fields.MAX_NAME);
        }
        if (Math.max(draft.detail.length(), data.length()) > Fields.MAX_TEXT) {
            return rejected(row, "row.data_too_long", Fields.MAX_TEXT);
        }
        var first = draft.first;
        long target = 0;
        if (choices.duplicates() != Duplicates.ADD) {
            if (inFile.get(first) != 0) {
                return rejected(row, "row.in_file", first.target());
            }
            inFile.put(first.type(), first.target(), row.line());
            target = known.targetOf(first);
            if (target < 0 || (target > 0 && choices.duplicates() == Duplicates.SKIP)) {
                return rejected(row, "row.in_list", first.target());
            }
        }
        var list = listed(draft);
        if (!list.isEmpty()) {
            return rejected(row, "row.listed", first.target(), list);
        }
        var region = draft.routing.region(first, countries);
        if (region == null) {
            return rejected(row, "row.no_such_region");
        }
        var routing = draft.routing.routing(region, draft.callAt);
        return new ReadRow.Accepted(
                row.line(),
                target(target, name, draft.detail, data, draft.slots).withRouting(routing),
                draft.warned);
    }

    /** The list that bars the first number; empty where one of the numbers may be called. */
    private String listed(Draft draft) {
        var by = "";
        for (var address : draft.slots) {
            var list = address == null ? "" : known.listed(address);
            if (address != null && list.isEmpty()) {
                return "";
            }
            by = by.isEmpty() ? list : by;
        }
        return by;
    }

    private OutdialTarget target(long seq, String name, String detail, String data, List<@Nullable Address> slots) {
        return new OutdialTarget(
                ids.get(),
                outdialId,
                seq,
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

    private static ReadRow rejected(TableRecords.Row row, String code, Object... args) {
        return new ReadRow.Rejected(row.line(), Problem.error(code, "", args), row.fields());
    }

    /** A target while its row is read cell by cell. */
    private final class Draft {
        private final StringJoiner name = new StringJoiner(" ");
        private final Map<String, Json> data = new LinkedHashMap<>();
        private final List<@Nullable Address> slots = Arrays.asList(new @Nullable Address[Outplan.DESTINATIONS]);
        private final Set<String> dialed = new HashSet<>();
        private final Destinations destinations;
        private final String areaCode;
        private final RoutingDraft routing = new RoutingDraft();
        private String detail = "";
        private String callAtColumn = "";
        private @Nullable Instant callAt;
        private boolean warned;
        private int firstSlot = Outplan.DESTINATIONS;
        private @Nullable Address first;

        Draft(Destinations destinations, String areaCode) {
            this.destinations = destinations;
            this.areaCode = areaCode;
        }

        /** Why the cell can't be what it should be; null where it can. */
        @Nullable
        Problem take(ColumnMapping.Column column, String cell) {
            return switch (column.use()) {
                case ColumnUse.Name() -> {
                    name.add(cell);
                    yield null;
                }
                case ColumnUse.Detail() -> {
                    detail = cell;
                    yield null;
                }
                case ColumnUse.Data(var key) -> {
                    data.put(key, new Json.Text(cell));
                    yield null;
                }
                case ColumnUse.Destination(var slot) -> destination(slot, cell);
                case ColumnUse.NextDestination() -> nextDestination(column.name(), cell);
                case ColumnUse.DoNotCall() ->
                    SAYS_NO.contains(cell.toLowerCase(Locale.ROOT)) ? null : Problem.error("row.do_not_call", "");
                case ColumnUse.Zone() -> routing.zone(cell);
                case ColumnUse.Priority() -> routing.priority(cell);
                case ColumnUse.Region() -> {
                    routing.region(cell);
                    data.put(column.name(), new Json.Text(cell));
                    yield null;
                }
                case ColumnUse.CallAt() -> {
                    routing.callAt(cell);
                    callAtColumn = column.name();
                    yield null;
                }
                case ColumnUse.Country(), ColumnUse.PhoneCode(), ColumnUse.AreaCode(), ColumnUse.Skip() -> null;
            };
        }

        /** Once the zone of the row is known. What is no moment stays in the data. */
        private void settleCallAt() {
            callAt = routing.callAt(moments, choices.zone());
            if (callAt == null && !callAtColumn.isEmpty()) {
                data.put(callAtColumn, new Json.Text(routing.unreadCallAt()));
            }
        }

        private @Nullable Problem nextDestination(String column, String cell) {
            int free = slots.indexOf(null);
            if (free >= 0) {
                return destination(free, cell);
            }
            data.put(column, new Json.Text(cell));
            return null;
        }

        /** A phone that the row has already gets no second slot. */
        private @Nullable Problem destination(int slot, String cell) {
            if (ColumnGuess.isNoNumber(Destinations.number(cell))) {
                return null;
            }
            return switch (destinations.read(cell, areaCode)) {
                case Reading.Refused(var reason) -> reason;
                case Reading.Dialable(var read, var warning) -> {
                    if (dialed.add(read.dialKey())) {
                        boolean asWritten =
                                !choices.countryForm() && read.type().equals("tel");
                        var address = asWritten ? read.writtenAs(Destinations.number(cell)) : read;
                        slots.set(slot, address);
                        warned |= warning != null;
                        if (slot < firstSlot) {
                            firstSlot = slot;
                            first = address;
                        }
                    }
                    yield null;
                }
            };
        }
    }
}
