package dev.outpace.ui.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;

/** What lies where, by squares: finds what touches a rectangle without looking at all of it. Very long ones stand apart. */
final class SpaceIndex<T> {
    private static final double SQUARE = 512;
    private static final int MAX_SQUARES = 64;

    private final Map<Long, List<T>> squares = new HashMap<>();
    private final Map<T, Bounds> huge = new HashMap<>();

    void put(T what, double x, double y, double width, double height) {
        int left = square(x);
        int right = square(x + width);
        int top = square(y);
        int bottom = square(y + height);
        if ((right - left + 1L) * (bottom - top + 1L) > MAX_SQUARES) {
            huge.put(what, new BoundingBox(x, y, width, height));
            return;
        }
        for (int column = left; column <= right; column++) {
            for (int row = top; row <= bottom; row++) {
                squares.computeIfAbsent(name(column, row), _ -> new ArrayList<>(4))
                        .add(what);
            }
        }
    }

    void put(T what, Bounds bounds) {
        put(what, bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
    }

    /** What may touch it; more than that, at times. */
    Set<T> near(double x, double y, double width, double height) {
        var found = new LinkedHashSet<T>();
        long wide = square(x + width) - square(x) + 1L;
        long high = square(y + height) - square(y) + 1L;
        if (wide * high > squares.size()) {
            squares.forEach((name, here) -> {
                int column = (int) (name >> 32);
                int row = (int) (long) name;
                if (column >= square(x)
                        && column <= square(x + width)
                        && row >= square(y)
                        && row <= square(y + height)) {
                    found.addAll(here);
                }
            });
        } else {
            for (int column = square(x); column <= square(x + width); column++) {
                for (int row = square(y); row <= square(y + height); row++) {
                    found.addAll(squares.getOrDefault(name(column, row), List.of()));
                }
            }
        }
        huge.forEach((what, bounds) -> {
            if (bounds.intersects(x, y, width, height)) {
                found.add(what);
            }
        });
        return found;
    }

    private static int square(double at) {
        return (int) Math.floor(at / SQUARE);
    }

    private static long name(int column, int row) {
        return ((long) column << 32) | (row & 0xffffffffL);
    }
}
