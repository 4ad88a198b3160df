package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineClock;
import java.time.Duration;

/** Checks whether the exchange's clock agrees with ours. */
record ClockCheck(CheckedExchange exchange, EngineClock clock) {
    private static final Duration MAY_DIFFER = Duration.ofSeconds(2);

    void run(Runnable then) {
        exchange.value("EPOCH", value -> {
            try {
                long seconds = Long.parseLong(value) - clock.wallTime().getEpochSecond();
                exchange.found(
                        Math.abs(seconds) <= MAY_DIFFER.toSeconds()
                                ? CheckResult.ok("clock", "clock.ok")
                                : CheckResult.warn(
                                        "clock", seconds > 0 ? "clock.ahead" : "clock.behind", Math.abs(seconds)));
            } catch (NumberFormatException untold) {
                exchange.found(CheckResult.warn("clock", "clock.untold"));
            }
            then.run();
        });
    }
}
