package dev.outpace.ui.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.AttemptLimit;
import dev.outpace.model.CallWindow;
import dev.outpace.model.RuleSet;
import dev.outpace.model.Stamps;
import dev.outpace.model.WeekHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RuleDraftTest {
    private static final RuleSet STORED =
            RuleSet.named(new UUID(1, 1), "Home").withStamps(Stamps.createdAt(Instant.parse("2026-05-12T07:24:06Z")));
    private static final WeekHours WEEK = new WeekHours(
            Map.of(DayOfWeek.MONDAY, List.of(new CallWindow(540, 1020)), DayOfWeek.FRIDAY, List.of(CallWindow.ALL_DAY)),
            null,
            null);

    private final AtomicInteger told = new AtomicInteger();
    private final RuleDraft draft = new RuleDraft(STORED, told::incrementAndGet);

    @Test
    void eachDayCountsAsAChangeAndSoDoesHavingHours() {
        assertThat(draft.isDirty()).isFalse();
        draft.setHours(WEEK);
        assertThat(draft.changes()).isEqualTo(3);
        draft.setAttempts(List.of(new AttemptLimit(3, Duration.ofDays(1), AttemptLimit.Per.NUMBER)));
        assertThat(draft.changes()).isEqualTo(4);
        assertThat(draft.edited().hours()).isEqualTo(WEEK);
        draft.revert();
        assertThat(draft.changes()).isZero();
        assertThat(draft.edited()).isEqualTo(STORED);
        assertThat(told).hasValue(3);
    }

    @Test
    void whatSomebodyElseSavedComesInWhereNothingWasEdited() {
        draft.setName("Mine");
        var other = new RuleDraft(STORED, () -> {});
        other.setName("Theirs");
        other.setHours(WEEK);
        draft.savedIs(other.edited());
        assertThat(draft.edited().name()).isEqualTo("Mine");
        assertThat(draft.edited().hours()).isEqualTo(WEEK);
        assertThat(draft.changes()).isEqualTo(1);
    }

    @Test
    void aNewSetIsUnsavedWithoutAnyChange() {
        assertThat(new RuleDraft(RuleSet.named(new UUID(1, 2), "New"), () -> {}).isDirty())
                .isTrue();
    }
}
