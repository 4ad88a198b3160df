package dev.outpace.ui.forms;

import dev.outpace.model.Agent;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.Resource;
import dev.outpace.model.Severity;
import dev.outpace.ui.controls.ConfirmDialog;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.ProblemWords;
import dev.outpace.workspace.Resources;
import java.util.stream.Collectors;

/** Deletes a resource: what refers to it is named before, and one that a campaign is working with stays. */
public final class Deletion {

    private final Texts texts;
    private final Resources resources;
    private final Tasks tasks;
    private final DialogLayer dialogs;
    private final ToastLayer toasts;
    private final ProblemWords words = new ProblemWords();

    public Deletion(Texts texts, Resources resources, Tasks tasks, DialogLayer dialogs, ToastLayer toasts) {
        this.texts = texts;
        this.resources = resources;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.toasts = toasts;
    }

    /** @param consequence what goes with it, told in the question; empty for nothing */
    public void ask(Resource resource, String consequence) {
        var users = resources.usedBy(resource.id());
        var running = users.stream()
                .filter(campaign -> campaign.status() != CampaignStatus.STOP)
                .map(Campaign::name)
                .collect(Collectors.joining(", "));
        if (!running.isEmpty()) {
            toasts.show(Looks.of(Severity.ERROR), texts.get("delete.inUse", resource.name(), running));
            return;
        }
        var names = users.stream().map(Campaign::name).collect(Collectors.joining(", "));
        new ConfirmDialog(
                        texts.get("delete.title", resource.name()),
                        (consequence + " " + used(resource, names)).strip(),
                        texts.get("control.delete"),
                        texts.get("control.cancel"),
                        true)
                .askIn(dialogs)
                .thenAccept(confirmed -> {
                    if (confirmed) {
                        tasks.onFx(resources.delete(resource.id(), true), this::tell);
                    }
                });
    }

    private String used(Resource resource, String names) {
        if (resource instanceof Agent) {
            return "";
        }
        return names.isEmpty() ? texts.get("delete.unused") : texts.get("delete.usedBy", names);
    }

    private void tell(Answer answer) {
        if (!(answer instanceof Answer.Done)) {
            answer.problems().forEach(problem -> toasts.show(Looks.of(problem.severity()), words.sentence(problem)));
        }
    }
}
