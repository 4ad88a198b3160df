package dev.outpace.ui.rules;

import dev.outpace.model.CallWindow;
import dev.outpace.model.WeekHours;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Calling hours while they are edited. Windows of a day are in order, and those that meet become one; so an edit tells at which place
 * of its day the edited window stands afterwards.
 */
final class WeekPlan {
    /** Minutes by which keys move a window. */
    static final int STEP = 15;

    private static final int NEW_LENGTH = 2 * 60;
    /** Where a new window is looked for first. */
    private static final int MORNING = 9 * 60;

    /** Rows of holidays and eves that are missing are as the weekday. */
    private final Map<PlanDay, List<CallWindow>> windows = new EnumMap<>(PlanDay.class);

    private WeekPlan() {}

    static WeekPlan of(WeekHours hours) {
        var plan = new WeekPlan();
        for (var day : PlanDay.values()) {
            if (day.weekday != null) {
                plan.windows.put(day, hours.on(day.weekday));
            }
        }
        if (hours.holiday() != null) {
            plan.windows.put(PlanDay.HOLIDAY, hours.holiday());
        }
        if (hours.eve() != null) {
            plan.windows.put(PlanDay.EVE, hours.eve());
        }
        return plan;
    }

    WeekHours hours() {
        var days = new EnumMap<DayOfWeek, List<CallWindow>>(DayOfWeek.class);
        windows.forEach((day, those) -> {
            if (day.weekday != null) {
                days.put(day.weekday, those);
            }
        });
        return new WeekHours(days, windows.get(PlanDay.HOLIDAY), windows.get(PlanDay.EVE));
    }

    List<CallWindow> on(PlanDay day) {
        return windows.getOrDefault(day, List.of());
    }

    /** Whether the row has windows of its own, or is as the weekday. */
    boolean isOwn(PlanDay day) {
        return windows.containsKey(day);
    }

    /** @param own false lets a row of holidays or eves be as the weekday */
    void setOwn(PlanDay day, boolean own) {
        if (own) {
            windows.putIfAbsent(day, List.of());
        } else if (day.weekday == null) {
            windows.remove(day);
        }
    }

    /** Puts another window in the place of one. */
    int put(PlanDay day, int index, CallWindow window) {
        var those = new ArrayList<>(on(day));
        those.set(index, window);
        return merge(day, those, window);
    }

    /** Adds a window where there is room, in the morning if it can be. The place is -1 where there is none or the day is full. */
    int add(PlanDay day) {
        var those = new ArrayList<>(on(day));
        if (those.size() >= WeekHours.MOST_WINDOWS) {
            return -1;
        }
        for (int i = 0; i < CallWindow.DAY; i += STEP) {
            int from = (MORNING + i) % CallWindow.DAY;
            int length = Math.min(NEW_LENGTH, roomFrom(those, from));
            if (length >= STEP) {
                var window = new CallWindow(from, from + length);
                those.add(window);
                return merge(day, those, window);
            }
        }
        return -1;
    }

    /** Minutes from a moment to the next window or the end of the day, less the step that keeps the two apart; 0 within a window. */
    private static int roomFrom(List<CallWindow> those, int from) {
        int room = CallWindow.DAY - from;
        for (var window : those) {
            if (window.from() <= from && from <= window.end()) {
                return 0;
            }
            if (window.from() > from) {
                room = Math.min(room, window.from() - from - STEP);
            }
        }
        return room;
    }

    void remove(PlanDay day, int index) {
        var those = new ArrayList<>(on(day));
        those.remove(index);
        windows.put(day, List.copyOf(those));
    }

    void copy(PlanDay from, Collection<PlanDay> to) {
        var those = on(from);
        to.forEach(day -> windows.put(day, those));
    }

    /** Moves a window within its day; one that passes midnight stays one that does. */
    int move(PlanDay day, int index, int minutes) {
        var window = on(day).get(index);
        int length = window.end() - window.from();
        boolean passes = window.end() > CallWindow.DAY;
        int least = passes ? CallWindow.DAY - length + STEP : 0;
        int most = passes ? CallWindow.DAY - STEP : CallWindow.DAY - length;
        int from = Math.clamp(window.from() + (long) minutes, Math.min(least, most), most);
        return put(day, index, between(from, from + length));
    }

    int moveEnd(PlanDay day, int index, int minutes) {
        var window = on(day).get(index);
        int end = Math.clamp(window.end() + (long) minutes, window.from() + STEP, window.from() + CallWindow.DAY);
        return put(day, index, between(window.from(), end));
    }

    int moveStart(PlanDay day, int index, int minutes) {
        var window = on(day).get(index);
        int last = Math.min(window.end(), CallWindow.DAY) - STEP;
        int first = Math.max(0, window.end() - CallWindow.DAY);
        int from = Math.clamp(window.from() + (long) minutes, Math.min(first, last), last);
        return put(day, index, between(from, window.end()));
    }

    private static CallWindow between(int from, int end) {
        return new CallWindow(from, end > CallWindow.DAY ? end - CallWindow.DAY : end);
    }

    private int merge(PlanDay day, List<CallWindow> those, CallWindow edited) {
        those.sort(null);
        var merged = new ArrayList<CallWindow>();
        int place = 0;
        for (var window : those) {
            var last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && window.from() <= last.end()) {
                int end = Math.min(Math.max(last.end(), window.end()), last.from() + CallWindow.DAY);
                merged.set(merged.size() - 1, between(last.from(), end));
            } else {
                merged.add(window);
            }
            if (Objects.equals(window, edited)) {
                place = merged.size() - 1;
            }
        }
        windows.put(day, List.copyOf(merged));
        return place;
    }
}
