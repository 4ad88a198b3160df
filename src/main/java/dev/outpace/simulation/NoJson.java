package dev.outpace.simulation;

import dev.outpace.model.Json;
import dev.outpace.model.JsonText;

/** The targets of the laboratory have no data to read. */
final class NoJson implements JsonText {
    @Override
    public String write(Json value) {
        throw new UnsupportedOperationException("nothing is written in the laboratory");
    }

    @Override
    public Json read(String text) {
        throw new IllegalArgumentException("no JSON");
    }
}
