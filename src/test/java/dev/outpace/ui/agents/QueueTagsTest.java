package dev.outpace.ui.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Queue;
import dev.outpace.model.Stamps;
import dev.outpace.ui.live.Facts;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueueTagsTest {

    private final Queue renewals = queue(1, 11);
    private final Queue frontDesk = queue(2, 12);
    private final List<Queue> all = List.of(renewals, frontDesk);

    private static Queue queue(int id, int... tags) {
        return new Queue(
                Facts.id(id),
                "Queue " + id,
                "",
                "random",
                Arrays.stream(tags).mapToObj(Facts::id).toList(),
                Ids.NIL,
                0,
                0,
                Stamps.NONE,
                Json.Obj.EMPTY);
    }

    @Test
    void aWantedQueueGivesItsTagAndAnUnwantedTakesItAway() {
        var agent = Facts.agent(5, "Ada", Facts.id(11));
        assertThat(QueueTags.assigned(agent, Set.of(frontDesk), all)).containsExactly(Facts.id(12));
        assertThat(QueueTags.assigned(agent, Set.of(), all)).isEmpty();
    }

    @Test
    void tagsThatNoQueueHasAreKept() {
        var agent = Facts.agent(5, "Ada", Facts.id(99));
        assertThat(QueueTags.assigned(agent, Set.of(renewals), all)).containsExactly(Facts.id(99), Facts.id(11));
    }

    @Test
    void whoServesAQueueAlreadyGetsNoMoreOfItsTags() {
        var wide = queue(3, 12, 13);
        var agent = Facts.agent(5, "Ada", Facts.id(13));
        assertThat(QueueTags.assigned(agent, Set.of(wide), List.of(wide))).containsExactly(Facts.id(13));
    }

    @Test
    void ofSharedTagsTheOnesAreTakenThatLeadToNoOtherQueue() {
        var wide = queue(3, 12, 13);
        var agent = Facts.agent(5, "Ada", Facts.id(11));
        var tags = QueueTags.assigned(agent, Set.of(wide), List.of(renewals, frontDesk, wide));
        assertThat(tags).containsExactly(Facts.id(13));
    }
}
