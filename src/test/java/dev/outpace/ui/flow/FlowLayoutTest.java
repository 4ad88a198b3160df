package dev.outpace.ui.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.flow.ActionType;
import dev.outpace.flow.FlowGraph;
import dev.outpace.flow.FlowGraph.Port;
import dev.outpace.model.Action;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowLayoutTest {
    @ParameterizedTest(name = "seed {0}, {1} actions, {2} % of them branch")
    @CsvSource({"1,1,0", "2,2,50", "3,30,10", "4,60,40", "5,120,100", "6,320,30", "7,900,20", "8,2500,30"})
    void everyCardHasAPlaceOfItsOwnAndAlwaysTheSame(long seed, int length, int branching) {
        var graph = new FlowGraph(new RandomFlows(seed).flow(length, branching));
        var places = FlowLayout.place(graph);
        assertThat(places).hasSize(length);
        assertApart(places);
        assertApart(FlowLayout.placeQuickly(graph));
        assertThat(FlowLayout.place(graph)).isEqualTo(places);
    }

    @Test
    void aLineLiesUnderItsFirst() {
        var places = FlowLayout.place(new FlowGraph(RandomFlows.chain(5_000)));
        assertThat(places).allMatch(place -> place.x() == 0);
        assertThat(places).isSortedAccordingTo(Comparator.comparingDouble(CardPoint::y));
        assertApart(places);
    }

    @Test
    void allInOneCircleIsPlacedToo() {
        var actions = new ArrayList<Action>();
        for (int i = 0; i < 2_000; i++) {
            actions.add(ActionLinks.lead(
                    NewActions.of(ActionType.TALK).withId(new UUID(5, i)),
                    Port.NEXT,
                    new UUID(5, (i * 7L + 3) % 2_000)));
        }
        assertApart(FlowLayout.place(new FlowGraph(actions)));
    }

    @Test
    void whatABranchLeadsToLiesUnderIt() {
        var edits = new FlowEdits(new RandomFlows(1).ids());
        var document = FlowCopy.rebuilt(
                FlowDocument.EMPTY,
                List.of(
                        NewActions.of(ActionType.BRANCH),
                        NewActions.of(ActionType.HANGUP),
                        NewActions.of(ActionType.TALK)));
        document = edits.connect(document, 0, Port.branch("1"), 1);
        document = edits.connect(document, 0, Port.DEFAULT, 2);
        var places = FlowLayout.place(document.graph());
        assertThat(places.get(1).y()).isGreaterThan(places.get(0).y() + FlowCard.HEIGHT);
        assertThat(places.get(1).y()).isEqualTo(places.get(2).y());
    }

    private static void assertApart(List<CardPoint> places) {
        var rows = places.stream()
                .sorted(Comparator.comparingDouble(CardPoint::y).thenComparingDouble(CardPoint::x))
                .toList();
        for (int i = 0; i < rows.size(); i++) {
            for (int j = i + 1; j < rows.size() && rows.get(j).y() - rows.get(i).y() < FlowCard.HEIGHT; j++) {
                assertThat(Math.abs(rows.get(j).x() - rows.get(i).x()))
                        .as("%s beside %s", rows.get(i), rows.get(j))
                        .isGreaterThanOrEqualTo(FlowCard.WIDTH);
            }
        }
    }
}
