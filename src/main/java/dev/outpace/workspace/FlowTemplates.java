package dev.outpace.workspace;

import dev.outpace.model.Action;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Flows to begin with, in the shape of files. Titles and descriptions stand in the texts as {@code template.<name>.title} and
 * {@code .text}.
 */
public final class FlowTemplates {
    private static final String FOLDER = "/dev/outpace/assets/flows/";

    private final FlowText text = new FlowText();

    /** In the order in which they are offered. */
    public List<String> names() {
        return List.of(
                "greeting-to-queue",
                "press-1-to-agent",
                "voicemail-aware",
                "after-hours",
                "appointment-confirm",
                "payment-reminder",
                "survey-three-questions");
    }

    /** Read anew each time; the ids are those of the file, always the same. */
    public List<Action> actions(String name) {
        var read = text.read(json(name));
        if (read.refused()) {
            throw new IllegalStateException(name + ": " + new ProblemWords().lines(read.problems()));
        }
        return read.actions();
    }

    private static String json(String name) {
        try (var in = FlowTemplates.class.getResourceAsStream(FOLDER + name + ".json")) {
            if (in == null) {
                throw new IllegalArgumentException("no template " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
