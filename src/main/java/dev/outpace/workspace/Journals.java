package dev.outpace.workspace;

import dev.outpace.journal.CallStory;
import dev.outpace.journal.JournalException;
import dev.outpace.journal.JournalFolder;
import dev.outpace.journal.JournalSession;
import dev.outpace.journal.RecordedCalls;
import dev.outpace.journal.Replay;
import dev.outpace.model.JsonText;
import dev.outpace.model.Problem;
import dev.outpace.simulation.RecordedDay;
import dev.outpace.whatif.RecordedDays;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The journals of a workspace, whether it is open or not; they are only read. Takes as long as reading takes. */
public final class Journals {
    private static final Logger LOG = LoggerFactory.getLogger(Journals.class);
    private static final int VERSION_WITH_TIME = 7;

    private final JournalFolder folder;
    private final JsonText json;

    public Journals(Path workspace, JsonText json) {
        this.folder = JournalFolder.of(workspace);
        this.json = json;
    }

    /** In UTC, oldest first. */
    public List<LocalDate> days() throws IOException {
        return folder.days();
    }

    /**
     * Runs each opening of a day again.
     *
     * @param told of each when it is done
     * @throws JournalException if a file can't be read
     */
    public void replay(LocalDate day, Consumer<Replay.Result> told) throws IOException {
        for (var session : folder.sessions(day)) {
            told.accept(Replay.run(session, json, Replay.Watcher.NONE));
        }
    }

    /**
     * The people and agents of each opening of a day in which somebody was called, to be run under other policies.
     *
     * @throws JournalException if a file can't be read
     */
    public List<RecordedDay> recorded(LocalDate day) throws IOException {
        var recorded = new ArrayList<RecordedDay>();
        for (var session : folder.sessions(day)) {
            new RecordedDays(RecordedCalls.of(session), session.name()).day().ifPresent(recorded::add);
        }
        return recorded;
    }

    /** What led to a call and what came of it. */
    public Explanation explain(UUID callId) {
        try {
            var placedAt = placedAt(callId);
            if (placedAt.isEmpty()) {
                return untold("journal.call_unknown", callId);
            }
            var day = LocalDate.ofInstant(placedAt.get(), ZoneOffset.UTC);
            if (!folder.days().contains(day)) {
                return untold("journal.not_kept", day);
            }
            var sessions = folder.sessions(day);
            for (var session : sessions.reversed()) {
                var story = story(session, callId, placedAt.get());
                if (story.isPresent()) {
                    return new Explanation.Told(lines(story.get()));
                }
            }
            return untold("journal.call_unknown", callId);
        } catch (JournalException unreadable) {
            return new Explanation.Untold(unreadable.problem());
        } catch (IOException failure) {
            LOG.error("The journal can't be read", failure);
            return untold("file.unreadable", String.valueOf(failure.getMessage()));
        }
    }

    private Optional<CallStory> story(JournalSession session, UUID callId, Instant placedAt) throws IOException {
        // The id has whole milliseconds, and a session of less may have begun within this one.
        return session.from().isAfter(placedAt.plusMillis(1)) ? Optional.empty() : CallStory.of(callId, session, json);
    }

    private static Explanation untold(String code, Object subject) {
        return new Explanation.Untold(Problem.error(code, "", subject.toString()));
    }

    /** The engine's ids begin with the moment in which the call was placed. */
    private static Optional<Instant> placedAt(UUID callId) {
        return callId.version() == VERSION_WITH_TIME
                ? Optional.of(Instant.ofEpochMilli(callId.getMostSignificantBits() >>> 16))
                : Optional.empty();
    }

    private static List<Explanation.Line> lines(CallStory story) {
        var inputs = new InputSentences(story.book());
        var decisions = new DecisionSentences(ZoneId.systemDefault());
        var lines = new ArrayList<Explanation.Line>();
        var held = story.held();
        if (held != null) {
            lines.add(new Explanation.Line(
                    story.sequence(), held.snapshot().at(), Explanation.Part.HELD, decisions.of(held)));
        }
        for (var input : story.before()) {
            lines.add(line(input, Explanation.Part.BEFORE, inputs));
        }
        lines.sort(Comparator.comparing(Explanation.Line::at));
        var decision = story.decision();
        lines.add(new Explanation.Line(
                story.sequence(), decision.snapshot().at(), Explanation.Part.DECISION, decisions.of(decision)));
        for (var input : story.after()) {
            lines.add(line(input, Explanation.Part.CALL, inputs));
        }
        return lines;
    }

    private static Explanation.Line line(CallStory.Input input, Explanation.Part part, InputSentences sentences) {
        return new Explanation.Line(input.sequence(), input.moment().wall(), part, sentences.of(input));
    }
}
