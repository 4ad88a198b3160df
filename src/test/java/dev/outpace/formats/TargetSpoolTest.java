package dev.outpace.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Address;
import dev.outpace.model.EndCause;
import dev.outpace.model.Json;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetStatus;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TargetSpoolTest {
    /** More than is kept in memory. */
    private static final int TARGETS = 6_000;

    private static final Instant AT = Instant.parse("2026-05-12T08:00:00.123456Z");

    private static OutdialTarget target(int number) {
        var destinations = new ArrayList<@Nullable Address>();
        destinations.add(Address.tel("+1212555010" + number % 10).writtenAs("(212) 555-010" + number % 10));
        destinations.add(null);
        destinations.add(Address.sip("ada@example.com"));
        destinations.add(new Address("tel", "", "", "nobody knows", "no number"));
        // As it stands where nobody can read it; only the first pass through a file says so.
        destinations.add(Address.tel("12"));
        return new OutdialTarget(
                new UUID(7, number),
                new UUID(1, number % 2),
                0,
                "Ada " + number,
                "“first”",
                "{\"policy\": 7}",
                TargetStatus.IDLE,
                destinations,
                List.of(1, 0, 2, 0, 0),
                AT,
                EndCause.BUSY,
                new Stamps(AT, AT, null),
                Json.Obj.EMPTY.with("colour", new Json.Text("blue")));
    }

    @Test
    void targetsComeBackAsTheyWereHoweverTheirListsTakeTurns() throws IOException {
        var spool = new TargetSpool();
        var all = new TargetSpool.Part();
        var parts = List.of(new TargetSpool.Part(), new TargetSpool.Part());
        var added = new ArrayList<OutdialTarget>();
        for (int i = 0; i < TARGETS; i++) {
            added.add(target(i));
            spool.add(added.getLast(), all, parts.get(i % 2));
        }
        assertThat(spool.targets(all)).containsExactlyElementsOf(added);
        var odd = spool.targets(parts.get(1));
        for (int pass = 0; pass < 2; pass++) {
            assertThat(odd)
                    .hasSize(TARGETS / 2)
                    .allMatch(target -> target.outdialId().equals(new UUID(1, 1)))
                    .startsWith(added.get(1), added.get(3));
        }
        assertThat(spool.targets(new TargetSpool.Part())).isEmpty();
    }
}
