package dev.outpace.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.AbandonDenominator;
import dev.outpace.model.AbandonFrom;
import dev.outpace.model.AbandonWindow;
import dev.outpace.model.Action;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.Compliance;
import dev.outpace.model.EndHandle;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.PacingChoice;
import dev.outpace.model.PacingMode;
import dev.outpace.model.Problem;
import dev.outpace.model.ResourceBook;
import dev.outpace.model.Stamps;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CampaignMergeTest {
    private static final Json.Obj FUTURE = new Json.Obj(Map.of("future", new Json.Bool(true)));
    private static final PacingChoice ADAPTIVE = new PacingChoice(
            PacingMode.ADAPTIVE, 0.02, AbandonWindow.DAYS_7, AbandonDenominator.QUEUED, false, 0.04, FUTURE);
    private static final Compliance RULES = new Compliance("Sorry.", 2_000, 72, true, 15_000, FUTURE);

    private static Campaign campaign(CampaignOptions options) {
        return new Campaign(
                new UUID(1, 1),
                CampaignType.CALL,
                "campaign",
                "",
                CampaignStatus.STOP,
                100,
                EndHandle.STOP,
                List.of(),
                Ids.NIL,
                Ids.NIL,
                Ids.NIL,
                Ids.NIL,
                options,
                Stamps.NONE,
                Json.Obj.EMPTY);
    }

    private static Campaign with(PacingChoice pacing, Compliance rules) {
        return campaign(CampaignOptions.DEFAULT.withPacing(pacing).withCompliance(rules));
    }

    @Test
    void twoWhoChangeDifferentOptionsBothHaveTheirs() {
        var base = with(ADAPTIVE, RULES);
        var edited = with(ADAPTIVE.withAbandonTarget(0.05).withHoldAtTarget(true), RULES);
        var now = with(
                new PacingChoice(
                        PacingMode.ADAPTIVE,
                        0.02,
                        AbandonWindow.HOURS_24,
                        AbandonDenominator.QUEUED,
                        false,
                        0.04,
                        FUTURE),
                new Compliance("Sorry.", 2_000, 24, true, 15_000, FUTURE));
        var merge = CampaignMerge.of(edited, base, now);
        assertThat(merge.conflicts()).isEmpty();
        assertThat(merge.merged())
                .isEqualTo(with(
                        new PacingChoice(
                                PacingMode.ADAPTIVE,
                                0.05,
                                AbandonWindow.HOURS_24,
                                AbandonDenominator.QUEUED,
                                true,
                                0.04,
                                FUTURE),
                        new Compliance("Sorry.", 2_000, 24, true, 15_000, FUTURE)));
    }

    @Test
    void twoWhoChangeTheSameOptionAreAskedByItsName() {
        var base = with(ADAPTIVE, RULES);
        var now = with(ADAPTIVE, new Compliance("Sorry.", 2_000, 24, true, 15_000, FUTURE));
        var edited = with(ADAPTIVE, new Compliance("Sorry.", 2_000, 48, true, 15_000, FUTURE));
        assertThat(CampaignMerge.of(edited, base, now).conflicts())
                .extracting(Problem::place)
                .containsExactly("outpace.compliance.redial_hours");
    }

    @Test
    void countedWaitsAndTheirStartAreMergedAsFieldsOfTheirOwn() {
        var base = with(ADAPTIVE, RULES);
        var edited = with(ADAPTIVE, RULES.withWaits(true, AbandonFrom.QUEUE));
        var now = with(ADAPTIVE, RULES.withWaits(false, AbandonFrom.ANSWER));
        assertThat(CampaignMerge.of(edited, base, now).merged())
                .isEqualTo(with(ADAPTIVE, RULES.withWaits(true, AbandonFrom.ANSWER)));
    }

    @Test
    void anEditOfSomethingElseKeepsTheSameChoiceSoThatItsPolicyKeepsWhatItLearned() {
        var now = with(ADAPTIVE, RULES);
        var merged = CampaignMerge.of(now.withServiceLevel(120), now, now).merged();
        assertThat(merged.options().pacing()).isSameAs(now.options().pacing());
        assertThat(merged.options()).isEqualTo(now.options());
    }

    @Test
    void aFlowThatIsPartOfTheWaitFromTheAnswerIsWarnedOf() {
        var amd = List.of(new Action(Ids.NIL, Ids.NIL, "amd", null, Json.Obj.EMPTY));
        assertThat(warned(RULES.withWaits(false, AbandonFrom.ANSWER), amd)).isTrue();
        assertThat(warned(Compliance.DEFAULT.withWaits(true, AbandonFrom.ANSWER), amd))
                .isTrue();
        assertThat(warned(Compliance.DEFAULT.withWaits(true, AbandonFrom.ANSWER), List.of()))
                .isFalse();
        assertThat(warned(Compliance.DEFAULT.withWaits(true, AbandonFrom.GREETING), amd))
                .isFalse();
        assertThat(warned(Compliance.DEFAULT.withWaits(false, AbandonFrom.ANSWER), amd))
                .isFalse();
    }

    private static boolean warned(Compliance rules, List<Action> flow) {
        return new CampaignDraft(new ResourceBook())
                .check(with(PacingChoice.DEFAULT, rules).withActions(flow)).stream()
                        .anyMatch(problem -> problem.code().equals("campaign.waits_before_queue")
                                && problem.place().equals("outpace.compliance.abandon_from"));
    }

    @Test
    void aDraftOutsideTheBoundsIsNamedFieldByField() {
        var draft = with(
                ADAPTIVE.withAbandonTarget(0.6).withMachineErrors(0.501),
                new Compliance("x".repeat(1_001), 499, 721, true, 120_001, Json.Obj.EMPTY));
        assertThat(new CampaignDraft(new ResourceBook()).check(draft))
                .extracting(Problem::place)
                .contains(
                        "outpace.pacing.abandon_target",
                        "outpace.pacing.machine_errors",
                        "outpace.compliance.abandon_message",
                        "outpace.compliance.abandon_after",
                        "outpace.compliance.redial_hours",
                        "outpace.compliance.minimum_ring");
        assertThat(new CampaignDraft(new ResourceBook()).check(with(ADAPTIVE.withAbandonTarget(0.001), RULES)))
                .noneMatch(problem -> problem.place().startsWith("outpace"));
    }
}
