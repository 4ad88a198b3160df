package dev.outpace.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Campaign;
import dev.outpace.model.Problem;
import dev.outpace.model.TargetOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which order targets are called, in set-ups. */
class TargetOrderFileTest {
    private final CampaignFiles files = new CampaignFiles(UUID::randomUUID);

    @TempDir
    Path folder;

    private SetUp read(String content) throws IOException {
        return files.read(List.of(Files.writeString(folder.resolve("f.json"), content)));
    }

    @Test
    void aListNamesItsOrder() throws IOException {
        var setUp = read("""
            {"outdials": [{"name": "a", "outpace": {"order": "newest", "later": 7}}, {"name": "b"}]}\
            """);
        assertThat(setUp.problems()).isEmpty();
        assertThat(setUp.outdials())
                .extracting(list -> list.outdial().order())
                .containsExactly(TargetOrder.NEWEST, TargetOrder.OLDEST);
        var written = setUp.outdials().stream()
                .map(list -> new JacksonJson().write(OutdialShape.write(list.outdial())))
                .toList();
        assertThat(written.getFirst()).contains("\"later\":7").contains("\"order\":\"newest\"");
        assertThat(written.get(1)).doesNotContain("outpace");
        assertThat(read("{\"outdials\": [" + written.getFirst() + "]}").outdials())
                .extracting(list -> list.outdial().order())
                .containsExactly(TargetOrder.NEWEST);
        assertThat(read("{\"outdials\": [{\"name\": \"a\", \"outpace\": {\"order\": \"upwards\"}}]}")
                        .problems())
                .extracting(Problem::place)
                .containsExactly(folder.resolve("f.json") + " outdials[0].outpace.order");
    }

    @Test
    void aCampaignNamesTheShareOfNewTargets() throws IOException {
        var setUp = read("""
            {"campaigns": [{"name": "a", "outpace": {"fresh_share": 75}}, {"name": "b"}]}\
            """);
        assertThat(setUp.campaigns())
                .extracting(campaign -> campaign.options().freshShare())
                .containsExactly(75, 50);
        var written = setUp.campaigns().stream()
                .map((Campaign campaign) -> new JacksonJson().write(CampaignShape.write(campaign)))
                .toList();
        assertThat(written.getFirst()).contains("\"outpace\":{\"fresh_share\":75}");
        assertThat(written.get(1)).doesNotContain("outpace");
        assertThat(read("{\"campaigns\": [{\"name\": \"a\", \"outpace\": {\"fresh_share\": 101}}]}")
                        .problems())
                .extracting(Problem::place)
                .contains(folder.resolve("f.json") + " campaigns[0].outpace.fresh_share");
    }
}
