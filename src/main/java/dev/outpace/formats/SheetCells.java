package dev.outpace.formats;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/**
 * What a cell of a sheet says, as text: whole numbers with all their digits, dates by ISO 8601, of a formula what it came to
 * when the file was saved.
 */
final class SheetCells {
    /** As a text of that many digits would hardly be meant as a number. */
    private static final int MAX_DIGITS = 40;

    private static final int SECONDS_OF_A_DAY = 86_400;
    /** The last day of the year 9999. */
    private static final int LAST_DAY = 2_958_465;
    /** Spreadsheets have a 29 February 1900, which never was. */
    private static final int NEVER_WAS = 60;

    private static final Pattern NO_FORMAT = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]|_.|\\*.");
    private static final Pattern DATE = Pattern.compile("(?i)[ymdhs]");
    private static final Pattern ZEROS = Pattern.compile("0+");

    private final LocalDate dayZero;
    private final boolean since1904;

    SheetCells(boolean since1904) {
        this.since1904 = since1904;
        dayZero = since1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
    }

    String text(@Nullable Cell cell) {
        if (cell == null || cell.getValue() == null) {
            return "";
        }
        return cell.getValue() instanceof BigDecimal number ? number(number, cell) : cell.getText();
    }

    private String number(BigDecimal number, Cell cell) {
        if (isDate(cell) && number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(LAST_DAY + 1L)) < 0) {
            return moment(number);
        }
        var plain = number.stripTrailingZeros();
        if (plain.precision() - plain.scale() > MAX_DIGITS || plain.scale() > MAX_DIGITS) {
            return number.toString();
        }
        var text = plain.toPlainString();
        var format = cell.getDataFormatString();
        // A number that is kept as a number and shown with the zeros before it, as phone numbers are.
        boolean padded = format != null && ZEROS.matcher(format).matches() && plain.scale() <= 0 && plain.signum() >= 0;
        return padded ? "0".repeat(Math.max(0, format.length() - text.length())) + text : text;
    }

    /** By the codes that every spreadsheet has, or the letters of its own format. */
    private static boolean isDate(Cell cell) {
        var id = cell.getDataFormatId();
        var format = cell.getDataFormatString();
        if (format != null) {
            var codes = NO_FORMAT.matcher(format).replaceAll("");
            return !codes.toLowerCase(Locale.ROOT).contains("general")
                    && DATE.matcher(codes).find();
        }
        return id != null
                && ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58 && id != 48 && id != 49));
    }

    private String moment(BigDecimal number) {
        long seconds = number.multiply(BigDecimal.valueOf(SECONDS_OF_A_DAY))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        long day = seconds / SECONDS_OF_A_DAY;
        var time = LocalTime.ofSecondOfDay(seconds % SECONDS_OF_A_DAY);
        if (day == 0) {
            return time.toString();
        }
        var date = dayZero.plusDays(day < NEVER_WAS && !since1904 ? day + 1 : day);
        return time.equals(LocalTime.MIDNIGHT)
                ? date.toString()
                : LocalDateTime.of(date, time).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
