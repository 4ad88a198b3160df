package dev.outpace.ui.agents;

import static dev.outpace.model.AgentStatus.AVAILABLE;
import static dev.outpace.model.AgentStatus.AWAY;
import static dev.outpace.model.AgentStatus.BUSY;
import static dev.outpace.model.AgentStatus.OFFLINE;
import static dev.outpace.model.AgentStatus.RINGING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.AgentStatus;
import dev.outpace.ui.live.AgentRow;
import dev.outpace.ui.live.Facts;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.texts.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BoardModelTest {
    private static final List<AgentStatus> STATUSES = List.of(AgentStatus.values());

    private static final int MANY = 1_000;

    private final AtomicLong comparisons = new AtomicLong();
    private final BoardModel model = new BoardModel((a, b) -> {
        comparisons.incrementAndGet();
        return BoardModel.ORDER.compare(a, b);
    });

    private static Floor floor(int people) {
        return new Floor(new Texts(), Floor.crowd(people, Facts.id(10)));
    }

    /** Leads what the floor tells to the model, and keeps what was told. */
    private List<List<AgentRow>> follow(Floor floor) {
        var batches = new ArrayList<List<AgentRow>>();
        var _ = floor.live.watchAgents(new LiveWorkspace.AgentWatch() {
            @Override
            public void moved(List<AgentRow> rows) {
                batches.add(rows);
                model.moved(rows);
            }

            @Override
            public void assigned() {
                model.update(floor.live.agents());
            }
        });
        model.show(floor.live.agents());
        return batches;
    }

    private List<String> names() {
        return model.shown().stream().map(row -> row.agent().name()).toList();
    }

    @Test
    void whileItIsHeldEveryoneStaysWhoComesIsLastAndTheReleasePutsAllInOrder() {
        var floor = floor(4);
        follow(floor);
        for (int i = 0; i < 4; i++) {
            floor.set(1_000 + i, i < 3 ? AVAILABLE : BUSY, 100 - i);
        }
        floor.beat();
        model.filter(AVAILABLE, "");
        assertThat(names()).containsExactly("Agent 0", "Agent 1", "Agent 2");
        assertThat(model.setHeld(true)).isFalse();
        floor.set(1_000, BUSY, 0);
        floor.set(1_001, RINGING, 0);
        floor.set(1_003, AVAILABLE, 500);
        floor.beat();
        assertThat(names()).containsExactly("Agent 0", "Agent 1", "Agent 2", "Agent 3");
        assertThat(model.setHeld(false)).isTrue();
        assertThat(names()).containsExactly("Agent 3", "Agent 2");
        floor.set(1_002, AVAILABLE, 900);
        floor.beat();
        assertThat(names()).containsExactly("Agent 2", "Agent 3");
    }

    @Test
    void ringingComesFirstThenAvailableBusyAwayOfflineAndTheLongestFirstInEach() {
        var floor = floor(7);
        follow(floor);
        floor.set(1_000, OFFLINE, 900);
        floor.set(1_001, AWAY, 30);
        floor.set(1_002, BUSY, 10);
        floor.set(1_003, BUSY, 70);
        floor.set(1_004, AVAILABLE, 5);
        floor.set(1_005, RINGING, 1);
        floor.set(1_006, AVAILABLE, 50);
        floor.beat();
        assertThat(names())
                .containsExactly("Agent 5", "Agent 6", "Agent 4", "Agent 3", "Agent 2", "Agent 1", "Agent 0");
    }

    @Test
    void whoHasNoMomentYetStandsLast() {
        var floor = floor(2);
        follow(floor);
        floor.set(1_001, OFFLINE, 5);
        floor.beat();
        assertThat(names()).containsExactly("Agent 1", "Agent 0");
    }

    @Test
    void theFilterLooksAtStateNameAndUsernameAndFollowsWhoMoves() {
        var floor = floor(12);
        follow(floor);
        for (int i = 0; i < 12; i++) {
            floor.set(1_000 + i, i % 2 == 0 ? AVAILABLE : BUSY, i);
        }
        floor.beat();
        model.filter(AVAILABLE, " AGENT 1");
        assertThat(names()).containsExactly("Agent 10");
        floor.set(1_010, BUSY, 0);
        floor.set(1_011, AVAILABLE, 0);
        floor.beat();
        assertThat(names()).containsExactly("Agent 11");
        model.filter(null, "user1004");
        assertThat(names()).containsExactly("Agent 4");
        assertThat(model.teamSize()).isEqualTo(12);
    }

    @Test
    void anotherTeamIsInOrderAlsoWhileThePointerIsOverItAndAnEditOfItMovesNobody() {
        var floor = floor(4);
        follow(floor);
        floor.set(1_000, OFFLINE, 5);
        floor.set(1_001, AVAILABLE, 5);
        floor.set(1_002, AVAILABLE, 50);
        floor.set(1_003, RINGING, 1);
        floor.beat();
        model.show(List.of(floor.row(1_000)));
        model.setHeld(true);
        model.show(List.of(floor.row(1_000), floor.row(1_001), floor.row(1_002)));
        assertThat(names()).containsExactly("Agent 2", "Agent 1", "Agent 0");
        model.update(List.of(floor.row(1_000), floor.row(1_001), floor.row(1_002), floor.row(1_003)));
        assertThat(names()).containsExactly("Agent 2", "Agent 1", "Agent 0", "Agent 3");
    }

    @Test
    void whoIsOfAnotherTeamIsNotShown() {
        var floor = floor(3);
        model.show(List.of(floor.row(1_000), floor.row(1_001)));
        assertThat(model.moved(List.of(floor.row(1_002)))).isFalse();
        assertThat(names()).containsExactlyInAnyOrder("Agent 0", "Agent 1");
    }

    @Test
    void aBatchAmongAThousandCostsAFewComparisonsForEachWhoMovedAndNoneForTheOthers() {
        var floor = floor(MANY);
        var batches = follow(floor);
        for (int i = 0; i < MANY; i++) {
            floor.set(1_000 + i, STATUSES.get(i % STATUSES.size()), i);
        }
        floor.beat();
        batches.clear();
        comparisons.set(0);
        for (int i = 0; i < 10; i++) {
            floor.set(1_000 + 97 * i, RINGING, 0);
        }
        floor.beat();
        assertThat(batches).hasSize(1);
        assertThat(batches.getFirst()).hasSize(10);
        // Two searches of a thousand, which are ten halvings each, and one comparison to spare.
        assertThat(comparisons.get()).isPositive().isLessThanOrEqualTo(10 * 2 * 11);
    }

    @Test
    void whoIsToldAgainUnchangedCostsNothing() {
        var floor = floor(MANY);
        follow(floor);
        comparisons.set(0);
        assertThat(model.moved(floor.live.agents())).isFalse();
        assertThat(comparisons).hasValue(0);
    }

    @Test
    void afterAnyMovesTheOrderIsThatOfASortAnew() {
        long seed = 20_260_512;
        var random = new Random(seed);
        var floor = floor(200);
        follow(floor);
        model.filter(null, "agent");
        for (int batch = 0; batch < 60; batch++) {
            for (int i = 0; i < 10; i++) {
                floor.set(
                        1_000 + random.nextInt(200), STATUSES.get(random.nextInt(STATUSES.size())), random.nextInt(90));
            }
            floor.beat();
            assertThat(model.shown())
                    .as("seed %d, batch %d", seed, batch)
                    .isSortedAccordingTo(Comparator.comparing(BoardModel.Place::of, BoardModel.ORDER))
                    .hasSize(200);
        }
    }
}
