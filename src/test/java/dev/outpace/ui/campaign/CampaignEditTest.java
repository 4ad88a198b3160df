package dev.outpace.ui.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndHandle;
import dev.outpace.model.Ids;
import dev.outpace.model.Problem;
import dev.outpace.ui.live.Facts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is edited over what is saved, without a toolkit. */
class CampaignEditTest {
    private final Campaign saved = EditRig.spring();
    private final CampaignEdit edit = new CampaignEdit(saved, DraftCheck.atOnce(CampaignEditTest::check));

    private static List<Problem> check(Campaign draft) {
        var problems = new ArrayList<Problem>();
        if (draft.name().isBlank()) {
            problems.add(Problem.error("campaign.name_empty", "name"));
        }
        if (draft.serviceLevel() > Campaign.MAX_SERVICE_LEVEL) {
            problems.add(Problem.error("campaign.service_level", "service_level"));
        }
        if (draft.nextCampaignId().equals(EditRig.ENERGY)) {
            problems.add(Problem.error("edit.loop", "next_campaign_id"));
        }
        if (Ids.isNil(draft.outdialId())) {
            problems.add(Problem.error("start.no_list", draft.name()));
        }
        return problems;
    }

    @Test
    void countsTheFieldsThatDifferAndForgetsOneThatIsBack() {
        edit.set(CampaignField.NAME, "Summer renewal");
        edit.set(CampaignField.SERVICE_LEVEL, 120);
        assertThat(edit.changes()).isEqualTo(2);
        edit.set(CampaignField.SERVICE_LEVEL, 100);
        assertThat(edit.changes()).isEqualTo(1);
        assertThat(edit.draft().name()).isEqualTo("Summer renewal");
        assertThat(edit.base()).isEqualTo(saved);
        edit.revert();
        assertThat(edit.isDirty()).isFalse();
        assertThat(edit.draft()).isEqualTo(saved);
    }

    @Test
    void everyFieldReachesTheDraft() {
        edit.set(CampaignField.TYPE, CampaignType.FLOW);
        edit.set(CampaignField.END_HANDLE, EndHandle.CONTINUE);
        edit.set(CampaignField.DETAIL, "Flats");
        edit.set(CampaignField.ACTIONS, List.of());
        edit.set(CampaignField.OUTPLAN, Ids.NIL);
        edit.set(CampaignField.QUEUE, EditRig.SUPPORT);
        edit.set(CampaignField.LIST, Facts.id(21));
        edit.set(CampaignField.NEXT, EditRig.WELCOME);
        var draft = edit.draft();
        assertThat(CampaignField.ALL.stream().filter(field -> !field.of(draft).equals(field.of(saved))))
                .containsExactlyInAnyOrder(
                        CampaignField.TYPE,
                        CampaignField.END_HANDLE,
                        CampaignField.DETAIL,
                        CampaignField.ACTIONS,
                        CampaignField.OUTPLAN,
                        CampaignField.QUEUE,
                        CampaignField.LIST,
                        CampaignField.NEXT);
    }

    @Test
    void errorsKeepFromSavingAndStandAtTheirFields() {
        edit.set(CampaignField.NEXT, EditRig.ENERGY);
        edit.set(CampaignField.SERVICE_LEVEL, 20_000);
        assertThat(edit.errors()).isEqualTo(2);
        assertThat(edit.canSave()).isFalse();
        assertThat(edit.problemsAt(CampaignField.NEXT))
                .extracting(Problem::code)
                .containsExactly("edit.loop");
        edit.set(CampaignField.NEXT, Ids.NIL);
        edit.set(CampaignField.SERVICE_LEVEL, 120);
        assertThat(edit.canSave()).isTrue();
    }

    @Test
    void whatWouldRefuseAStartStandsAtTheFieldThatItIsAbout() {
        edit.set(CampaignField.LIST, Ids.NIL);
        assertThat(edit.problemsAt(CampaignField.LIST)).hasSize(1);
    }

    @Test
    void somethingUnreadableIsAChangeAndAProblemUntilItIsAValueAgain() {
        edit.setUnreadable(CampaignField.SERVICE_LEVEL);
        assertThat(edit.changes()).isEqualTo(1);
        assertThat(edit.errors()).isEqualTo(1);
        edit.set(CampaignField.SERVICE_LEVEL, 100);
        assertThat(edit.isDirty()).isFalse();
        assertThat(edit.errors()).isZero();
    }

    @Test
    void anUntouchedFieldFollowsWhatOthersSave() {
        edit.set(CampaignField.NAME, "Summer renewal");
        edit.take(saved.withServiceLevel(140));
        assertThat(edit.get(CampaignField.SERVICE_LEVEL)).isEqualTo(140);
        assertThat(edit.changes()).isEqualTo(1);
        assertThat(CampaignField.ALL).noneMatch(edit::isChangedElsewhere);
        assertThat(edit.base().serviceLevel()).isEqualTo(140);
    }

    @Test
    void aTouchedFieldThatOthersChangeIsNoticedAndKept() {
        edit.set(CampaignField.SERVICE_LEVEL, 120);
        edit.take(saved.withServiceLevel(140));
        assertThat(edit.isChangedElsewhere(CampaignField.SERVICE_LEVEL)).isTrue();
        assertThat(edit.get(CampaignField.SERVICE_LEVEL)).isEqualTo(120);
        assertThat(edit.saved(CampaignField.SERVICE_LEVEL)).isEqualTo(140);
        assertThat(edit.base().serviceLevel()).isEqualTo(100);
    }

    @Test
    void theSameChangeByOthersLeavesNothingToSave() {
        edit.set(CampaignField.SERVICE_LEVEL, 140);
        edit.take(saved.withServiceLevel(140));
        assertThat(edit.isDirty()).isFalse();
    }

    @Test
    void whatWasSavedFromHereIsNoChangeOfOthersWhileTheEditingGoesOn() {
        edit.set(CampaignField.SERVICE_LEVEL, 120);
        var sent = edit.draft();
        edit.set(CampaignField.SERVICE_LEVEL, 130);
        edit.accepted(sent);
        edit.take(sent);
        assertThat(edit.isChangedElsewhere(CampaignField.SERVICE_LEVEL)).isFalse();
        assertThat(edit.changes()).isEqualTo(1);
    }

    @Test
    void actionsThatGotTheirIdsBySavingAreNoChange() {
        var more = new ArrayList<>(saved.actions());
        more.add(EditRig.action("stop", null));
        edit.set(CampaignField.ACTIONS, more);
        assertThat(edit.isChanged(CampaignField.ACTIONS)).isTrue();
        edit.take(saved.withActions(more.stream()
                .map(action ->
                        action.withId(UUID.nameUUIDFromBytes(action.type().getBytes(StandardCharsets.UTF_8))))
                .toList()));
        assertThat(edit.isDirty()).isFalse();
    }

    @Test
    void typeListAndQueueAreLockedWhileItRunsUnlessTheyWereChangedBefore() {
        edit.set(CampaignField.QUEUE, EditRig.SUPPORT);
        edit.take(saved.withStatus(CampaignStatus.RUN));
        assertThat(CampaignField.ALL.stream().filter(edit::isLocked))
                .containsExactly(CampaignField.TYPE, CampaignField.LIST);
        edit.revert();
        assertThat(edit.isLocked(CampaignField.QUEUE)).isTrue();
        edit.take(saved);
        assertThat(CampaignField.ALL).noneMatch(edit::isLocked);
    }

    @Test
    void tellsEachChangeAndNothingThatIsNone() {
        var told = new ArrayList<Integer>();
        var listening = edit.onChange(() -> told.add(edit.changes()));
        edit.set(CampaignField.NAME, saved.name());
        edit.set(CampaignField.NAME, "Summer renewal");
        edit.revert();
        listening.unsubscribe();
        edit.set(CampaignField.NAME, "Winter renewal");
        assertThat(told).containsExactly(1, 0);
    }

    @Test
    void whatIsCheckedLaterIsSavedLaterAndNeverByTheProblemsOfAnEarlierDraft() {
        var checks = new ArrayList<Runnable>();
        var late = new CampaignEdit(saved, (draft, found, _) -> checks.add(() -> found.accept(check(draft))));
        checks.removeFirst().run();
        var said = new ArrayList<String>();
        late.set(CampaignField.NAME, "Summer renewal");
        late.whenChecked(() -> said.add(late.canSave() ? "saves" : "refuses"));
        late.set(CampaignField.NAME, "");
        assertThat(late.canSave()).isFalse();
        assertThat(checks).as("one at a time").hasSize(1);
        checks.removeFirst().run();
        assertThat(late.isChecked()).isFalse();
        assertThat(said).isEmpty();
        checks.removeFirst().run();
        assertThat(late.problems()).extracting(Problem::code).contains("campaign.name_empty");
        assertThat(said).containsExactly("refuses");
    }

    @Test
    void aCheckThatFailedLetsNothingBeSavedUntilTheNext() {
        var fails = new boolean[] {true};
        var failing = new CampaignEdit(saved, (draft, found, failed) -> {
            if (fails[0]) {
                failed.run();
            } else {
                found.accept(check(draft));
            }
        });
        failing.whenChecked(() -> {
            throw new AssertionError("belongs to a draft that nobody checked");
        });
        failing.set(CampaignField.NAME, "Summer renewal");
        assertThat(failing.canSave()).isFalse();
        fails[0] = false;
        failing.set(CampaignField.NAME, "Winter renewal");
        assertThat(failing.canSave()).isTrue();
    }
}
