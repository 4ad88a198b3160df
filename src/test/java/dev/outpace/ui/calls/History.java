package dev.outpace.ui.calls;

import dev.outpace.model.Address;
import dev.outpace.model.CallFilter;
import dev.outpace.model.CallPage;
import dev.outpace.model.CallStatus;
import dev.outpace.model.CallStep;
import dev.outpace.model.CallStep.Kind;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.EndCause;
import dev.outpace.model.Ids;
import dev.outpace.ui.live.Facts;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.Explanation;
import dev.outpace.workspace.Explanation.Part;
import dev.outpace.workspace.RecordedFile;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Calls in memory, which a test adds to; the call of number n is handed in and out by n. Answers wait while held back. */
final class History implements CallSource {

    private final List<CampaignCall> calls = new ArrayList<>();
    private final Map<UUID, List<CallStep>> steps = new HashMap<>();
    private final List<Runnable> heldBack = new ArrayList<>();
    final List<RecordedFile> recordings = new ArrayList<>();
    private boolean holding;
    int pagesRead;

    /** Places calls of the numbers up to {@code last}, all of them failed. */
    History upTo(int last) {
        var campaign = Facts.campaign(1, "Spring renewal 2026", Ids.NIL, Ids.NIL, Ids.NIL);
        while (calls.size() < last) {
            add(Facts.call(calls.size() + 1, campaign).ended(EndCause.BUSY, Facts.NOW));
        }
        return this;
    }

    void add(CampaignCall call) {
        calls.add(call);
    }

    void replace(CampaignCall call) {
        calls.replaceAll(known -> known.id().equals(call.id()) ? call : known);
    }

    List<CampaignCall> inProgress() {
        return calls.stream().filter(call -> call.status() != CallStatus.DONE).toList();
    }

    @Override
    public List<RecordedFile> recordings(UUID callId) {
        return recordings.stream().filter(file -> file.callId().equals(callId)).toList();
    }

    @Override
    public InputStream open(RecordedFile recording) {
        return InputStream.nullInputStream();
    }

    @Override
    public Answer save(RecordedFile recording, Path target) {
        return new Answer.Done(List.of());
    }

    CampaignCall first() {
        return calls.getFirst();
    }

    CampaignCall newestSuccess() {
        return calls.reversed().stream()
                .filter(call -> call.cause() == EndCause.NORMAL)
                .findFirst()
                .orElseThrow();
    }

    void hold() {
        holding = true;
    }

    void release() {
        holding = false;
        var waiting = List.copyOf(heldBack);
        heldBack.clear();
        waiting.forEach(Runnable::run);
    }

    private <T> CompletableFuture<T> answer(Supplier<T> read) {
        var future = new CompletableFuture<T>();
        Runnable complete = () -> future.complete(read.get());
        if (holding) {
            heldBack.add(complete);
        } else {
            complete.run();
        }
        return future;
    }

    private static boolean fits(CampaignCall call, CallFilter filter) {
        return (filter.campaignId() == null || filter.campaignId().equals(call.campaignId()))
                && (filter.causes().isEmpty()
                        || filter.causes().stream().anyMatch(cause -> cause == call.cause())
                        || (filter.isOfAbandoned() && call.takenLate()))
                && call.targetName().contains(filter.text());
    }

    @Override
    public CompletableFuture<CallPage> page(CallFilter filter, long before, int size) {
        pagesRead++;
        return answer(() -> {
            var found = new ArrayList<CampaignCall>();
            long start = before == 0 ? calls.size() + 1L : before;
            long last = 0;
            for (int number = (int) start - 1; number > 0; number--) {
                var call = calls.get(number - 1);
                if (found.size() < size && fits(call, filter)) {
                    found.add(call);
                    last = number;
                }
            }
            return new CallPage(found, start, found.size() < size ? 0 : last);
        });
    }

    @Override
    public CompletableFuture<Integer> countNewer(CallFilter filter, long start) {
        return answer(() -> (int) calls.subList(Math.max(0, (int) start - 1), calls.size()).stream()
                .filter(call -> fits(call, filter))
                .count());
    }

    @Override
    public CompletableFuture<List<CampaignCall>> calls(Collection<UUID> ids) {
        return answer(
                () -> calls.stream().filter(call -> ids.contains(call.id())).toList());
    }

    @Override
    public CompletableFuture<List<CallStep>> steps(UUID callId) {
        return answer(() -> steps.getOrDefault(callId, List.of()));
    }

    /** A history like that of a morning: every kind of end, the newest calls in progress. */
    static History morning(List<Campaign> campaigns, UUID queue, UUID agent) {
        var history = new History();
        var causes = List.of(
                EndCause.NO_ANSWER,
                EndCause.NORMAL,
                EndCause.BUSY,
                EndCause.NORMAL,
                EndCause.NORMAL,
                EndCause.ABANDONED,
                EndCause.BAD_NUMBER,
                EndCause.NO_ANSWER,
                EndCause.REJECTED,
                EndCause.INTERRUPTED,
                EndCause.LOST,
                EndCause.NOT_PLACED);
        for (int i = 0; i < 60; i++) {
            var placed = Facts.NOW.minusSeconds(900 - 15L * i);
            var cause = i < 56 ? causes.get(i % causes.size()) : null;
            history.add(call(i, placed, campaigns.get(i % campaigns.size()), queue, agent, cause));
        }
        return history;
    }

    private static CampaignCall call(
            int number, Instant placed, Campaign campaign, UUID queue, UUID agent, @Nullable EndCause cause) {
        var names = List.of("Ilse Hartmann", "Marcus Oyelaran", "Jonas Lindgren", "Rosa Delgado", "Samuel Whitford");
        var blank = Facts.call(number + 1, campaign);
        var call = new CampaignCall(
                blank.id(),
                blank.campaignId(),
                blank.outplanId(),
                blank.outdialId(),
                blank.outdialTargetId(),
                queue,
                blank.referenceType(),
                names.get(number % names.size()),
                Address.tel("+12125550100"),
                Address.tel("+121255501" + (10 + number)),
                number % 7 == 3 ? 1 : 0,
                1 + number % 3,
                blank.status(),
                blank.result(),
                null,
                placed,
                null,
                null,
                null,
                null,
                Ids.NIL);
        boolean talks = cause == EndCause.NORMAL || (cause == null && number % 2 == 0);
        if (talks || cause == EndCause.ABANDONED) {
            call = call.answered(placed.plusSeconds(7)).queued(queue, placed.plusSeconds(11));
        }
        if (talks) {
            call = call.connected(agent, placed.plusSeconds(14));
        }
        return cause == null ? call : call.ended(cause, placed.plusSeconds(talks ? 96 : 21));
    }

    /** What happens in a call that ends well. */
    void tellLife(CampaignCall call, UUID queue, UUID agent) {
        var at = call.createdAt();
        steps.put(
                call.id(),
                List.of(
                        step(call, at, Kind.ORDERED, "+12125550123"),
                        step(call, at.plusSeconds(2), Kind.RINGING, ""),
                        step(call, at.plusSeconds(7), Kind.ANSWERED, ""),
                        step(call, at.plusSeconds(7), Kind.ACTION, "answer"),
                        step(call, at.plusSeconds(7), Kind.ACTION_SKIPPED, "play flow.skipped.not_possible"),
                        step(call, at.plusSeconds(7), Kind.ACTION, "talk"),
                        step(call, at.plusSeconds(11), Kind.QUEUE_JOINED, queue.toString()),
                        step(call, at.plusSeconds(12), Kind.AGENT_RINGING, agent.toString()),
                        step(call, at.plusSeconds(14), Kind.AGENT_CONNECTED, agent.toString()),
                        step(call, at.plusSeconds(96), Kind.ENDED, "NORMAL")));
    }

    private static CallStep step(CampaignCall call, Instant at, Kind kind, String text) {
        return new CallStep(call.id(), at, kind, Ids.NIL, text);
    }

    @Override
    public Explanation explain(UUID callId) {
        var at = calls.stream()
                .filter(call -> call.id().equals(callId))
                .findFirst()
                .orElseThrow()
                .createdAt();
        return new Explanation.Told(List.of(
                new Explanation.Line(7, at.minusSeconds(2), Part.BEFORE, "Mina Okafor is available"),
                new Explanation.Line(9, at, Part.DECISION, "1 available > 0 dialing \u00d7 100 %: dialing"),
                new Explanation.Line(12, at.plusSeconds(4), Part.CALL, "the phone rings")));
    }
}
