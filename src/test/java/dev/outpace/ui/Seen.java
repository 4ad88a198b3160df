package dev.outpace.ui;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Finds what is on the screen by what a person sees or hears of it. */
public final class Seen {
    /** Milliseconds. */
    private static final long PATIENCE = 10_000;

    private Seen() {}

    /** What is looked for is looked for where it is changed: elsewhere, nodes come and go during the search. */
    private static <T> T look(Callable<T> search) {
        try {
            return Platform.isFxApplicationThread()
                    ? search.call()
                    : WaitForAsyncUtils.waitForAsyncFx(PATIENCE, search);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The text field of this accessible name. */
    public static Node field(FxRobot robot, String name) {
        return look(() -> robot.lookup((Node node) ->
                        node instanceof TextInputControl && isShown(node) && name.equals(node.getAccessibleText()))
                .query());
    }

    /** Whatever has this accessible name. */
    public static Node named(FxRobot robot, String name) {
        return look(() -> robot.lookup((Node node) -> isShown(node) && name.equals(node.getAccessibleText()))
                .query());
    }

    /** What is told to be wrong or odd under fields. */
    public static List<String> errors(FxRobot robot) {
        return Stream.of(".field-error", ".field-warning")
                .flatMap(selector -> words(robot, selector).stream())
                .toList();
    }

    /** The visible words of everything that the selector finds. */
    public static List<String> words(FxRobot robot, String selector) {
        return look(() -> robot.lookup(selector).<Node>queryAll().stream()
                .filter(node -> node instanceof Label && isShown(node))
                .map(node -> ((Label) node).getText())
                .toList());
    }

    public static boolean says(FxRobot robot, String words) {
        return look(() -> robot.lookup((Node node) ->
                        node instanceof Labeled labeled && isShown(node) && words.equals(labeled.getText()))
                .tryQuery()
                .isPresent());
    }

    /** The words of the cells of the row that shows this item. */
    public static <R> List<String> cells(FxRobot robot, TableView<R> table, R item) {
        return robot.from(table).lookup(".table-row-cell").<TableRow<R>>queryAll().stream()
                .filter(row -> Objects.equals(item, row.getItem()))
                .flatMap(row -> row.lookupAll(".table-cell").stream())
                .map(cell -> String.valueOf(((Labeled) cell).getText()))
                .toList();
    }

    /** All that can be read in all windows, for whoever has to find out why something did not come. */
    static List<String> everything() {
        return new FxRobot()
                .lookup((Node node) -> node instanceof Labeled && isShown(node)).<Labeled>queryAll().stream()
                        .map(labeled -> labeled.isDisabled() ? "(" + labeled.getText() + ")" : labeled.getText())
                        .filter(text -> text != null && !text.isBlank())
                        .toList();
    }

    static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }
}
