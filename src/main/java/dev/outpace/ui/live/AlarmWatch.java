package dev.outpace.ui.live;

import dev.outpace.model.Alarm;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.Problem;
import dev.outpace.ui.texts.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;

/** Alarms that no single event tells: each is raised once, and again only after it had ended. */
final class AlarmWatch {
    /** Before that, a single abandoned caller is a large share. */
    private static final long MIN_ANSWERED = 20;

    private static final Duration NOBODY_THERE = Duration.ofMinutes(2);

    private final Texts texts;
    private final Set<UUID> overLimit = new HashSet<>();
    private final Map<UUID, Instant> nobodySince = new HashMap<>();
    private final Set<UUID> nobodyTold = new HashSet<>();

    AlarmWatch(Texts texts) {
        this.texts = texts;
    }

    /**
     * Looks at the campaigns, once a second.
     *
     * @param limit share of the answered calls that may be abandoned
     * @param takingCalls how many people of the campaign's queue take calls
     * @return what is to be told now
     */
    List<Alarm> look(
            Collection<CampaignRow> campaigns, double limit, ToIntFunction<CampaignRow> takingCalls, Instant now) {
        var found = new ArrayList<Alarm>();
        for (var row : campaigns) {
            abandon(row, limit, now, found);
            agents(row, takingCalls.applyAsInt(row), now, found);
        }
        return found;
    }

    private void abandon(CampaignRow row, double limit, Instant now, List<Alarm> found) {
        var window = row.window();
        boolean over = window.answered() >= MIN_ANSWERED && window.abandoned() > limit * window.answered();
        if (!over) {
            overLimit.remove(row.id());
        } else if (isDialing(row) && overLimit.add(row.id())) {
            found.add(new Alarm(
                    now,
                    row.id(),
                    Problem.error(
                            "alarm.abandon_over",
                            "",
                            row.campaign().name(),
                            texts.percent(Totals.abandonRate(window), 1),
                            texts.percent(100 * limit, 1))));
        }
    }

    private void agents(CampaignRow row, int takingCalls, Instant now, List<Alarm> found) {
        if (!isDialing(row) || !row.campaign().hasQueue() || takingCalls > 0) {
            nobodySince.remove(row.id());
            nobodyTold.remove(row.id());
            return;
        }
        var away = Duration.between(nobodySince.computeIfAbsent(row.id(), _ -> now), now);
        if (away.compareTo(NOBODY_THERE) >= 0 && nobodyTold.add(row.id())) {
            found.add(new Alarm(
                    now,
                    row.id(),
                    Problem.error("alarm.no_agents", "", row.campaign().name(), texts.span(away))));
        }
    }

    private static boolean isDialing(CampaignRow row) {
        return row.campaign().status() == CampaignStatus.RUN && row.campaign().type() == CampaignType.CALL;
    }
}
