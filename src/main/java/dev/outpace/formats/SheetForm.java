package dev.outpace.formats;

import java.util.List;

/**
 * A sheet of a workbook.
 *
 * @param sheet its name
 * @param sheets the names of all sheets of the workbook, in their order
 * @param header whether its first row names the columns
 */
public record SheetForm(String sheet, List<String> sheets, boolean header) implements TableForm {
    public SheetForm {
        sheets = List.copyOf(sheets);
    }

    @Override
    public SheetForm withHeader(boolean hasHeader) {
        return new SheetForm(sheet, sheets, hasHeader);
    }
}
