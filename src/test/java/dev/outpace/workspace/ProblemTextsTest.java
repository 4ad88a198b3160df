package dev.outpace.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Problem;
import dev.outpace.workspace.ProblemSources.Made;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Words every problem of the program with arguments of the types that its callers pass. */
class ProblemTextsTest {
    private static final String PREFIX = "problem.";
    private static Set<Made> made = Set.of();

    private final ResourceBundle texts = ResourceBundle.getBundle("dev.outpace.workspace.problems", Locale.ROOT);
    private final ProblemWords words = new ProblemWords();

    @BeforeAll
    static void readTheSources() throws IOException {
        made = ProblemSources.read();
    }

    @Test
    void everyProblemHasAText() {
        assertThat(made).hasSizeGreaterThan(180);
        assertThat(made)
                .allSatisfy(problem -> assertThat(texts.containsKey(PREFIX + problem.code()))
                        .as("%s has a text", problem)
                        .isTrue());
    }

    @Test
    void everyTextTakesTheArgumentsOfEachCaller() {
        assertThat(made).allSatisfy(problem -> {
            var sentence = words.sentence(
                    Problem.error(problem.code(), "place", problem.samples().toArray()));
            assertThat(sentence)
                    .as("%s", problem)
                    .isNotBlank()
                    .doesNotContainPattern("\\{[0-9]")
                    .doesNotStartWith(problem.code());
        });
    }

    @Test
    void everyTextIsOfSomeProblem() {
        var codes = made.stream().map(Made::code).collect(Collectors.toSet());
        var unused = new TreeSet<String>();
        for (var key : Collections.list(texts.getKeys())) {
            if (!codes.contains(key.substring(PREFIX.length()))) {
                unused.add(key);
            }
        }
        assertThat(unused).isEmpty();
    }

    @Test
    void aProblemThatCannotBeWordedIsToldByItsCode() {
        assertThat(words.sentence(Problem.error("alarm.calls_refused", "", "Renewals", "twenty", "busy")))
                .isEqualTo("alarm.calls_refused [Renewals, twenty, busy]");
        assertThat(words.sentence(Problem.error("no.such", "", 1))).isEqualTo("no.such");
    }
}
