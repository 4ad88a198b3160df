package dev.outpace.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Outplan;
import dev.outpace.model.Problem;
import dev.outpace.model.RetryCause;
import dev.outpace.model.RetryRule;
import dev.outpace.model.RetryRules;
import dev.outpace.model.RetryThen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an outplan does by the cause of a failed try, in set-ups. */
class RetryRulesInFilesTest {
    private final CampaignFiles files = new CampaignFiles(UUID::randomUUID);

    @TempDir
    Path folder;

    private SetUp read(String outplans) throws IOException {
        return files.read(List.of(Files.writeString(folder.resolve("f.json"), "{\"outplans\": [" + outplans + "]}")));
    }

    private static String written(Outplan outplan) {
        return new JacksonJson().write(OutplanShape.write(outplan));
    }

    @Test
    void theyAreReadAndWrittenWithWhatIsUnknown() throws IOException {
        var setUp = read("""
            {"name": "a", "max_try_count_0": 3, "outpace": {"max_tries": 6, "retry": {\
            "busy": {"try_interval": 300000, "max_tries": 3, "later": 1},\
            "bad_number": {"max_tries": 1, "then": "never"}, "on_fire": {"x": 1}}, "more": [2]}}\
            """);

        assertThat(setUp.problems()).isEmpty();
        var outplan = setUp.outplans().getFirst();
        assertThat(outplan.retry())
                .isEqualTo(new RetryRules(
                        Map.of(
                                RetryCause.BUSY, new RetryRule(300_000L, 3, RetryThen.NEXT_DESTINATION),
                                RetryCause.BAD_NUMBER, new RetryRule(null, 1, RetryThen.NEVER)),
                        6));
        assertThat(written(outplan))
                .contains("\"busy\":{\"try_interval\":300000,\"max_tries\":3,\"later\":1}")
                .contains("\"bad_number\":{\"max_tries\":1,\"then\":\"never\"}")
                .contains("\"on_fire\":{\"x\":1}")
                .contains("\"more\":[2]")
                .contains("\"max_tries\":6");
        assertThat(read(written(outplan)).outplans().getFirst()).isEqualTo(outplan);
    }

    @Test
    void aPlainOutplanIsWrittenAsItIsPublished() throws IOException {
        assertThat(written(read("{\"name\": \"a\"}").outplans().getFirst())).doesNotContain("outpace");
    }

    @Test
    void whatCannotBeIsRefusedAtItsPlace() throws IOException {
        var setUp = read("""
            {"name": "a", "outpace": {"max_tries": -1, "retry": {"busy": {"then": "later"}, "machine": {"try_interval": 1.5},\
            "congestion": {"max_tries": 2}}}}\
            """);

        var file = folder.resolve("f.json") + " outplans[0].outpace.";
        assertThat(setUp.problems())
                .extracting(Problem::place)
                .containsExactlyInAnyOrder(
                        file + "max_tries",
                        file + "retry.busy.then",
                        file + "retry.machine.try_interval",
                        file + "retry.congestion.max_tries");
    }
}
