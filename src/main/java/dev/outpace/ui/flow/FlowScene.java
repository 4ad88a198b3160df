package dev.outpace.ui.flow;

import dev.outpace.flow.FlowGraph.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;

/** Where everything of a document is on the canvas, in pixels at 100 %: cards, ghosts and the curves between them. */
final class FlowScene {
    /** Between a card that parts the flow and the ghosts under it. */
    static final double GHOST_ROW = FlowCard.HEIGHT + FlowLayout.LAYER_GAP + FlowLayout.PILL_GAP;

    private static final double STEP = FlowCard.WIDTH + FlowLayout.GAP;
    private static final double BULGE = 70;

    /** The place of a missing action. */
    record Ghost(Link link, CardPoint at) {}

    private final FlowDocument document;
    private final Function<Link, String> labels;
    private final SpaceIndex<Integer> cards;
    private final SpaceIndex<LinkShape> links;
    private final SpaceIndex<Ghost> ghosts;
    private final List<Ghost> allGhosts;
    private final Bounds bounds;

    FlowScene(FlowDocument document, Function<Link, String> labels) {
        this.document = document;
        this.labels = labels;
        cards = new SpaceIndex<>();
        links = new SpaceIndex<>();
        ghosts = new SpaceIndex<>();
        allGhosts = new ArrayList<>();
        for (int i = 0; i < document.size(); i++) {
            cards.put(i, at(i).x(), at(i).y(), FlowCard.WIDTH, FlowCard.HEIGHT);
        }
        for (int i = 0; i < document.size(); i++) {
            putLinks(i);
        }
        bounds = around();
    }

    private FlowScene(FlowDocument document, FlowScene drawn) {
        this.document = document;
        labels = drawn.labels;
        cards = drawn.cards;
        links = drawn.links;
        ghosts = drawn.ghosts;
        allGhosts = drawn.allGhosts;
        bounds = drawn.bounds;
    }

    /** Of another document; this one's drawing where nothing lies or leads elsewhere, as while a text is typed. */
    FlowScene of(FlowDocument other, Function<Link, String> newLabels) {
        return liesAlike(other) ? new FlowScene(other, this) : new FlowScene(other, newLabels);
    }

    private boolean liesAlike(FlowDocument other) {
        if (!other.graph().linksAre(document.graph())) {
            return false;
        }
        for (int i = 0; i < other.size(); i++) {
            if (!other.cards().get(i).at().equals(at(i))) {
                return false;
            }
        }
        return true;
    }

    FlowDocument document() {
        return document;
    }

    private CardPoint at(int index) {
        return document.cards().get(index).at();
    }

    private void putLinks(int from) {
        var mine = document.graph().links(from);
        Map<Integer, Integer> toSame = new HashMap<>();
        for (var link : mine) {
            if (link.leads()) {
                toSame.merge(link.to(), 1, Integer::sum);
            }
        }
        Map<Integer, Integer> drawn = new HashMap<>();
        for (int i = 0; i < mine.size(); i++) {
            var link = mine.get(i);
            if (link.leads()) {
                int nth = drawn.merge(link.to(), 1, Integer::sum) - 1;
                double bulge = (nth - (toSame.getOrDefault(link.to(), 1) - 1) / 2.0) * BULGE;
                putLink(LinkShape.between(link, at(from), at(link.to()), labels.apply(link), bulge));
            } else if (Ghosts.isGhost(link)) {
                var ghost = new Ghost(link, ghostPlace(mine, i));
                allGhosts.add(ghost);
                ghosts.put(ghost, ghost.at().x(), ghost.at().y(), FlowCard.WIDTH, FlowCard.HEIGHT);
                putLink(LinkShape.between(link, at(from), ghost.at(), labels.apply(link), 0));
            }
        }
    }

    private void putLink(LinkShape shape) {
        links.put(shape, shape.bounds());
    }

    /** Beside what the ports before and after it lead to, as far as there is room. */
    private CardPoint ghostPlace(List<Link> mine, int nth) {
        var from = at(mine.get(nth).from());
        double y = from.y() + GHOST_ROW;
        double x = from.x() + (nth - (mine.size() - 1) / 2.0) * STEP;
        for (int other = nth + 1; other < mine.size(); other++) {
            if (isUnder(mine.get(other), from)) {
                x = at(mine.get(other).to()).x() - STEP;
                y = at(mine.get(other).to()).y();
                break;
            }
        }
        for (int other = nth - 1; other >= 0; other--) {
            if (isUnder(mine.get(other), from)) {
                x = at(mine.get(other).to()).x() + STEP;
                y = at(mine.get(other).to()).y();
                break;
            }
        }
        return free(x, y);
    }

    private boolean isUnder(Link link, CardPoint from) {
        return link.leads()
                && at(link.to()).y() > from.y() + FlowCard.HEIGHT
                && at(link.to()).y() < from.y() + 3 * FlowCard.HEIGHT;
    }

    private CardPoint free(double x, double y) {
        for (int i = 0; i < 40; i++) {
            double shift = (i % 2 == 0 ? 1 : -1) * ((i + 1) / 2) * STEP / 2;
            if (isFree(x + shift, y)) {
                return new CardPoint(x + shift, y);
            }
        }
        return new CardPoint(x, y);
    }

    private boolean isFree(double x, double y) {
        return cards.near(x, y, FlowCard.WIDTH, FlowCard.HEIGHT).stream().noneMatch(i -> overlaps(at(i), x, y))
                && ghosts.near(x, y, FlowCard.WIDTH, FlowCard.HEIGHT).stream()
                        .noneMatch(ghost -> overlaps(ghost.at(), x, y));
    }

    private static boolean overlaps(CardPoint at, double x, double y) {
        return Math.abs(at.x() - x) < FlowCard.WIDTH + 4 && Math.abs(at.y() - y) < FlowCard.HEIGHT + 4;
    }

    private Bounds around() {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        var places = new ArrayList<CardPoint>();
        document.cards().forEach(card -> places.add(card.at()));
        allGhosts.forEach(ghost -> places.add(ghost.at()));
        for (var place : places) {
            left = Math.min(left, place.x());
            top = Math.min(top, place.y());
            right = Math.max(right, place.x() + FlowCard.WIDTH);
            bottom = Math.max(bottom, place.y() + FlowCard.HEIGHT);
        }
        return places.isEmpty()
                ? new BoundingBox(0, 0, FlowCard.WIDTH, FlowCard.HEIGHT)
                : new BoundingBox(left, top, right - left, bottom - top);
    }

    /** Of all cards and ghosts. */
    Bounds bounds() {
        return bounds;
    }

    List<Integer> cardsIn(Bounds area) {
        return cards.near(area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight()).stream()
                .filter(i -> area.intersects(at(i).x(), at(i).y(), FlowCard.WIDTH, FlowCard.HEIGHT))
                .toList();
    }

    Set<LinkShape> linksNear(Bounds area) {
        return links.near(area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight());
    }

    Set<Ghost> ghostsNear(Bounds area) {
        return ghosts.near(area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight());
    }

    FlowHit hit(double x, double y) {
        var around = new BoundingBox(x - 12, y - 26, 24, 52);
        for (int i : cardsIn(around)) {
            if (Math.hypot(x - at(i).x() - FlowCard.WIDTH / 2, y - at(i).y() - FlowCard.HEIGHT) <= 8
                    && !document.graph().links(i).isEmpty()) {
                return new FlowHit.OutPort(i);
            }
        }
        int found = -1;
        for (int i : cardsIn(new BoundingBox(x, y, 0.01, 0.01))) {
            found = Math.max(found, i);
        }
        if (found >= 0) {
            return new FlowHit.Card(found);
        }
        for (var ghost : ghostsNear(around)) {
            if (new BoundingBox(ghost.at().x(), ghost.at().y(), FlowCard.WIDTH, FlowCard.HEIGHT).contains(x, y)) {
                return new FlowHit.OnGhost(ghost);
            }
        }
        for (var shape : linksNear(around)) {
            if (shape.onPill(x, y) || shape.isNear(x, y, 6)) {
                return new FlowHit.OnLink(shape);
            }
        }
        return new FlowHit.Nothing();
    }
}
