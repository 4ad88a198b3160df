package dev.outpace.simulation;

import dev.outpace.telephony.simulated.Person;
import java.util.List;

/**
 * A real day, prepared to be run again under another policy: its people, the agents' hours, and its result. The n-th dial of a
 * campaign meets the n-th person of that day. If another policy dials more often, it starts again with the first person.
 *
 * @param scenario the day's agents, campaigns and settings
 * @param people whom each campaign called, in order
 * @param shifts when each campaign was running
 * @param result the day's figures, counted like those of a simulated day
 */
public record RecordedDay(Scenario scenario, List<List<Person>> people, List<Shift> shifts, DayResult result) {
    public RecordedDay {
        people = people.stream().map(List::copyOf).toList();
        shifts = List.copyOf(shifts);
    }

    /** From a campaign's first call to its last, in seconds since the day began. */
    public record Shift(double from, double until) {}

    Person person(int campaign, long ordinal) {
        var met = people.get(campaign);
        return met.get((int) ((ordinal - 1) % met.size()));
    }
}
