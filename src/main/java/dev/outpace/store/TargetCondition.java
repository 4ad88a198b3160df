package dev.outpace.store;

import dev.outpace.model.LastResult;
import dev.outpace.model.Outplan;
import dev.outpace.model.TargetConditions;
import dev.outpace.model.TargetFilter;
import dev.outpace.model.TargetFilter.Group;
import dev.outpace.model.TargetFilter.Result;
import dev.outpace.model.TargetStanding;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A filter as an SQL condition on rows of targets, with its values in order. */
final class TargetCondition {
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();
    private final Set<TargetState> states;

    private TargetCondition(Set<TargetState> states) {
        this.states = states;
    }

    /** @param connection reads what standings depend on */
    static TargetCondition of(TargetFilter filter, RulesNow rules, Connection connection) throws SQLException {
        var wanted = filter.conditions();
        var condition = new TargetCondition(EnumSet.copyOf(states(filter)));
        condition.add(group(filter.group()));
        condition.add(result(filter.result()));
        condition.text(filter.text());
        if (!wanted.standings().isEmpty()) {
            condition.sql.append(" and ");
            condition.standing(rules.now(), rules.closed(connection));
            condition.sql.append(" in (").append(words(wanted.standings())).append(')');
        }
        condition.results(wanted.results());
        condition.routing(wanted);
        condition.tries(wanted);
        condition.nextTry(wanted);
        return condition;
    }

    /** The states that may have targets of a filter; none for a contradiction. */
    private static List<TargetState> states(TargetFilter filter) {
        return Arrays.stream(TargetState.values())
                .filter(state -> state != TargetState.IMPORTING)
                .filter(state -> !Collections.disjoint(
                        standings(state), filter.conditions().possible()))
                .toList();
    }

    private static Set<TargetStanding> standings(TargetState state) {
        return switch (state) {
            case HELD ->
                EnumSet.of(
                        TargetStanding.OUTSIDE_HOURS,
                        TargetStanding.LIMIT,
                        TargetStanding.NEW,
                        TargetStanding.RETRY_DUE);
            case RETRY, RETRY_OR_AGENT ->
                EnumSet.of(TargetStanding.LATER, TargetStanding.RETRY_DUE, TargetStanding.OUTSIDE_HOURS);
            case FRESH -> EnumSet.of(TargetStanding.NEW, TargetStanding.OUTSIDE_HOURS);
            case PROGRESSING -> EnumSet.of(TargetStanding.IN_CALL);
            case DONE -> EnumSet.of(TargetStanding.DONE, TargetStanding.EXHAUSTED);
            case NOT_CALLABLE -> EnumSet.of(TargetStanding.BARRED);
            case BARRED -> EnumSet.of(TargetStanding.DO_NOT_CALL, TargetStanding.BARRED);
            case IMPORTING -> EnumSet.noneOf(TargetStanding.class);
        };
    }

    /** Begins with "and", so that it goes on from a condition. */
    String sql() {
        return sql.toString();
    }

    boolean mayBeIn(TargetState state) {
        return states.contains(state);
    }

    /** @return the place of the next parameter */
    int set(PreparedStatement statement, int from) throws SQLException {
        int place = from;
        for (var value : values) {
            statement.setObject(place++, value);
        }
        return place;
    }

    private void add(String condition, Object... bound) {
        sql.append(condition);
        values.addAll(List.of(bound));
    }

    private static String group(Group group) {
        return switch (group) {
            case ALL -> "";
            case IDLE ->
                " and "
                        + TargetState.oneOf(
                                TargetState.HELD, TargetState.RETRY_OR_AGENT, TargetState.FRESH, TargetState.RETRY);
            case PROGRESSING -> " and " + TargetState.oneOf(TargetState.PROGRESSING);
            case DONE -> " and " + TargetState.oneOf(TargetState.DONE);
            case NOT_CALLABLE -> " and " + TargetState.oneOf(TargetState.NOT_CALLABLE, TargetState.BARRED);
        };
    }

    private static String result(Result result) {
        return switch (result) {
            case ANY -> "";
            case NONE -> " and last_result is null";
            case SUCCESS -> " and last_result = 'NORMAL'";
            case FAIL -> " and last_result <> 'NORMAL'";
        };
    }

    private void text(String wanted) {
        if (wanted.isBlank()) {
            return;
        }
        var text = like(wanted);
        var digits = wanted.replaceAll("[^0-9+@a-zA-Z.]", "");
        var number = digits.isEmpty() ? text : like(digits);
        add(" and (lower(name) like ? escape '!'", text.toLowerCase(Locale.ROOT));
        for (int i = 0; i < Outplan.DESTINATIONS; i++) {
            add(" or number_" + i + " like ? escape '!'", number);
        }
        add(")");
    }

    static String like(String text) {
        return "%" + text.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    /** What calling hours close is known by the class of hours alone, so no row changes with the time of the day. */
    void standing(Instant now, List<Integer> closed) {
        add("case when state = " + TargetState.PROGRESSING.code + then(TargetStanding.IN_CALL));
        add(" when state = " + TargetState.DONE.code + " and last_result = 'NORMAL'" + then(TargetStanding.DONE));
        add(" when state = " + TargetState.DONE.code + then(TargetStanding.EXHAUSTED));
        add(" when state = " + TargetState.BARRED.code + " and held_by = " + RuleKind.DO_NOT_CALL.code
                + then(TargetStanding.DO_NOT_CALL));
        add(" when state >= " + TargetState.NOT_CALLABLE.code + then(TargetStanding.BARRED));
        long moment = Columns.micros(now);
        add(
                " when state = " + TargetState.HELD.code + " and held_by <> " + RuleKind.HOURS.code
                        + " and next_try_at > ?" + then(TargetStanding.LIMIT),
                moment);
        add(
                " when state = " + TargetState.HELD.code + " and next_try_at > ?" + then(TargetStanding.OUTSIDE_HOURS),
                moment);
        waiting(moment, closed);
        add(" when state = " + TargetState.FRESH.code + " or (state = " + TargetState.HELD.code
                + " and last_result is null)" + then(TargetStanding.NEW));
        add(" else " + word(TargetStanding.RETRY_DUE) + " end");
    }

    /** The same for fresh targets and retries alone, from columns of one index. */
    void standingOfWaiting(Instant now, List<Integer> closed) {
        add("case when false" + then(TargetStanding.IN_CALL));
        waiting(Columns.micros(now), closed);
        add(" when state = " + TargetState.FRESH.code + then(TargetStanding.NEW));
        add(" else " + word(TargetStanding.RETRY_DUE) + " end");
    }

    private void waiting(long now, List<Integer> closed) {
        add(" when next_try_at > ?" + then(TargetStanding.LATER), now);
        if (!closed.isEmpty()) {
            add(" when class in ("
                    + closed.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")"
                    + then(TargetStanding.OUTSIDE_HOURS));
        }
    }

    /** A condition that says nothing yet. */
    static TargetCondition empty() {
        return new TargetCondition(EnumSet.noneOf(TargetState.class));
    }

    private static String then(TargetStanding standing) {
        return " then " + word(standing);
    }

    private static String word(TargetStanding standing) {
        return "'" + standing.name() + "'";
    }

    private static String words(Set<TargetStanding> standings) {
        return standings.stream().map(TargetCondition::word).collect(Collectors.joining(", "));
    }

    private void results(Set<LastResult> results) {
        if (results.isEmpty()) {
            return;
        }
        var causes = results.stream()
                .flatMap(result -> result.causes().stream())
                .map(cause -> "'" + cause.name() + "'")
                .collect(Collectors.joining(", "));
        var called = causes.isEmpty() ? "" : "last_result in (" + causes + ")";
        var never = results.contains(LastResult.NONE) ? "last_result is null" : "";
        add(" and (" + called + (called.isEmpty() || never.isEmpty() ? "" : " or ") + never + ")");
    }

    private void routing(TargetConditions wanted) {
        if (!wanted.number().isEmpty()) {
            var digits = "%" + wanted.number() + "%";
            add(" and (number_0 like ?", digits);
            for (int i = 1; i < Outplan.DESTINATIONS; i++) {
                add(" or number_" + i + " like ?", digits);
            }
            add(")");
        }
        if (!wanted.zone().isEmpty()) {
            add(" and zone = ?", wanted.zone());
        }
        if (!wanted.region().isEmpty()) {
            add(" and region = ?", wanted.region());
        }
        var priority = wanted.priority();
        if (priority != null) {
            add(" and priority = ?", priority);
        }
    }

    private void tries(TargetConditions wanted) {
        var all = " and tries_0 + tries_1 + tries_2 + tries_3 + tries_4";
        if (wanted.triesFrom() > 0) {
            add(all + " >= ?", wanted.triesFrom());
        }
        if (wanted.triesTo() < Integer.MAX_VALUE) {
            add(all + " <= ?", wanted.triesTo());
        }
    }

    private void nextTry(TargetConditions wanted) {
        var from = wanted.nextFrom();
        var to = wanted.nextTo();
        if (from != null || to != null) {
            add(" and " + TargetState.oneOf(TargetState.RETRY, TargetState.RETRY_OR_AGENT, TargetState.HELD));
        }
        if (from != null) {
            add(" and next_try_at >= ?", Columns.micros(from));
        }
        if (to != null) {
            add(" and next_try_at < ?", Columns.micros(to));
        }
    }
}
