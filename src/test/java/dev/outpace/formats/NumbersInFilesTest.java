package dev.outpace.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Address;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers in set-ups. */
class NumbersInFilesTest {
    private final CampaignFiles files = new CampaignFiles(UUID::randomUUID);

    @TempDir
    Path folder;

    @Test
    void everyFormOfANumberIsOnePhoneAndComesBackAsItWasWritten() throws Exception {
        var written = List.of("+12125550100", "12125550100", "(212) 555-0100", "tel:+12125550100", "0012125550100");
        var setUp = read(written.stream().map("{'type': 'tel', 'target': '%s'}"::formatted));

        assertThat(setUp.problems()).isEmpty();
        assertThat(targets(setUp))
                .extracting(target ->
                        Objects.requireNonNull(target.destinations().getFirst()).dialKey())
                .containsOnly("tel:+12125550100");
        assertThat(targets(setUp))
                .extracting(target -> new JacksonJson().write(TargetShape.write(target)))
                .zipSatisfy(written, (json, text) -> assertThat(json).contains("\"target\":\"" + text + "\""));
    }

    @Test
    void aNumberWithoutCountryBelongsToTheRegionOfTheCommand() throws Exception {
        var file = write(Stream.of("{'type': 'tel', 'target': '020 7946 0645'}"));

        assertThat(targets(files.read(List.of(file), "GB"))
                        .getFirst()
                        .destinations()
                        .getFirst())
                .isEqualTo(Address.tel("+442079460645").writtenAs("020 7946 0645"));
        assertThat(files.read(List.of(file), "").problems())
                .extracting(Problem::code)
                .containsExactly("number.no_country");
    }

    @ParameterizedTest
    @CsvSource({
        "abc, number.not_a_number",
        "911, number.emergency",
        "+1 212 555 0100 x5, number.extension",
        "1111111111, number.placeholder",
        "ann@example.com, number.email"
    })
    void whatIsNoNumberIsRefusedAtItsPlace(String text, String code) throws Exception {
        var setUp = read(Stream.of("{'type': 'tel', 'target': '%s'}".formatted(text)));

        assertThat(setUp.problems())
                .containsExactly(Problem.error(
                        code, folder.resolve("f.json") + " outdials[0].targets[0].destination_0.target", text));
    }

    @Test
    void onePhoneHasOneSlot() throws Exception {
        var setUp =
                read(Stream.of("{'type': 'tel', 'target': '+12125550100'}, 'destination_1': {'type': 'tel', 'target':"
                        + " '(212) 555-0100'}, 'destination_2': {'type': 'tel', 'target': '+12125550101'}"));

        assertThat(setUp.problems()).extracting(Problem::code).containsExactly("target.same_phone");
        assertThat(targets(setUp).getFirst().destinations())
                .containsExactly(Address.tel("+12125550100"), null, Address.tel("+12125550101"), null, null);
    }

    @Test
    void callerIdsAndPhonesOfAgentsAreReadTheSameWay() throws Exception {
        var file = Files.writeString(folder.resolve("g.json"), """
            {"outplans": [{"name": "Plan", "source": {"type": "tel", "target": "(212) 555-0100"}}],
             "agents": [{"username": "ann", "addresses": [{"type": "tel", "target": "911"},
               {"type": "sip", "target": "sip:ann@Example.com"}]}]}\
            """);
        var setUp = files.read(List.of(file));

        assertThat(setUp.outplans().getFirst().source())
                .isEqualTo(Address.tel("+12125550100").writtenAs("(212) 555-0100"));
        assertThat(setUp.problems()).extracting(Problem::code).containsExactly("number.emergency");
        assertThat(setUp.agents().getFirst().addresses().get(1).dialKey()).isEqualTo("sip:ann@example.com");
    }

    private SetUp read(Stream<String> destinations) throws IOException {
        return files.read(List.of(write(destinations)));
    }

    private Path write(Stream<String> destinations) throws IOException {
        var targets = destinations
                .map(each -> "{'destination_0': " + each + "}")
                .collect(Collectors.joining(", "))
                .replace('\'', '"');
        return Files.writeString(
                folder.resolve("f.json"), "{\"outdials\": [{\"name\": \"L\", \"targets\": [" + targets + "]}]}");
    }

    private static List<OutdialTarget> targets(SetUp setUp) {
        var targets = new ArrayList<OutdialTarget>();
        setUp.outdials().getFirst().targets().forEach(targets::add);
        return targets;
    }
}
