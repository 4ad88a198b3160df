package dev.outpace.formats;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes workbooks part by part, so that each may be as no spreadsheet would write it. */
final class Workbooks {
    /** Writes the content of a part. */
    interface Part {
        void to(OutputStream out) throws IOException;
    }

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final Map<String, Part> sheets = new LinkedHashMap<>();
    private final List<String> shared = new ArrayList<>();
    private Part strings = out -> {
        write(out, "<sst xmlns=\"" + MAIN + "\">");
        for (var text : shared) {
            write(out, "<si><t xml:space=\"preserve\">" + text + "</t></si>");
        }
        write(out, "</sst>");
    };

    /** @param rows the {@code row} elements */
    Workbooks sheet(String name, String rows) {
        return sheet(name, out -> write(out, rows));
    }

    Workbooks sheet(String name, Part rows) {
        sheets.put(name, rows);
        return this;
    }

    Workbooks shared(String... texts) {
        shared.addAll(List.of(texts));
        return this;
    }

    Workbooks strings(Part part) {
        strings = part;
        return this;
    }

    /** Styles 0: general, 1: a date, 2: date and time, 3: eleven digits with zeros before them, 4: a price. */
    private static final String STYLES = "<styleSheet xmlns=\"" + MAIN + "\"><numFmts count=\"3\">"
            + "<numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm\"/>"
            + "<numFmt numFmtId=\"165\" formatCode=\"00000000000\"/>"
            + "<numFmt numFmtId=\"166\" formatCode=\"[$EUR]#,##0.00\"/></numFmts>"
            + "<cellXfs count=\"5\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
            + "<xf numFmtId=\"165\"/><xf numFmtId=\"166\"/></cellXfs></styleSheet>";

    Path in(Path file) throws IOException {
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            var types =
                    new StringBuilder("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">");
            types.append("<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPE + "sheet.main+xml\"/>");
            types.append(
                    "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"" + TYPE + "sharedStrings+xml\"/>");
            types.append("<Override PartName=\"/xl/styles.xml\" ContentType=\"" + TYPE + "styles+xml\"/></Types>");
            part(zip, "[Content_Types].xml", out -> write(out, types.toString()));
            var book = new StringBuilder("<workbook xmlns=\"" + MAIN
                    + "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>");
            var relations = new StringBuilder(
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
            int number = 0;
            for (var sheet : sheets.entrySet()) {
                number++;
                book.append("<sheet name=\"" + sheet.getKey() + "\" sheetId=\"" + number + "\" r:id=\"rId" + number
                        + "\"/>");
                relations.append("<Relationship Id=\"rId" + number + "\" Type=\"worksheet\" Target=\"worksheets/sheet"
                        + number + ".xml\"/>");
                part(zip, "xl/worksheets/sheet" + number + ".xml", out -> {
                    write(out, "<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
                    sheet.getValue().to(out);
                    write(out, "</sheetData></worksheet>");
                });
            }
            part(zip, "xl/workbook.xml", out -> write(out, book + "</sheets></workbook>"));
            part(zip, "xl/_rels/workbook.xml.rels", out -> write(out, relations + "</Relationships>"));
            part(zip, "xl/styles.xml", out -> write(out, STYLES));
            part(zip, "xl/sharedStrings.xml", strings);
        }
        return file;
    }

    private static void part(ZipOutputStream zip, String name, Part part) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        part.to(zip);
        zip.closeEntry();
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A row of texts, from column A on. */
    static String row(int number, String... cells) {
        var row = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < cells.length; i++) {
            row.append(
                    "<c r=\"" + (char) ('A' + i) + number + "\" t=\"inlineStr\"><is><t>" + cells[i] + "</t></is></c>");
        }
        return row + "</row>";
    }
}
