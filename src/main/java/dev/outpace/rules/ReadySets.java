package dev.outpace.rules;

import dev.outpace.model.FilePlace;
import dev.outpace.model.Json;
import dev.outpace.model.JsonText;
import dev.outpace.model.RuleFields;
import dev.outpace.model.RuleSet;
import dev.outpace.model.Stamps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sets of rules to begin with, to be copied and edited. Each tells the day of its facts, and none is advice on law. */
public final class ReadySets {
    private final JsonText json;

    public ReadySets(JsonText json) {
        this.json = json;
    }

    /** In the order in which they are offered. */
    public List<String> names() {
        return List.of("us-federal", "us-states", "uk", "france", "spain", "italy", "germany", "canada");
    }

    /** A set-up with one set, as files have it. */
    public Json.Obj setUp(String name) {
        if (!names().contains(name)) {
            throw new IllegalArgumentException("no ready set " + name);
        }
        return json.read(text(name)) instanceof Json.Obj setUp ? setUp : Json.Obj.EMPTY;
    }

    /** Read anew each time; the id is that of the file, always the same. */
    public RuleSet set(String name) {
        if (setUp(name).get("rules") instanceof Json.Array(var sets) && sets.getFirst() instanceof Json.Obj set) {
            return new RuleFields(set, FilePlace.whole(name), problem -> {
                        throw new IllegalStateException(problem.code() + " at " + problem.place());
                    })
                    .ruleSet(id -> id, Stamps.NONE);
        }
        throw new IllegalStateException("no rules in " + name);
    }

    /** The same as text, as it is imported. */
    public String text(String name) {
        try (var in = ReadySets.class.getResourceAsStream("ready/" + name + ".json")) {
            if (in == null) {
                throw new IllegalStateException("the ready set is missing: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
