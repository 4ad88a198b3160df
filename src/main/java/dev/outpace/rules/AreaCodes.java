package dev.outpace.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Regions of the area codes of country calling code 1, from a table whose first lines say of when and whom it is. */
final class AreaCodes {
    private static final String TABLE = "area-codes.csv";

    private final Map<String, String> regions = new HashMap<>();
    private final Map<String, Set<ZoneId>> zones = new HashMap<>();

    AreaCodes() {
        try (var in = Objects.requireNonNull(AreaCodes.class.getResourceAsStream(TABLE));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                var parts = line.split(",", -1);
                regions.put(parts[0], parts[1]);
                if (parts.length > 2) {
                    zones.put(
                            parts[0],
                            Arrays.stream(parts[2].split(" ", -1))
                                    .map(ZoneId::of)
                                    .collect(Collectors.toUnmodifiableSet()));
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Country, or state or province, of an area code of three digits. */
    Optional<String> region(String areaCode) {
        return Optional.ofNullable(regions.get(areaCode));
    }

    /** All zones of an area code whose exchanges are in several; empty for one that lies in one zone, or that is unknown. */
    Set<ZoneId> zones(String areaCode) {
        return zones.getOrDefault(areaCode, Set.of());
    }
}
