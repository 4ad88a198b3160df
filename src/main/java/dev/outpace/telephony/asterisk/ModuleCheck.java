package dev.outpace.telephony.asterisk;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks whether the modules are loaded that calls, flows and supervisors use. */
record ModuleCheck(CheckedExchange exchange) {
    private static final String FILE = "modules.conf";

    /** Of no use for calls, but for what flows and supervisors do in them. */
    private static final List<String> MODULES = List.of(
            "app_playback.so",
            "app_mixmonitor.so",
            "app_amd.so",
            "app_confbridge.so",
            "app_chanspy.so",
            "res_http_media_cache.so");

    void run(Runnable then) {
        loaded("res_agi.so", agi -> {
            if (agi) {
                others(new ArrayDeque<>(MODULES), List.of(), then);
            } else {
                exchange.found(CheckResult.fail("modules", "modules.no_agi").paste(FILE, line("res_agi.so")));
                then.run();
            }
        });
    }

    private void others(ArrayDeque<String> left, List<String> missing, Runnable then) {
        var module = left.poll();
        if (module != null) {
            loaded(
                    module,
                    is -> others(
                            left,
                            is
                                    ? missing
                                    : Stream.concat(missing.stream(), Stream.of(module))
                                            .toList(),
                            then));
            return;
        }
        exchange.found(
                missing.isEmpty()
                        ? CheckResult.ok("modules", "modules.ok")
                        : CheckResult.warn("modules", "modules.missing", String.join(", ", missing))
                                .paste(
                                        FILE,
                                        missing.stream().map(ModuleCheck::line).collect(Collectors.joining())));
        then.run();
    }

    private static String line(String module) {
        return "load = " + module + '\n';
    }

    private void loaded(String module, Consumer<Boolean> is) {
        exchange.value("IFMODULE(" + module + ')', value -> is.accept(value.equals("1")));
    }
}
