package dev.outpace.ui.agents;

import javafx.geometry.Insets;

/**
 * Where tiles stand that fill the width in equal columns, in pixels from the top left of the whole, scrolled or not.
 *
 * @param width with the insets
 * @param least of a tile's width
 * @param height of a tile
 */
record TileGrid(Insets insets, double width, double least, double height) {

    private static final double GAP = 8;

    private double room() {
        return width - insets.getLeft() - insets.getRight();
    }

    int columns() {
        return Math.max(1, (int) ((room() + GAP) / (least + GAP)));
    }

    /** From the top of a line to the top of the next. */
    double pitch() {
        return height + GAP;
    }

    private int line(int index) {
        return index / columns();
    }

    double left(int index) {
        return edge(index % columns());
    }

    double right(int index) {
        return edge(index % columns() + 1) - GAP;
    }

    private double edge(int column) {
        return Math.rint(insets.getLeft() + column * (room() + GAP) / columns());
    }

    double top(int index) {
        return insets.getTop() + line(index) * pitch();
    }

    /** Of the whole, for so many tiles. */
    double wholeHeight(int count) {
        return count == 0 ? 0 : top(count - 1) + height + insets.getBottom();
    }

    /** The first tile of the line at this height. */
    int firstAt(double y) {
        return columns() * Math.max(0, (int) ((y - insets.getTop()) / pitch()));
    }

    /** Beyond the last tile of the line at this height. */
    int beyond(double y) {
        return firstAt(y) + columns();
    }
}
