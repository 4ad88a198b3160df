package dev.outpace.workspace;

import dev.outpace.flow.ActionType;
import dev.outpace.model.Action;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignType;
import dev.outpace.model.Ids;
import dev.outpace.model.Problem;
import dev.outpace.model.ResourceBook;
import dev.outpace.speech.Speech;
import dev.outpace.speech.Utterance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
        speak(campaign, book, new HashSet<>(), campaign.name(), spoken);
        var message = campaign.options().compliance().abandonMessage();
        if (isSame(message)) {
            spoken.add(speak(message, "", Problem.error("start.message_not_spoken", campaign.name())));
        }
        return CompletableFuture.allOf(spoken.toArray(CompletableFuture[]::new))
                .thenApply(_ ->
                        spoken.stream().flatMap(text -> text.join().stream()).toList())
                .completeOnTimeout(List.of(), LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Also the flows that a flow fetches. */
    private void speak(
            Campaign flow,
            ResourceBook book,
            Set<UUID> seen,
            String campaign,
            List<CompletableFuture<Optional<Problem>>> spoken) {
        if (!seen.add(flow.id())) {
            return;
        }
        var actions = flow.actions();
        for (int at = 0; at < actions.size(); at++) {
            var action = actions.get(at);
            var type = ActionType.of(action.type()).orElse(null);
            if (type == ActionType.TALK && isSame(text(action))) {
                var problem = Problem.error("start.text_not_spoken", campaign, at + 1, action.type());
                spoken.add(speak(text(action), action.options().text("language", ""), problem));
            } else if (type == ActionType.FETCH_FLOW) {
                Ids.parse(action.options().text("flow_id", ""))
                        .map(book::campaign)
                        .ifPresent(nested -> speak(nested, book, seen, campaign, spoken));
            }
        }
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
