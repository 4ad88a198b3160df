package dev.outpace.model;

import java.time.LocalDate;
import java.util.List;

/**
 * A day on which other calling hours hold.
 *
 * @param regions where: countries, or states of the US and Canada ({@code US-FL}); empty for everywhere
 * @param name may be empty
 */
public record Holiday(LocalDate date, List<String> regions, String name) {
    public Holiday {
        regions = List.copyOf(regions);
    }

    /** Whether it is one in a region. A country's holidays are those of its states; nothing is a holiday of an unknown region but what is one everywhere. */
    public boolean isIn(String region) {
        return regions.isEmpty()
                || regions.stream().anyMatch(own -> region.equals(own) || region.startsWith(own + '-'));
    }
}
