package dev.outpace.workspace;

import dev.outpace.flow.ActionType;
import dev.outpace.model.Action;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignType;
import dev.outpace.model.Problem;
import dev.outpace.model.ResourceBook;
import dev.outpace.speech.Speech;
import dev.outpace.speech.Utterance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Has the texts of a campaign spoken before its first caller waits for them. Those with variables are different for each caller,
 * and are spoken when they are needed.
 */
final class SpokenBefore {
    /** A start waits no longer: what is left is spoken while the first phones ring. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Speech speech;

    SpokenBefore(Speech speech) {
        this.speech = speech;
    }

    /** Tells which texts can't be spoken. Nothing is spoken, and nothing wrong, where there is no voice at all. */
    CompletableFuture<List<Problem>> prepare(Campaign campaign, ResourceBook book) {
        if (campaign.type() != CampaignType.CALL || !speech.hasVoice()) {
            return CompletableFuture.completedFuture(List.of());
        }
        var spoken = new ArrayList<CompletableFuture<Optional<Problem>>>();
        new WholeFlow(campaign, book).forEach((number, type, action) -> {
            if (type == ActionType.TALK && isSame(text(action))) {
                var problem = Problem.error("start.text_not_spoken", campaign.name(), number, action.type());
                spoken.add(speak(text(action), action.options().text("language", ""), problem));
            }
        });
        var message = campaign.options().compliance().abandonMessage();
        if (isSame(message)) {
            spoken.add(speak(message, "", Problem.error("start.message_not_spoken", campaign.name())));
        }
        return CompletableFuture.allOf(spoken.toArray(CompletableFuture[]::new))
                .thenApply(_ ->
                        spoken.stream().flatMap(text -> text.join().stream()).toList())
                .completeOnTimeout(List.of(), LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static String text(Action action) {
        return action.options().text("text", "");
    }

    /** The same for every caller. */
    private static boolean isSame(String text) {
        return !text.isBlank() && !text.contains("${");
    }

    private CompletableFuture<Optional<Problem>> speak(String text, String language, Problem otherwise) {
        return speech.address(Utterance.of(text, language))
                .handle((_, failure) -> failure == null ? Optional.empty() : Optional.of(otherwise));
    }
}
