package dev.outpace.telephony.asterisk.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.CallAnswered;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.Telephony.CallRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Both sides are in the recording of a whole call: the caller sends a tone of 440 Hz all the time, and the agent one of 1,000. */
@Tag("asterisk")
class RealAsteriskRecordedTalkTest extends RealFloorFixture {
    private static final UUID CALL = UUID.randomUUID();
    private static final String TONE = "303";
    private static final int AGENT_WITH_TONE = 161;
    private static final int CALLERS = 440;
    private static final int AGENTS = 1_000;
    /** The tones have 8,000 of 32,768. */
    private static final double HEARD = 3_000;

    private static final double SILENT = 300;

    @Test
    void bothVoicesAreInTheRecordingOfAWholeCall() throws Exception {
        connect(AGENT_WITH_TONE);
        exchange.telephony()
                .originate(new CallRequest(
                        CALL, new UUID(1, 0), RealAsterisk.number(TONE), null, Duration.ofSeconds(20), true));
        var answered = await(CallAnswered.class, one -> one.callId().equals(CALL));
        exchange.settle();
        exchange.settle();
        exchange.telephony().joinQueue(CALL, QUEUE, Duration.ZERO);
        var connected = await(AgentConnected.class, one -> one.callId().equals(CALL));
        exchange.settle();
        exchange.settle();
        exchange.settle();
        exchange.telephony().hangUp(CALL);
        await(CallEnded.class, one -> one.callId().equals(CALL));
        exchange.settle();

        var file = Path.of(RealAsterisk.given("OUTPACE_ASTERISK_RECORDINGS"), "outpace", CALL + ".wav");
        double talkFrom = between(answered, connected).toMillis() / 1e3 + 0.3;
        double end = Loudness.seconds(file);
        System.out.printf(
                "before the agent: caller %.0f, agent %.0f; in the talk: caller %.0f, agent %.0f%n",
                Loudness.at(CALLERS, file, 0.2, 1),
                Loudness.at(AGENTS, file, 0.2, 1),
                Loudness.at(CALLERS, file, talkFrom, end),
                Loudness.at(AGENTS, file, talkFrom, end));
        assertThat(end).isGreaterThan(talkFrom + 1);
        assertThat(Loudness.at(CALLERS, file, 0.2, 1)).as("the caller alone").isGreaterThan(HEARD);
        assertThat(Loudness.at(AGENTS, file, 0.2, 1)).as("no agent yet").isLessThan(SILENT);
        assertThat(Loudness.at(CALLERS, file, talkFrom, end))
                .as("the caller, in the talk")
                .isGreaterThan(HEARD);
        assertThat(Loudness.at(AGENTS, file, talkFrom, end)).as("the agent").isGreaterThan(HEARD);
    }
}
