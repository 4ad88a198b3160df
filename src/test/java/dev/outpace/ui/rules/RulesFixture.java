package dev.outpace.ui.rules;

import dev.outpace.model.AttemptLimit;
import dev.outpace.model.CallWindow;
import dev.outpace.model.Ids;
import dev.outpace.model.RuleSet;
import dev.outpace.model.WeekHours;
import dev.outpace.ui.UiRig;
import dev.outpace.ui.forms.FileChoice;
import dev.outpace.ui.live.Facts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Parent;

/** The screen of calling rules over a workspace of its own. */
public final class RulesFixture {
    private RulesFixture() {}

    static RulesScreen screen(UiRig rig, List<Path> files) {
        return new RulesScreen(new RulesScreen.Parts(
                rig.texts,
                rig.workspace,
                rig.live,
                rig.tasks,
                Clock.systemUTC(),
                rig.dialogs,
                rig.toasts,
                new FileChoice() {
                    @Override
                    public List<Path> toRead(Question question) {
                        return files;
                    }

                    @Override
                    public Optional<Path> toWrite(Question question, String name) {
                        return Optional.empty();
                    }
                }));
    }

    /** One set with hours, and a campaign that calls by it. */
    public static Parent build() {
        var rules = RuleSet.named(Facts.id(1), "Home calling hours");
        var draft = new RuleDraft(rules, () -> {});
        draft.setHours(new WeekHours(
                Map.of(DayOfWeek.MONDAY, List.of(new CallWindow(540, 780), new CallWindow(840, 1_200))), null, null));
        draft.setAttempts(List.of(new AttemptLimit(3, Duration.ofDays(1), AttemptLimit.Per.NUMBER)));
        var campaign = Facts.campaign(2, "Spring renewal 2026", Ids.NIL, Ids.NIL, Ids.NIL);
        var rig = new UiRig(
                draft.edited(), campaign.withOptions(campaign.options().withRules(rules.id())));
        var screen = screen(rig, List.of());
        screen.onShow();
        return rig.framed(screen);
    }
}
