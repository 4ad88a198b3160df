package dev.outpace.simulation;

import dev.outpace.model.Json;
import dev.outpace.model.JsonText;

/** Refuses all JSON: the targets of the laboratory have no data. */
final class NoJson implements JsonText {
    @Override
    public String write(Json value) {
        throw new UnsupportedOperationException("the laboratory writes no JSON");
    }

    @Override
    public Json read(String text) {
        throw new IllegalArgumentException("the laboratory reads no JSON");
    }
}
