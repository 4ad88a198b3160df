package dev.outpace.formats;

import dev.outpace.model.ColumnUse;
import dev.outpace.model.Outplan;
import dev.outpace.model.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/** Which column of a CSV file goes where. */
public record ColumnMapping(List<Column> columns) {
    /** @param name the header, as in {@link TableFacts#columns} */
    public record Column(String name, ColumnUse use) {}

    public ColumnMapping {
        columns = List.copyOf(columns);
    }

    /** What the headers, or without such the cells, make likely. */
    public static ColumnMapping suggested(TableFacts facts) {
        return new ColumnGuess(facts).mapping();
    }

    /** This mapping for another file: columns of the same name go where they went, others where they likely belong. */
    public ColumnMapping forFile(TableFacts facts) {
        var known = new HashMap<String, ColumnUse>();
        columns.forEach(column -> known.put(column.name(), column.use()));
        if (!known.keySet().containsAll(facts.columns())) {
            return suggested(facts);
        }
        return new ColumnMapping(facts.columns().stream()
                .map(name -> new Column(name, known.getOrDefault(name, new ColumnUse.Skip())))
                .toList());
    }

    public ColumnMapping with(int column, ColumnUse use) {
        var changed = new ArrayList<>(columns);
        changed.set(column, new Column(columns.get(column).name(), use));
        return new ColumnMapping(changed);
    }

    /** Why nothing can be imported this way; the place is a column's name. */
    public List<Problem> problems() {
        var found = new ArrayList<Problem>();
        var taken = new HashSet<ColumnUse>();
        boolean dialable = false;
        for (var column : columns) {
            var use = column.use();
            dialable |= use instanceof ColumnUse.Destination || use instanceof ColumnUse.NextDestination;
            if (use instanceof ColumnUse.Destination(int index) && (index < 0 || index >= Outplan.DESTINATIONS)) {
                found.add(Problem.error("csv.no_such_destination", column.name(), index + 1, Outplan.DESTINATIONS));
            }
            boolean once = switch (use) {
                case ColumnUse.Name(), ColumnUse.NextDestination(), ColumnUse.Skip() -> false;
                default -> true;
            };
            if (once && !taken.add(use)) {
                found.add(Problem.error("csv.used_twice", column.name()));
            }
        }
        if (!dialable) {
            found.add(Problem.error("csv.no_destination_column", ""));
        }
        return found;
    }
}
