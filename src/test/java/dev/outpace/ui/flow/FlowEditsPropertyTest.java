package dev.outpace.ui.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.flow.FlowGraph.Link;
import dev.outpace.flow.FlowGraph.Port;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random edits of random flows; the seed stands in the name of the test and in what fails. */
class FlowEditsPropertyTest {
    private static final int EDITS = 60;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyDocumentIsWholeAndHistoryLeadsBackAndForth(long seed) {
        var hand = new Hand(seed);
        var history = new FlowHistory(hand.start());
        var documents = new ArrayList<>(List.of(history.document()));
        for (int i = 0; i < EDITS; i++) {
            var edited = hand.edit(history.document());
            history.add(edited, "edit " + i, null);
            documents.add(edited);
            assertWhole(edited, "seed " + seed + ", edit " + i);
        }
        for (int i = EDITS - 1; i >= 0; i--) {
            assertThat(history.undoName()).isEqualTo("edit " + i);
            assertThat(history.undo()).isSameAs(documents.get(i));
        }
        for (int i = 1; i <= EDITS; i++) {
            assertThat(history.redo()).isSameAs(documents.get(i));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void insertingMovesNoOtherLink(long seed) {
        var hand = new Hand(seed);
        var document = hand.start();
        for (int i = 0; i < EDITS; i++) {
            var links = linksOf(document).entrySet().stream().toList();
            var chosen = links.get(hand.random.nextInt(links.size())).getKey();
            var before = linksOf(document);
            var edited =
                    hand.edits.insertOn(document, chosen.key(), chosen.port(), NewActions.of(hand.flows.anyType()));
            var after = linksOf(edited.document());
            before.forEach((from, to) -> assertThat(after.get(from))
                    .as("seed %d, %s", seed, from)
                    .isEqualTo(
                            from.equals(chosen) ? Long.toString(edited.touched().getFirst()) : to));
            document = edited.document();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24, 25, 26})
    void deletingAndReconnectingMovesNoOtherLink(long seed) {
        var hand = new Hand(seed);
        var document = hand.start();
        while (document.size() > 2) {
            long gone = hand.card(document);
            var before = linksOf(document);
            var edited = hand.edits.deleteAndReconnect(document, List.of(gone));
            var after = linksOf(edited);
            before.forEach((from, to) -> {
                if (from.key() != gone && !to.equals(Long.toString(gone))) {
                    // What comes to stand last ends where the list ends, and that is what ending there means.
                    assertThat(after.get(from)).as("seed %d, %s", seed, from).isEqualTo(to);
                }
            });
            document = edited;
        }
    }

    private static void assertWhole(FlowDocument document, String when) {
        assertThat(document.cards().stream().map(FlowCard::key)).as(when).doesNotHaveDuplicates();
        assertThat(document.cards()).as(when).allMatch(card -> card.key() < document.nextKey());
        for (int i = 0; i < document.size(); i++) {
            assertThat(document.graph().links(i)).as(when).allMatch(link -> link.to() < document.size());
        }
    }

    private record From(long key, Port port) {}

    /** By key of the card that each port leads to, or by the way that it ends. */
    private static Map<From, String> linksOf(FlowDocument document) {
        var links = new HashMap<From, String>();
        for (int i = 0; i < document.size(); i++) {
            for (var link : document.graph().links(i)) {
                links.put(new From(document.cards().get(i).key(), link.port()), end(document, link));
            }
        }
        return links;
    }

    private static String end(FlowDocument document, Link link) {
        return link.leads()
                ? Long.toString(document.cards().get(link.to()).key())
                : link.way().toString();
    }

    /** Does what a person does, without sense. */
    private static final class Hand {
        private final Random random;
        private final RandomFlows flows;
        private final FlowEdits edits;

        Hand(long seed) {
            random = new Random(seed);
            flows = new RandomFlows(seed);
            edits = new FlowEdits(flows.ids());
        }

        FlowDocument start() {
            return FlowCopy.rebuilt(FlowDocument.EMPTY, RandomFlows.someUnnamed(flows.flow(20, 30)));
        }

        long card(FlowDocument document) {
            return document.cards().get(random.nextInt(document.size())).key();
        }

        FlowDocument edit(FlowDocument document) {
            if (document.isEmpty()) {
                return edits.add(document, NewActions.of(flows.anyType()), new CardPoint(0, 0))
                        .document();
            }
            long card = card(document);
            long other = card(document);
            var both = card == other ? Set.of(card) : Set.of(card, other);
            var action = NewActions.of(flows.anyType());
            return switch (random.nextInt(11)) {
                case 0 ->
                    edits.add(document, action, new CardPoint(random.nextInt(900), 40))
                            .document();
                case 1 -> edits.insertAfter(document, card, action).document();
                case 2 ->
                    edits.insertOn(document, card, port(document, card), action).document();
                case 3 -> edits.move(document, both, 16, -32);
                case 4 -> edits.connect(document, card, port(document, card), other);
                case 5 -> edits.disconnect(document, card, port(document, card));
                case 6 -> edits.delete(document, both);
                case 7 -> edits.deleteAndReconnect(document, both);
                case 8 -> edits.duplicate(document, both, 16, 16).document();
                case 9 -> edits.replace(document, card, action);
                default -> edits.makeFirst(document, card);
            };
        }

        private Port port(FlowDocument document, long card) {
            var links = document.graph().links(document.indexOf(card));
            return links.isEmpty()
                    ? Port.NEXT
                    : links.get(random.nextInt(links.size())).port();
        }
    }
}
