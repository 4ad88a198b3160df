package dev.outpace.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outpace.model.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    private static final int FIFTY_MEGABYTES = 50 << 20;

    private final JacksonJson json = new JacksonJson();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "true",
                "-0.10",
                "\"a\\\"\\u00e9\\n😀\"",
                "[[[]],{\"b\":{},\"a\":[1,2.50,null,false,\"\"]}]",
            })
    void aValueIsReadAndWrittenInOneLine(String text) {
        var value = json.read(text);

        assertThat(json.read(json.write(value))).isEqualTo(value);
        assertThat(json.write(value)).doesNotContain("\n");
    }

    @Test
    void keysKeepTheirOrderAndNumbersTheirDigits() {
        assertThat(json.write(json.read("{ \"b\": 1.50, \"a\": 12345678901234567890 }")))
                .isEqualTo("{\"b\":1.50,\"a\":12345678901234567890}");
    }

    @Test
    void aTextThatIsNoJsonIsRefused() {
        assertThatThrownBy(() -> json.read("{")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> json.read("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> json.read("1 2")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        ``                          | json.empty         | FILE
        ` \n\n `                    | json.empty         | FILE
        {"type": "call",            | json.cut           | FILE:1
        {"type": "ca                | json.cut           | FILE:1
        [{"a": 1}                   | json.cut           | FILE:1
        `{"a": 1,\n "b": tru}`      | json.syntax        | FILE:2
        `{"a": 1\n "b": 2}`         | json.syntax        | FILE:2
        <html>                      | json.syntax        | FILE:1
        {'a': 1}                    | json.syntax        | FILE:1
        {"a": NaN}                  | json.syntax        | FILE:1
        {"a": 01}                   | json.syntax        | FILE:1
        {"a": 1} {"a": 2}           | json.trailing      | FILE:1
        `{"a": 1,\n\n"a": 2}`       | json.duplicate_key | FILE:3
        {"a": 1e99999}              | json.number        | FILE:1
        {"a": 1e99999999999}        | json.number        | FILE:1
        {"a": "\\ud83d"}            | json.text          | FILE:1
        5                           | import.no_campaign | FILE
        "text"                      | import.no_campaign | FILE
        """)
    void aFaultIsNamedWithItsPlace(String text, String code, String place) throws IOException {
        var file = Files.writeString(folder.resolve("f.json"), text);

        assertThat(read(file)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.place()).startsWith(place.replace("FILE", file.toString()));
            assertThat(problem.isError()).isTrue();
        });
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFile() throws IOException {
        var file = folder.resolve("bom.json");
        Files.writeString(file, "\uFEFF" + Samples.text(Samples.SEED));

        assertThat(read(file)).isEmpty();
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws IOException {
        var file = folder.resolve("latin.json");
        Files.write(file, "{\"type\": \"call\", \"name\": \"Café ole\"}".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(read(file)).singleElement().extracting(Problem::code).isEqualTo("json.syntax");
    }

    @Test
    void aHundredThousandOpenBracketsAreRefused() throws IOException {
        for (var bracket : List.of("[", "{\"a\":")) {
            var file = Files.writeString(folder.resolve("deep.json"), bracket.repeat(100_000));

            assertThat(read(file)).singleElement().extracting(Problem::code).isEqualTo("json.too_deep");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        `a`      | json.syntax
        `1`      | json.too_long
        `"`      | json.trailing
        ` `      | json.empty
        `[`      | json.too_deep
        `[],`    | json.syntax
        """)
    void fiftyMegabytesOfOneThingAreRefused(String repeated, String code) throws IOException {
        var file = Files.writeString(folder.resolve("big.json"), repeated.repeat(FIFTY_MEGABYTES / repeated.length()));

        assertThat(read(file)).singleElement().extracting(Problem::code).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        `[`                             | `{},`                | json.too_many_values
        `[`                             | `1,`                 | json.too_many_values
        `"`                             | `x`                  | json.too_long
        `{"a":1,"b":"`                  | `\\n`                | json.too_long
        `{"`                            | `x`                  | json.too_long
        `{"outdials":[{"targets":[`     | `1,`                 | field.not_object
        `{"outdials":[{"targets":[`     | `{"status":"lost"},` | field.not_a_word
        `{"outdials":[{"targets":[[[`   | `1,`                 | json.too_many_values
        """)
    void fiftyMegabytesWithinOneValueAreRefused(String start, String repeated, String code) throws IOException {
        var file = Files.writeString(
                folder.resolve("big.json"), start + repeated.repeat(FIFTY_MEGABYTES / repeated.length()));

        assertThat(read(file)).isNotEmpty().first().extracting(Problem::code).isEqualTo(code);
    }

    @Test
    void randomBytesAreRefused() throws IOException {
        var random = new Random(7);
        var bytes = new byte[FIFTY_MEGABYTES];
        random.nextBytes(bytes);

        assertThat(read(Files.write(folder.resolve("noise.json"), bytes))).hasSize(1);
    }

    @Test
    void zerosAreRefused() throws IOException {
        var file = Files.write(folder.resolve("zeros.json"), new byte[FIFTY_MEGABYTES]);

        assertThat(read(file)).hasSize(1);
    }

    /** Whatever is cut off or changed: problems, never an exception. */
    @Test
    void damagedSamplesGiveProblemsAndNothingElse() throws IOException {
        for (var sample : List.of(Samples.SEED, Samples.PRESS_1, Samples.SET_UP)) {
            var whole = Samples.bytes(sample);
            for (int seed = 0; seed < 400; seed++) {
                var damaged = damaged(whole, new Random(seed));
                var file = Files.write(folder.resolve("damaged.json"), damaged);
                var setUp = Samples.files().read(List.of(file));
                assertThat(setUp.problems())
                        .as("%s, seed %d", sample, seed)
                        .hasSizeLessThanOrEqualTo(2 * Problems.MAX + 2);
                assertThat(setUp.loops(_ -> Optional.empty())).hasSizeLessThan(2);
            }
        }
    }

    private static byte[] damaged(byte[] whole, Random random) {
        var bytes = random.nextInt(4) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
        var pieces = "{}[]\":,0123456789-eE.\\u \n\u0000\u00ff".getBytes(StandardCharsets.ISO_8859_1);
        for (int change = random.nextInt(6); change > 0 && bytes.length > 0; change--) {
            bytes[random.nextInt(bytes.length)] = pieces[random.nextInt(pieces.length)];
        }
        return bytes;
    }

    private static List<Problem> read(Path file) {
        return Samples.files().read(List.of(file)).problems();
    }
}
