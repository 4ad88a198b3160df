package dev.outpace.telephony.asterisk;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Checks what the user's own settings in {@code manager.conf} lack, as Asterisk reads them; what it can't read is not told. */
final class ManagerCheck {
    private static final String FILE = "manager.conf";
    private static final List<String> READS = List.of("system", "call", "agent", "user", "dtmf", "agi");
    /** Milliseconds that Asterisk waits for a slow reader before it ends the connection. Its own default is 100. */
    private static final int SHORTEST_WRITE = 500;

    private final String user;
    private final BiConsumer<String, Consumer<String>> value;
    private final Consumer<CheckResult> found;

    /** @param value tells the value of a variable */
    ManagerCheck(String user, BiConsumer<String, Consumer<String>> value, Consumer<CheckResult> found) {
        this.user = user;
        this.value = value;
        this.found = found;
    }

    void run(Runnable then) {
        // A name with a comma or a bracket can't be asked for.
        if (!user.matches("[A-Za-z0-9_.-]{1,80}")) {
            then.run();
            return;
        }
        read(new ArrayDeque<>(List.of("read", "permit", "acl", "writetimeout")), new HashMap<>(), then);
    }

    private void read(ArrayDeque<String> left, Map<String, String> values, Runnable then) {
        var name = left.poll();
        if (name != null) {
            value.accept("AST_CONFIG(" + FILE + ',' + user + ',' + name + ')', text -> {
                values.put(name, text);
                read(left, values, then);
            });
            return;
        }
        if (!values.getOrDefault("read", "").isEmpty()) {
            tell(values);
        }
        then.run();
    }

    private void tell(Map<String, String> values) {
        var may = new HashSet<>(Arrays.asList(values.getOrDefault("read", "")
                .toLowerCase(Locale.ROOT)
                .replace(" ", "")
                .split(",", -1)));
        var missing = may.contains("all")
                ? ""
                : READS.stream().filter(right -> !may.contains(right)).collect(Collectors.joining(", "));
        found.accept(
                missing.isEmpty()
                        ? CheckResult.ok("reads", "reads.ok")
                        : CheckResult.warn("reads", "reads.missing", missing)
                                .paste(FILE, "[" + user + "]\nread = " + String.join(",", READS) + '\n'));
        boolean open = values.getOrDefault("permit", "").isEmpty()
                && values.getOrDefault("acl", "").isEmpty();
        found.accept(
                open
                        ? CheckResult.warn("acl", "acl.none", user)
                                .paste(FILE, "[" + user + "]\ndeny = 0.0.0.0/0.0.0.0\npermit = …\n")
                        : CheckResult.ok("acl", "acl.ok"));
        var waits = values.getOrDefault("writetimeout", "");
        boolean patient = waits.matches("[0-9]{1,9}") && Integer.parseInt(waits) >= SHORTEST_WRITE;
        found.accept(
                patient
                        ? CheckResult.ok("write_timeout", "write_timeout.ok")
                        : CheckResult.warn("write_timeout", "write_timeout.short")
                                .paste(FILE, "[" + user + "]\nwritetimeout = 1000\n"));
    }
}
