package dev.outpace.ui.controls;

import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.stage.Window;

/**
 * A region that paints itself on a canvas, at most once a pulse and only while it is shown, with colours from the style
 * sheets ({@code -op-ink-…}), so that a change of the theme repaints it.
 */
public abstract class Drawing extends Region {

    private static final StyleablePropertyFactory<Drawing> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<Drawing, Color> LINE = ink("-op-ink-line", drawing -> drawing.line);
    private static final CssMetaData<Drawing, Color> AREA = ink("-op-ink-area", drawing -> drawing.area);
    private static final CssMetaData<Drawing, Color> SECOND = ink("-op-ink-second", drawing -> drawing.second);
    private static final CssMetaData<Drawing, Color> LIMIT = ink("-op-ink-limit", drawing -> drawing.limit);
    private static final CssMetaData<Drawing, Color> GRID = ink("-op-ink-grid", drawing -> drawing.grid);
    private static final CssMetaData<Drawing, Color> AXIS = ink("-op-ink-axis", drawing -> drawing.axis);
    private static final CssMetaData<Drawing, Color> MARK = ink("-op-ink-mark", drawing -> drawing.mark);
    private static final CssMetaData<Drawing, Color> TEXT = ink("-op-ink-text", drawing -> drawing.text);
    private static final CssMetaData<Drawing, Color> LINE_TEXT = ink("-op-ink-line-text", drawing -> drawing.lineText);
    private static final CssMetaData<Drawing, Color> SECOND_TEXT =
            ink("-op-ink-second-text", drawing -> drawing.secondText);
    private static final CssMetaData<Drawing, Color> PAPER = ink("-op-ink-paper", drawing -> drawing.paper);

    static final Font AXIS_FONT = Font.font("Outpace Sans", 11);
    static final Font LABEL_FONT = Font.font("Outpace Sans", 12);
    static final Font STRONG_FONT = Font.font("Outpace Sans", FontWeight.BOLD, 12);

    protected final StyleableObjectProperty<Color> line = new Ink(LINE, Color.GRAY);
    protected final StyleableObjectProperty<Color> area = new Ink(AREA, Color.LIGHTGRAY);
    protected final StyleableObjectProperty<Color> second = new Ink(SECOND, Color.GRAY);
    protected final StyleableObjectProperty<Color> limit = new Ink(LIMIT, Color.LIGHTGRAY);
    protected final StyleableObjectProperty<Color> grid = new Ink(GRID, Color.LIGHTGRAY);
    protected final StyleableObjectProperty<Color> axis = new Ink(AXIS, Color.GRAY);
    protected final StyleableObjectProperty<Color> mark = new Ink(MARK, Color.GRAY);
    protected final StyleableObjectProperty<Color> text = new Ink(TEXT, Color.BLACK);
    protected final StyleableObjectProperty<Color> lineText = new Ink(LINE_TEXT, Color.GRAY);
    protected final StyleableObjectProperty<Color> secondText = new Ink(SECOND_TEXT, Color.GRAY);
    protected final StyleableObjectProperty<Color> paper = new Ink(PAPER, Color.WHITE);

    private final Surface surface = new Surface();

    @SuppressWarnings("this-escape") // The list of its children is there before the subclass is.
    protected Drawing() {
        getChildren().add(surface);
    }

    /** Paints all of it; the canvas has been cleared. */
    protected abstract void paint(GraphicsContext graphics, double width, double height);

    /** Asks for a new painting at the next pulse. */
    protected final void repaint() {
        surface.repaint();
    }

    protected final void repaintOn(ObservableValue<?>... values) {
        for (var value : values) {
            value.subscribe(now -> repaint());
        }
    }

    final ObservableValue<Boolean> inShowingWindow() {
        return sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false);
    }

    static double widthOf(String words, Font font) {
        var node = new Text(words);
        node.setFont(font);
        return node.getLayoutBounds().getWidth();
    }

    @Override
    protected void layoutChildren() {
        surface.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }

    private static CssMetaData<Drawing, Color> ink(
            String property, Function<Drawing, StyleableObjectProperty<Color>> of) {
        return FACTORY.createColorCssMetaData(property, of::apply, Color.GRAY, false);
    }

    /** Not managed, so a repaint lays out nothing above it. */
    private final class Surface extends Region {

        private final Canvas canvas = new Canvas();
        private boolean stale = true;

        Surface() {
            setManaged(false);
            getChildren().add(canvas);
        }

        void repaint() {
            stale = true;
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            double width = getWidth();
            double height = getHeight();
            if (canvas.getWidth() != width || canvas.getHeight() != height) {
                canvas.setWidth(width);
                canvas.setHeight(height);
                stale = true;
            }
            if (stale && width > 0 && height > 0) {
                stale = false;
                var graphics = canvas.getGraphicsContext2D();
                graphics.clearRect(0, 0, width, height);
                paint(graphics, width, height);
            }
        }
    }

    private final class Ink extends SimpleStyleableObjectProperty<Color> {

        Ink(CssMetaData<Drawing, Color> property, Color initial) {
            super(property, Drawing.this, property.getProperty(), initial);
        }

        @Override
        protected void invalidated() {
            // Runs for the initial value too, before the surface is there.
            if (surface != null) {
                surface.repaint();
            }
        }
    }
}
