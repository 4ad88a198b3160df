package dev.outpace.app;

import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.StopMode;
import dev.outpace.ui.controls.ChoiceDialog;
import dev.outpace.ui.controls.ChoiceDialog.Choice;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Workspace;
import java.util.List;
import java.util.stream.Collectors;

/** Asks, when a workspace was opened, whether the campaigns that were running go on. */
final class GoingOn {
    private final Texts texts;
    private final Workspace workspace;
    private final Tasks tasks;
    private final DialogLayer dialogs;

    GoingOn(Texts texts, Workspace workspace, Tasks tasks, DialogLayer dialogs) {
        this.texts = texts;
        this.workspace = workspace;
        this.tasks = tasks;
        this.dialogs = dialogs;
    }

    void ask() {
        if (!workspace.waitsToGoOn()) {
            return;
        }
        var running = workspace.resourceBook().campaigns().stream()
                .filter(campaign -> campaign.status() == CampaignStatus.RUN)
                .toList();
        if (running.isEmpty()) {
            return;
        }
        var names = running.stream().map(Campaign::name).sorted().collect(Collectors.joining(", "));
        var dialog = new ChoiceDialog<>(
                texts.get("goOn.title", running.size()),
                texts.get("goOn.text", names, running.size()),
                List.of(
                        new Choice<>(texts.get("goOn.stop", running.size()), "", false),
                        new Choice<>(texts.get("goOn.goOn"), "primary", true)));
        tasks.onFx(
                dialog.askIn(dialogs),
                goOn -> tasks.onFx(
                        goOn
                                ? workspace.campaigns().goOn()
                                : workspace.campaigns().stopAll(StopMode.FINISH_CALLS),
                        _ -> {}));
    }
}
