package dev.outpace.ui.flow;

import dev.outpace.model.JsonText;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.ReferencePicker.Choice;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.texts.Texts;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What the forms of actions are made from.
 *
 * @param queues asked each time a form is made
 * @param flows the flows that other campaigns have, by the campaign's id
 */
record FormSources(
        Texts texts, JsonText json, Supplier<List<Choice>> queues, Supplier<List<Choice>> flows, DialogLayer dialogs) {

    static FormSources of(LiveWorkspace live, UUID campaign, Texts texts, JsonText json, DialogLayer dialogs) {
        return new FormSources(
                texts,
                json,
                () -> live.queues().stream()
                        .map(row -> new Choice(
                                row.id(),
                                row.queue().name(),
                                texts.get("campaignSettings.agents", row.staff().total())))
                        .toList(),
                () -> live.campaigns().stream()
                        .filter(row -> !row.id().equals(campaign))
                        .map(row -> new Choice(
                                row.id(),
                                texts.get("inspector.flowOf", row.campaign().name()),
                                texts.get(
                                        "actions.count",
                                        row.campaign().actions().size())))
                        .toList(),
                dialogs);
    }
}
