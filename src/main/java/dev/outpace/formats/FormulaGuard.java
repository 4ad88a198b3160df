package dev.outpace.formats;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from running a cell: an apostrophe before whatever would begin a formula, as OWASP advises. Reading
 * takes the apostrophe off again, so that what was downloaded, corrected and imported is what it was. A phone number in
 * +country form can only come to itself, and stays as it is.
 */
final class FormulaGuard {
    private static final String STARTERS = "=+-@\t\r\n＝＋－＠";
    private static final Pattern NUMBER = Pattern.compile("\\+\\d+");

    private FormulaGuard() {}

    static String on(String cell) {
        return needsGuard(cell) && !NUMBER.matcher(cell).matches() ? '\'' + cell : cell;
    }

    static String off(String cell) {
        return cell.startsWith("'") && needsGuard(cell.substring(1)) ? cell.substring(1) : cell;
    }

    /** Also a cell that looks guarded already, or taking the guard off would change it. */
    private static boolean needsGuard(String cell) {
        int at = cell.startsWith("'") ? 1 : 0;
        return cell.length() > at && STARTERS.indexOf(cell.charAt(at)) >= 0;
    }
}
