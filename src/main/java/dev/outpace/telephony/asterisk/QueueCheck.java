package dev.outpace.telephony.asterisk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Looks whether those of Asterisk's own queues that the workspace uses are there, and set so that limits and rings are kept. */
final class QueueCheck {
    private static final String FILE = "queues.conf";
    private static final String NAME = "queues";

    /** A setting, what it should be, and what it is where nothing is written. */
    private record Wanted(String setting, String value, String usual) {
        boolean isMet(String written) {
            var now = written.isEmpty() ? usual : written.toLowerCase(Locale.ROOT);
            return switch (value) {
                case "yes" -> YES.contains(now);
                case "no" -> !YES.contains(now);
                default -> now.equals(value);
            };
        }
    }

    private static final Set<String> YES = Set.of("yes", "true", "on", "1", "y", "t");

    private static final List<Wanted> WANTED = List.of(
            new Wanted("timeoutpriority", "conf", "app"),
            new Wanted("retry", "1", "5"),
            new Wanted("ringinuse", "no", "yes"),
            new Wanted("autofill", "yes", "yes"));

    private final BiConsumer<String, Consumer<String>> values;
    private final Consumer<CheckResult> found;
    private final Runnable done;
    private final ArrayDeque<String> queues;
    private int right;

    /**
     * @param values reads a function of the dialplan
     * @param queues names of those that the workspace uses
     */
    QueueCheck(
            Set<String> queues,
            BiConsumer<String, Consumer<String>> values,
            Consumer<CheckResult> found,
            Runnable done) {
        this.queues = new ArrayDeque<>(queues);
        this.values = values;
        this.found = found;
        this.done = done;
    }

    void next() {
        var queue = queues.poll();
        if (queue == null) {
            if (right > 0) {
                found.accept(CheckResult.ok(NAME, "queues.ok"));
            }
            done.run();
            return;
        }
        values.accept("QUEUE_EXISTS(" + queue + ')', exists -> {
            if (exists.equals("1")) {
                settings(queue, new ArrayDeque<>(WANTED), new ArrayList<>());
            } else {
                found.accept(CheckResult.fail(NAME, "queues.none", queue));
                next();
            }
        });
    }

    private void settings(String queue, ArrayDeque<Wanted> left, List<String> lacking) {
        var wanted = left.poll();
        if (wanted != null) {
            values.accept("AST_CONFIG(" + FILE + ',' + queue + ',' + wanted.setting() + ')', written -> {
                if (!wanted.isMet(written)) {
                    lacking.add(wanted.setting() + " = " + wanted.value());
                }
                settings(queue, left, lacking);
            });
            return;
        }
        if (lacking.isEmpty()) {
            right++;
        } else {
            found.accept(CheckResult.warn(NAME, "queues.settings", queue, String.join(", ", lacking))
                    .paste(FILE, '[' + queue + "]\n" + String.join("\n", lacking) + '\n'));
        }
        next();
    }
}
