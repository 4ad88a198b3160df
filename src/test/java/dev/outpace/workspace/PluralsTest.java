package dev.outpace.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words every text of the program for one of whatever it counts: "1 calls" is never said. */
class PluralsTest {

    private static final int MAX_ARGUMENTS = 12;

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d");

    /** How far after the number its noun may stand: "1 more unsaved change". */
    private static final int MAX_WORDS = 3;

    /** Not after "more than": a bound is never one. */
    private static final Pattern ONE =
            Pattern.compile("(?<!(?:more|longer) than )(?<![\\w.,/+-])1[ \u00a0]([a-z]+(?: [a-z]+)*)");

    /** Words that end the search: the number before them stands for a name, or counts nothing. */
    private static final Set<String> NO_NOUN_FOLLOWS = Set.of(
            "is", "was", "has", "to", "of", "by", "at", "in", "with", "and", "or", "from", "still", "so", "may",
            "abandon", "goes", "stays", "as", "already", "which", "the", "for", "who", "should", "no", "an", "a");

    /** Verbs that follow a name, an id or a text of a file; what is written of names with another verb adds it here. */
    private static final Set<String> VERBS = Set.of(
            "begins",
            "belongs",
            "comes",
            "continues",
            "counts",
            "decides",
            "dials",
            "does",
            "ends",
            "holds",
            "names",
            "needs",
            "only",
            "refers",
            "runs",
            "serves",
            "sets",
            "stands",
            "talks",
            "waits",
            "wraps",
            "abandons",
            "appears",
            "contains",
            "keeps",
            "leads",
            "matches",
            "overlaps");

    /** Texts that are told only of more, or whose number has always decimals, or stands for a name. */
    private static final Set<String> NEVER_ONE = Set.of(
            "problem.campaign.message_long",
            "problem.flow.too_long",
            "problem.json.too_long",
            "problem.resource.name_long",
            "problem.world.time",
            "text.testcall.waits",
            "forecast",
            "live.expected",
            "live.expected.withFlow",
            "live.forecast.DIALING",
            "live.forecast.OVER_LIMIT",
            "live.forecast.WAITING_FOR_AGENT",
            "decision.forecast",
            "whatif.points",
            "whatif.reading.calls",
            "whatif.reading.others");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.outpace.ui.texts",
                "dev.outpace.workspace.problems",
                "dev.outpace.workspace.decisions",
                "dev.outpace.workspace.inputs",
                "dev.outpace.app.commands"
            })
    void oneIsFollowedByASingular(String bundle) {
        var texts = ResourceBundle.getBundle(bundle, Locale.ENGLISH);
        assertThat(Collections.list(texts.getKeys()).stream()
                        .sorted()
                        .filter(key -> !NEVER_ONE.contains(key))
                        .filter(key -> ARGUMENT.matcher(texts.getString(key)).find())
                        .flatMap(key -> ofOne(texts.getString(key)).map(words -> key + ": " + words).stream()))
                .isEmpty();
    }

    private static Optional<String> ofOne(String pattern) {
        var ones = Collections.nCopies(MAX_ARGUMENTS, 1).toArray();
        var words = new MessageFormat(pattern, Locale.ENGLISH).format(ones);
        return ONE.matcher(words)
                .results()
                .map(found -> found.group(1))
                .filter(PluralsTest::beginsWithAPlural)
                .findFirst()
                .map(_ -> words);
    }

    private static boolean beginsWithAPlural(String words) {
        return List.of(words.split(" ")).stream()
                .limit(MAX_WORDS)
                .takeWhile(word -> !NO_NOUN_FOLLOWS.contains(word))
                .anyMatch(word ->
                        word.length() > 2 && word.endsWith("s") && !word.endsWith("ss") && !VERBS.contains(word));
    }
}
