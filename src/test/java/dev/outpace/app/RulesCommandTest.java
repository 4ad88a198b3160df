package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.formats.JacksonJson;
import dev.outpace.rules.ReadySets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCommandTest {
    @TempDir
    Path folder;

    private Path imported(String... ready) throws IOException {
        var workspace = folder.resolve("workspace");
        for (var name : ready) {
            var printed = CommandOutput.of("rules", "ready", name);
            assertThat(printed.exitCode()).isZero();
            var file = Files.writeString(folder.resolve(name + ".json"), printed.out());
            assertThat(CommandOutput.of("import", file, "--workspace", workspace)
                            .exitCode())
                    .isZero();
        }
        return workspace;
    }

    @Test
    void aReadySetIsImportedAndAskedAboutANumber() throws IOException {
        var workspace = imported("france", "us-states");
        var listed = CommandOutput.of("rules", "list", "--workspace", workspace);
        assertThat(listed.out()).contains("2026-11-01  France", "2025-11-01  US states");
        // 14 July 2026 is a holiday of France, and 6 in the morning in New York.
        var asked = CommandOutput.of(
                "rules", "check", "+33199001234", "--at", "2026-07-14T12:00+02:00", "--json", "--workspace", workspace);
        assertThat(asked.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(asked.out())
                .contains("\"callable\":false,\"until\":\"2026-07-15T08:00:00Z\",\"rule\":\"France: Bastille Day"
                        + " is a holiday, then 10:00 to 13:00, opens in 22 h\",\"zone\":\"Europe/Paris\"");
        assertThat(asked.out()).contains("\"callable\":true", "\"set\":\"US states\"");
        var closed = CommandOutput.of(
                "rules", "check", "+12125550142", "--at", "2026-07-13T12:00+02:00", "--workspace", workspace);
        assertThat(closed.out())
                .contains("+12125550142 (America/New_York): may not be called by US states: New York: 08:00 to 21:00,"
                        + " opens in 2 h");
    }

    @Test
    void doNotCallListsAreAsked() throws IOException {
        var workspace = imported("us-federal");
        var open = "2026-07-13T18:00Z";
        assertThat(CommandOutput.of("rules", "check", "+12125550142", "--at", open, "--workspace", workspace)
                        .exitCode())
                .isZero();
        assertThat(CommandOutput.of("dnc", "add", "+12125550142", "--list", "Company", "--workspace", workspace)
                        .exitCode())
                .isZero();
        var asked =
                CommandOutput.of("rules", "check", "+12125550142", "--at", open, "--json", "--workspace", workspace);
        assertThat(asked.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(asked.out())
                .contains("\"callable\":false,\"until\":null,\"rule\":\"Company: on a do-not-call list\"")
                .contains("{\"name\":\"hours\",\"ok\":true,\"detail\":\"it is Mon 14:00 in America/New_York, open until"
                        + " Mon 21:00\"}")
                .contains("{\"name\":\"do_not_call\",\"ok\":false,\"detail\":\"Company: on a do-not-call list\"}");
        var lines = CommandOutput.of("rules", "check", "+12125550142", "--at", open, "--workspace", workspace);
        assertThat(lines.out())
                .contains("  yes  attempts: 0 of 7 in 7 d to this person")
                .contains("  no   do not call: Company: on a do-not-call list");
    }

    @Test
    void aCampaignIsAskedByItsOwnRules() throws IOException {
        var workspace = imported("france");
        var id = new ReadySets(new JacksonJson()).set("france").id();
        var campaigns = Files.writeString(
                folder.resolve("campaigns.json"),
                "[{\"type\": \"call\", \"name\": \"Bound\", \"outpace\": {\"rules_id\": \"" + id
                        + "\"}}, {\"type\": \"call\", \"name\": \"Free\"}]");
        assertThat(CommandOutput.of("import", campaigns, "--workspace", workspace)
                        .exitCode())
                .isZero();
        var sunday = "2026-07-12T12:00Z";
        assertThat(CommandOutput.of(
                                "rules",
                                "check",
                                "+33199001234",
                                "--campaign",
                                "Bound",
                                "--at",
                                sunday,
                                "--workspace",
                                workspace)
                        .exitCode())
                .isEqualTo(ExitCode.REFUSED);
        var free = CommandOutput.of(
                "rules", "check", "+33199001234", "--campaign", "Free", "--at", sunday, "--workspace", workspace);
        assertThat(free.exitCode()).isZero();
        assertThat(free.out()).contains("may be called by no rules");
        assertThat(CommandOutput.of("rules", "check", "+33199001234", "--campaign", "X", "--workspace", workspace)
                        .err())
                .contains("X");
        var exported = CommandOutput.of("export", "Bound", "--with-references", "--workspace", workspace);
        assertThat(exported.out()).contains("\"rules\"", "Bastille Day");
    }

    @Test
    void aCalendarAddsHolidays() throws IOException {
        var workspace = imported("canada");
        var calendar = Files.writeString(
                folder.resolve("days.ics"),
                "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20260701\nSUMMARY:Canada Day\nEND:VEVENT\n");
        assertThat(CommandOutput.of(
                                "rules",
                                "holidays",
                                calendar,
                                "--set",
                                "Canada",
                                "--region",
                                "CA",
                                "--workspace",
                                workspace)
                        .exitCode())
                .isZero();
        var open = CommandOutput.of(
                "rules", "check", "+14165550142", "--at", "2026-07-01T12:00-04:00", "--workspace", workspace);
        // Without windows for holidays a holiday is like its weekday.
        assertThat(open.exitCode()).isZero();
        assertThat(CommandOutput.of(
                                "rules",
                                "holidays",
                                calendar,
                                "--set",
                                "Canada",
                                "--region",
                                "ZZ",
                                "--workspace",
                                workspace)
                        .exitCode())
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(CommandOutput.of("rules", "holidays", calendar, "--set", "No", "--workspace", workspace)
                        .err())
                .contains("No");
    }

    @Test
    void readySetsAreListedAndOthersRefused() {
        assertThat(CommandOutput.of("rules", "ready").out()).contains("us-states     2025-11-01  US states");
        assertThat(CommandOutput.of("rules", "ready", "mars").exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    }
}
