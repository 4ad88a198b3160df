package dev.outpace.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.outpace.model.Address;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class EngineTraceTest {
    private static final UUID CALL = UUID.fromString("12345678-1234-1234-1234-123456789012");

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final ch.qos.logback.classic.Logger trace = context.getLogger(EngineTrace.class);
    private final ch.qos.logback.classic.Logger numbers = context.getLogger("dev.outpace.engine.numbers");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final List<String> given = new ArrayList<>();
    private final Telephony telephony = new ToldTelephony(
            (Telephony) Proxy.newProxyInstance(
                    Telephony.class.getClassLoader(), new Class<?>[] {Telephony.class}, (_, _, _) -> null),
            given);

    @BeforeEach
    void listen() {
        lines.start();
        trace.addAppender(lines);
        trace.setLevel(Level.TRACE);
        numbers.setLevel(Level.OFF);
    }

    @AfterEach
    void restore() {
        trace.detachAppender(lines);
        trace.setLevel(null);
        numbers.setLevel(null);
    }

    private List<String> logged() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static void order(Telephony ordered) {
        ordered.originate(new Telephony.CallRequest(
                CALL, CALL, Address.tel("+12125550147"), Address.tel("+442079460123"), Duration.ofSeconds(30)));
        ordered.hangUp(CALL);
    }

    @Test
    void everyOrderIsLoggedAndGivenWithItsNumbersMasked() {
        order(EngineTrace.orders(telephony));
        assertThat(logged()).hasSize(2);
        assertThat(logged().getFirst())
                .startsWith("order originate ")
                .contains(CALL.toString(), "…47", "…23")
                .doesNotContain("+1212", "5550147", "+4420");
        assertThat(logged().getLast()).isEqualTo("order hangUp " + CALL);
        assertThat(given).hasSize(2);
    }

    @Test
    void numbersStandInFullWhereThatIsAsked() {
        numbers.setLevel(Level.TRACE);
        order(EngineTrace.orders(telephony));
        assertThat(logged().getFirst()).contains("+12125550147", "+442079460123");
    }

    @Test
    void everyInputIsLoggedAndRecorded() {
        var recorded = new ArrayList<EngineInput>();
        var recorder = EngineTrace.inputs(new EngineRecorder() {
            @Override
            public void openingStarts() {}

            @Override
            public void inputStarts(EngineInput input) {
                recorded.add(input);
            }

            @Override
            public void workEnds() {}

            @Override
            public void turnStarts() {}

            @Override
            public void turnEnds(boolean asked) {}
        });
        var input = new EngineInput.CampaignStarted(CALL);
        recorder.inputStarts(input);
        assertThat(logged()).containsExactly("input CampaignStarted[campaignId=" + CALL + "]");
        assertThat(recorded).containsExactly(input);
    }

    @Test
    void whereNobodyAsksNothingIsWrapped() {
        trace.setLevel(Level.INFO);
        assertThat(EngineTrace.orders(telephony)).isSameAs(telephony);
        assertThat(EngineTrace.inputs(EngineRecorder.NONE)).isSameAs(EngineRecorder.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        tel:+12125550147                     | tel:…47
        written=(212) 555-0147, x            | written=…47, x
        sip:ada.berg@example.com             | sip:…@example.com
        at=2026-05-12T10:00:00.123456789Z    | at=2026-05-12T10:00:00.123456789Z
        12345678-1234-1234-1234-123456789012 | 12345678-1234-1234-1234-123456789012
        ringFor=PT30S                        | ringFor=PT30S
        020 7946 0123                        | …23
        """)
    void whatCouldBeDialedIsMasked(String text, String shown) {
        assertThat(EngineTrace.masked(text)).isEqualTo(shown);
    }
}
