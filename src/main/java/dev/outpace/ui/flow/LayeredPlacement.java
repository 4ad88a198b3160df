package dev.outpace.ui.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Layers for flows that are too large for a thorough layout: the longest way from a first card gives the layer, the cards
 * above and below give the order in it. Parts that no link joins lie beside each other.
 */
final class LayeredPlacement {
    private static final int SWEEPS = 4;
    private static final double ROW = FlowCard.HEIGHT + FlowLayout.LAYER_GAP;
    private static final double STEP = FlowCard.WIDTH + FlowLayout.GAP;

    private final int size;
    private final int[][] down;
    private final int[][] up;
    private final int[] layer;
    private final int[] order;
    private final int[] part;
    private final int[] found;
    private final double[] x;

    LayeredPlacement(LayoutGraph graph) {
        size = graph.nodes();
        down = neighbours(graph, true);
        up = neighbours(graph, false);
        layer = new int[size];
        order = new int[size];
        part = new int[size];
        found = new int[size];
        x = new double[size];
    }

    List<CardPoint> place() {
        int parts = findParts();
        findLayers();
        var members = new ArrayList<List<Integer>>();
        for (int i = 0; i < parts; i++) {
            members.add(new ArrayList<>());
        }
        for (int i = 0; i < size; i++) {
            members.get(part[i]).add(i);
        }
        var placed = new CardPoint[size];
        var shelf = new Shelf(members);
        for (var nodes : members) {
            arrange(nodes);
            shelf.put(nodes, placed);
        }
        return Arrays.asList(placed);
    }

    private int[][] neighbours(LayoutGraph graph, boolean below) {
        var lists = new ArrayList<List<Integer>>();
        for (int i = 0; i < size; i++) {
            lists.add(new ArrayList<>(2));
        }
        for (var edge : graph.edges()) {
            lists.get(below ? edge.from() : edge.to()).add(below ? edge.to() : edge.from());
        }
        return lists.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private int findParts() {
        Arrays.fill(part, -1);
        int parts = 0;
        var open = new ArrayDeque<Integer>();
        for (int first = 0; first < size; first++) {
            if (part[first] >= 0) {
                continue;
            }
            part[first] = parts;
            open.add(first);
            while (!open.isEmpty()) {
                int at = open.remove();
                for (var next : List.of(down[at], up[at])) {
                    for (int other : next) {
                        if (part[other] < 0) {
                            part[other] = parts;
                            open.add(other);
                        }
                    }
                }
            }
            parts++;
        }
        return parts;
    }

    /** Depth first, without recursion: a flow may be thousands of cards long. What leads back is passed over. */
    private void findLayers() {
        var state = new byte[size];
        var next = new int[size];
        var finished = new int[size];
        int count = 0;
        int seen = 0;
        var stack = new ArrayDeque<Integer>();
        for (int first : firstOnes()) {
            if (state[first] != 0) {
                continue;
            }
            stack.push(first);
            state[first] = 1;
            found[first] = seen++;
            while (!stack.isEmpty()) {
                int at = stack.getFirst();
                if (next[at] < down[at].length) {
                    int to = down[at][next[at]++];
                    if (state[to] == 0) {
                        state[to] = 1;
                        found[to] = seen++;
                        stack.push(to);
                    } else if (state[to] == 1) {
                        down[at][next[at] - 1] = at;
                    }
                } else {
                    state[at] = 2;
                    finished[count++] = at;
                    stack.pop();
                }
            }
        }
        for (int i = count - 1; i >= 0; i--) {
            int at = finished[i];
            for (int to : down[at]) {
                if (to != at) {
                    layer[to] = Math.max(layer[to], layer[at] + 1);
                }
            }
        }
    }

    /** The first card, then those that nothing leads to, then the others. */
    private int[] firstOnes() {
        var ones = new ArrayList<Integer>();
        for (int i = 0; i < size; i++) {
            ones.add(i);
        }
        ones.sort(Comparator.comparingInt(i -> i == 0 ? 0 : up[i].length == 0 ? 1 : 2));
        return ones.stream().mapToInt(Integer::intValue).toArray();
    }

    private void arrange(List<Integer> nodes) {
        int deepest = nodes.stream().mapToInt(i -> layer[i]).max().orElse(0);
        var layers = new ArrayList<List<Integer>>();
        for (int i = 0; i <= deepest; i++) {
            layers.add(new ArrayList<>());
        }
        nodes.sort(Comparator.comparingInt(node -> found[node]));
        for (int node : nodes) {
            order[node] = layers.get(layer[node]).size();
            layers.get(layer[node]).add(node);
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean downwards = sweep % 2 == 0;
            for (int i = 0; i < layers.size(); i++) {
                sort(layers.get(downwards ? i : layers.size() - 1 - i), downwards ? up : down);
            }
        }
        layers.forEach(this::spread);
    }

    private void sort(List<Integer> nodes, int[][] by) {
        var weight = new double[nodes.size()];
        for (int i = 0; i < weight.length; i++) {
            weight[i] = mean(by[nodes.get(i)], nodes.get(i), node -> order[node], order[nodes.get(i)]);
        }
        var sorted = new ArrayList<Integer>();
        for (int i = 0; i < weight.length; i++) {
            sorted.add(i);
        }
        sorted.sort(Comparator.comparingDouble(i -> weight[i]));
        var now = List.copyOf(nodes);
        for (int i = 0; i < weight.length; i++) {
            nodes.set(i, now.get(sorted.get(i)));
            order[nodes.get(i)] = i;
        }
    }

    private static double mean(int[] others, int self, java.util.function.IntToDoubleFunction of, double otherwise) {
        return Arrays.stream(others)
                .filter(other -> other != self)
                .mapToDouble(of)
                .average()
                .orElse(otherwise);
    }

    /** Each under the middle of what leads to it, as far as its neighbours leave room. */
    private void spread(List<Integer> nodes) {
        double end = Double.NEGATIVE_INFINITY;
        double off = 0;
        for (int node : nodes) {
            double wished = mean(above(node), node, other -> x[other], end == Double.NEGATIVE_INFINITY ? 0 : end);
            x[node] = Math.max(wished, end);
            off += x[node] - wished;
            end = x[node] + STEP;
        }
        double back = Math.round(off / nodes.size());
        for (int node : nodes) {
            x[node] = Math.round(x[node]) - back;
        }
    }

    private int[] above(int node) {
        return Arrays.stream(up[node])
                .filter(other -> layer[other] < layer[node])
                .toArray();
    }

    /** Puts parts into rows of about the width that makes the whole a broad page. */
    private final class Shelf {
        private final double width;
        private double left;
        private double top;
        private double bottom;

        Shelf(List<List<Integer>> parts) {
            width = Math.max(
                    8 * STEP,
                    1.4 * Math.sqrt(parts.stream().mapToDouble(List::size).sum() * STEP * ROW));
        }

        void put(List<Integer> nodes, CardPoint[] placed) {
            double least = nodes.stream().mapToDouble(i -> x[i]).min().orElse(0);
            double wide = nodes.stream().mapToDouble(i -> x[i]).max().orElse(0) - least + STEP;
            if (left > 0 && left + wide > width) {
                left = 0;
                top = bottom;
            }
            for (int node : nodes) {
                placed[node] = new CardPoint(x[node] - least + left, layer[node] * ROW + top);
            }
            int deepest = nodes.stream().mapToInt(i -> layer[i]).max().orElse(0);
            bottom = Math.max(bottom, top + (deepest + 1) * ROW);
            left += wide + (nodes.size() > 1 ? FlowLayout.GAP : 0);
        }
    }
}
