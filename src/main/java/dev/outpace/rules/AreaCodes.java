package dev.outpace.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Regions of the area codes of country calling code 1, from a table whose first lines say of when and whom it is. */
final class AreaCodes {
    private static final String TABLE = "area-codes.csv";

    private final Map<String, String> regions;

    AreaCodes() {
        try (var in = Objects.requireNonNull(AreaCodes.class.getResourceAsStream(TABLE));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            regions = lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .collect(Collectors.toUnmodifiableMap(parts -> parts[0], parts -> parts[1]));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Country, or state or province, of an area code of three digits. */
    Optional<String> region(String areaCode) {
        return Optional.ofNullable(regions.get(areaCode));
    }
}
