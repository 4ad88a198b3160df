package dev.outpace.engine;

import static dev.outpace.engine.EngineRig.agent;
import static dev.outpace.engine.EngineRig.campaign;
import static dev.outpace.engine.EngineRig.id;
import static dev.outpace.engine.EngineRig.list;
import static dev.outpace.engine.EngineRig.outplan;
import static dev.outpace.engine.EngineRig.queue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.Edited;
import dev.outpace.model.DecisionReason;
import dev.outpace.model.DoNotCallList;
import dev.outpace.model.Json;
import dev.outpace.model.RuleReason;
import dev.outpace.model.Stamps;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** A do-not-call list that is older than it may be bars everybody, and says so. */
class DoNotCallHoldTest {
    private static final LocalDate TODAY = LocalDate.ofInstant(EngineRig.START, ZoneOffset.UTC);

    private final EngineRig rig = new EngineRig();

    private static DoNotCallList national(LocalDate asOf, boolean everyCampaign) {
        return new DoNotCallList(
                id(90),
                "National",
                "registry",
                asOf,
                31,
                everyCampaign,
                Stamps.createdAt(EngineRig.START),
                Json.Obj.EMPTY);
    }

    private void started(DoNotCallList list) {
        rig.with(outplan(20, 60_000, 3), list(30), queue(40), agent(51, 40), list)
                .with(campaign(1, 20, 30, 40, 100));
        rig.targets(30, 5);
        rig.open();
        rig.linkUp();
        rig.start(1);
    }

    @Test
    void holdsUntilTheListIsLoadedAgain() {
        started(national(TODAY.minusDays(32), true));
        assertThat(rig.open(1)).isEmpty();
        var decision = rig.moment(1).decision();
        assertThat(decision.reason()).isEqualTo(DecisionReason.DO_NOT_CALL_TOO_OLD);
        assertThat(decision.limit()).isEqualTo(32);
        var list = national(TODAY.minusDays(32), true);
        assertThat(decision.rule()).isEqualTo(new RuleReason.ListTooOld(list.id(), list.name(), list.asOf()));
        assertThat(rig.alarms.stream()
                        .filter(alarm -> alarm.problem().code().equals("alarm.dnc_too_old"))
                        .count())
                .isEqualTo(1);
        assertThat(rig.order(new Edited(national(TODAY, true), false))).isEmpty();
        assertThat(rig.open(1)).isNotEmpty();
    }

    @Test
    void callsOnTheLastDayOfTheList() {
        started(national(TODAY.minusDays(31), true));
        assertThat(rig.open(1)).isNotEmpty();
    }

    @Test
    void aListThatIsOnlyForRulesHoldsNobodyElse() {
        started(national(TODAY.minusDays(90), false));
        assertThat(rig.open(1)).isNotEmpty();
    }
}
