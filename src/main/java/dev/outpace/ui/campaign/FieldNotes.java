package dev.outpace.ui.campaign;

import dev.outpace.model.Campaign;
import dev.outpace.model.Problem;
import dev.outpace.ui.controls.FormField;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.ProblemWords;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What is written around a field: what it was, why it is locked, what is odd and what is wrong about it. */
final class FieldNotes {
    private final CampaignEdit edit;
    private final FieldWords words;
    private final Texts texts;
    private final ProblemWords problemWords = new ProblemWords();

    FieldNotes(CampaignEdit edit, FieldWords words, Texts texts) {
        this.edit = edit;
        this.words = words;
        this.texts = texts;
    }

    void show(CampaignField<?> field, FormField row) {
        row.setWas(words.was(field, edit));
        row.setHint(edit.isLocked(field) ? texts.get("campaignSettings.locked") : "");
        row.setWarning(warning(field));
        row.setError(edit.isUnreadable(field) ? unreadable(field) : sentences(field, Problem::isError));
    }

    private String unreadable(CampaignField<?> field) {
        return field.equals(CampaignField.SERVICE_LEVEL)
                ? texts.get("campaignSettings.notALevel", Campaign.MAX_SERVICE_LEVEL)
                : texts.get("campaignSettings.notANumber");
    }

    String missing(UUID id) {
        return words.missing(id);
    }

    String warning(CampaignField<?> field) {
        return edit.isChangedElsewhere(field)
                ? texts.get("campaignSettings.elsewhere", words.value(field, edit.saved(field)))
                : sentences(field, Predicate.not(Problem::isError));
    }

    private String sentences(CampaignField<?> field, Predicate<Problem> which) {
        List<Problem> problems = edit.problemsAt(field);
        return problems.stream()
                .filter(which)
                .map(problemWords::sentence)
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
