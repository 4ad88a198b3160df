package dev.outpace.simulation;

import dev.outpace.telephony.simulated.Person;
import java.util.List;

/**
 * A day that really was: its people, its agents' hours, and what came of it, to be run again under another policy. The n-th
 * dial of a campaign meets the n-th person that it met on that day; where another policy dials more often, it begins with the first
 * again.
 *
 * @param scenario its agents, campaigns and settings
 * @param people whom each campaign met, in order
 * @param shifts when each campaign called
 * @param result what came of it, by the rules of a simulated day
 */
public record RecordedDay(Scenario scenario, List<List<Person>> people, List<Shift> shifts, DayResult result) {
    public RecordedDay {
        people = people.stream().map(List::copyOf).toList();
        shifts = List.copyOf(shifts);
    }

    /** From its first to its last call, in seconds of the day. */
    public record Shift(double from, double until) {}

    Person person(int campaign, long ordinal) {
        var met = people.get(campaign);
        return met.get((int) ((ordinal - 1) % met.size()));
    }
}
