package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.LinkReturn;
import dev.outpace.model.LinkTry;
import dev.outpace.ui.texts.Texts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkWordsTest {
    private static final Instant LOST = Instant.parse("2026-05-12T10:52:09Z");
    private static final Instant BACK = Instant.parse("2026-05-12T10:52:26Z");

    private final LinkWords words =
            new LinkWords(new Texts(ResourceBundle.getBundle("dev.outpace.ui.texts", Locale.ENGLISH), ZoneOffset.UTC));

    private static Set<UUID> calls(int number) {
        return IntStream.range(0, number).mapToObj(i -> new UUID(1, i)).collect(Collectors.toSet());
    }

    @Test
    void theMomentAndHowLong() {
        assertThat(words.title(new LinkReturn(LOST, BACK, false, 13, calls(5), 0, 5)))
                .isEqualTo("Linked again at 10:52:26, after 17 s.");
        assertThat(words.title(new LinkReturn(LOST, BACK, true, 0, calls(5), 0, 5)))
                .isEqualTo("Asterisk was restarted at 10:52:09.");
        assertThat(words.lostAt("pbx.example", LOST)).isEqualTo("The link to pbx.example was lost at 10:52:09.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        13 | 5 | 18 calls: 13 go on, 5 had ended. Every one is accounted for.
        1  | 1 | 2 calls: 1 goes on, 1 had ended. Every one is accounted for.
        2  | 0 | 2 calls: 2 go on. Every one is accounted for.
        1  | 0 | 1 call: 1 goes on. It is accounted for.
        0  | 1 | 1 call: 1 had ended. It is accounted for.
        0  | 3 | 3 calls: 3 had ended. Every one is accounted for.
        0  | 0 | No call was in progress.
        """)
    void howManyGoOnAndHowManyHadEnded(int goOn, int ended, String said) {
        assertThat(words.account(new LinkReturn(LOST, BACK, false, goOn, calls(ended), 0, 0)))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        18 | 7 | 11 | Its 18 calls ended with it: 11 targets are tried again by their outplan, 7 had talked.
        3  | 1 | 1  | Its 3 calls ended with it: 1 target is tried again by their outplan, 1 had talked, 1 has no try left.
        2  | 0 | 0  | Its 2 calls ended with it: 2 have no try left.
        1  | 1 | 0  | Its 1 call ended with it: 1 had talked.
        0  | 0 | 0  | No call was in progress.
        """)
    void whatBecameOfTheCallsOfARestart(int ended, int talked, int again, String said) {
        assertThat(words.account(new LinkReturn(LOST, BACK, true, 0, calls(ended), talked, again)))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        18 | 3  | 4000 | Nothing is dialed. 18 calls went on without us, their states are of 10:52:09. Trying again in 4 s, third time.
        1  | 1  | 900  | Nothing is dialed. 1 call went on without us, its state is of 10:52:09. Trying again in 1 s, first time.
        0  | 9  | 0    | Nothing is dialed. No call was in progress. Trying again in 1 s, ninth time.
        2  | 12 | 1001 | Nothing is dialed. 2 calls went on without us, their states are of 10:52:09. Trying again in 2 s, try 12.
        """)
    void whatIsKnownWhileItIsLost(int calls, int number, long millis, String said) {
        var now = LOST.plusSeconds(9);
        assertThat(words.lost(calls, LOST, "", new LinkTry(number, now.plusMillis(millis)), now))
                .isEqualTo(said);
    }

    @Test
    void theReasonStandsBehindIt() {
        assertThat(words.lost(0, LOST, "Asterisk shuts down", null, BACK))
                .isEqualTo("Nothing is dialed. No call was in progress. Reason: Asterisk shuts down");
    }
}
