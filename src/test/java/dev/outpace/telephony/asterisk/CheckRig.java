package dev.outpace.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.simulation.VirtualClock;
import dev.outpace.telephony.asterisk.CheckResult.State;
import dev.outpace.telephony.asterisk.ami.AmiLogin;
import dev.outpace.telephony.asterisk.ami.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A check of an Asterisk of which one thing at a time is wrong. */
final class CheckRig {
    static final AsteriskSettings SETTINGS = new AsteriskSettings(
            new AmiLogin("console", new Secret("console-secret"), false),
            new Trunk("PJSIP", "carrier", false),
            "",
            AsteriskSettings.CONTEXT,
            AsteriskSettings.EXTENSION,
            "test");

    final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-02T09:00:00Z"));
    final CheckedAsterisk asterisk = new CheckedAsterisk(clock);
    final List<CheckResult> results = new ArrayList<>();
    /** Those of Asterisk's own queues that the workspace uses. */
    final Set<String> queues = new LinkedHashSet<>();
    /** That is served; null for none. */
    @Nullable
    TrialSound sound;

    /** Of the time of the whole check. */
    Duration left = Duration.ofSeconds(10);

    private boolean done;

    List<CheckResult> check() {
        new ConnectionCheck(clock, asterisk, SETTINGS, queues, sound, left, results::add, () -> done = true);
        clock.run(Duration.ofSeconds(30));
        assertThat(done).isTrue();
        return results;
    }

    /** The one result that is not fine. */
    CheckResult wrong() {
        return assertThat(check())
                .filteredOn(result -> result.state() != State.OK)
                .singleElement()
                .actual();
    }
}
