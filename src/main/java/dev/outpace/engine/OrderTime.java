package dev.outpace.engine;

import dev.outpace.flow.MediaOrder;
import java.time.Duration;

/** Time limits for the end of an order: its longest duration plus time for the exchange to report the end. */
final class OrderTime {
    /** Within this time an exchange reports the result of anything. */
    static final Duration ANSWER = Duration.ofSeconds(15);

    /** Five characters a second, which is slower than any voice. */
    private static final Duration PER_CHARACTER = Duration.ofMillis(200);

    private static final Duration PER_FILE = Duration.ofMinutes(10);
    private static final Duration TONE = Duration.ofSeconds(5);
    private static final Duration MACHINE = Duration.ofSeconds(45);

    /** Nothing in a flow takes longer. */
    private static final Duration TALK = Duration.ofDays(1);

    private OrderTime() {}

    static Duration longest(MediaOrder order) {
        return ANSWER.plus(
                switch (order) {
                    case MediaOrder.Talk talk ->
                        talk.waits() ? PER_CHARACTER.multipliedBy(talk.text().length()) : Duration.ZERO;
                    case MediaOrder.Play(var urls) -> PER_FILE.multipliedBy(urls.size());
                    case MediaOrder.Beep _ -> TONE;
                    case MediaOrder.ReceiveDigits receive -> receive.longest();
                    case MediaOrder.SendDigits send ->
                        send.tone()
                                .plus(send.pause())
                                .multipliedBy(send.digits().length());
                    case MediaOrder.Echo(var length) -> length;
                    case MediaOrder.DetectMachine detect -> detect.waits() ? MACHINE : Duration.ZERO;
                    case MediaOrder.Connect _, MediaOrder.Conference _ -> TALK;
                    case MediaOrder.StartRecording _, MediaOrder.StopRecording _ -> Duration.ZERO;
                });
    }
}
