package dev.outpace.exchange;

/**
 * Keeps a spreadsheet from running a cell: an apostrophe before whatever would begin a formula, as OWASP advises. Reading
 * takes the apostrophe off again, so that what was downloaded, corrected and imported is what it was.
 */
final class FormulaGuard {
    private static final String STARTERS = "=+-@\t\r\n＝＋－＠";

    private FormulaGuard() {}

    static String on(String cell) {
        return needsGuard(cell) ? '\'' + cell : cell;
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
