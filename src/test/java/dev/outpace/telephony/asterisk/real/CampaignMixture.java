package dev.outpace.telephony.asterisk.real;

import static dev.outpace.telephony.asterisk.real.CampaignSetUp.action;
import static dev.outpace.telephony.asterisk.real.CampaignSetUp.inQueue;

import dev.outpace.model.EndCause;
import dev.outpace.telephony.asterisk.real.CampaignSetUp.Dialing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Campaigns of all kinds for one workspace, to run side by side. */
final class CampaignMixture {
    static final Duration RETRY = Duration.ofSeconds(6);
    static final Duration WRAP_UP = Duration.ofSeconds(2);
    static final String ANSWERS = "200";
    static final String PRESSES_ONE = "212";
    /** Numbers of the first campaign for which the network has no room: they are tried for ever. */
    static final int CONGESTED = 6;

    /** How a call to each kind of number ends. */
    static final Map<String, EndCause> ENDS = Map.of(
            "200", EndCause.NORMAL,
            "201", EndCause.NORMAL,
            "183", EndCause.NORMAL,
            "212", EndCause.NORMAL,
            "300", EndCause.NORMAL,
            "404", EndCause.BAD_NUMBER,
            "480", EndCause.NO_ANSWER,
            "486", EndCause.BUSY,
            "603", EndCause.REJECTED,
            "503", EndCause.NOT_PLACED);

    private static final Dialing ONCE = new Dialing(20_000, 60_000, 1);

    final CampaignSetUp setUp = new CampaignSetUp();
    final UUID outcomes = setUp.campaign(
            "outcomes",
            new Dialing(5_000, (int) RETRY.toMillis(), 2),
            List.of(action(1, "beep", "")),
            "",
            each(CONGESTED, "200", "201", "183", "212", "300", "404", "480", "486", "603", "503"));
    final UUID pressOne = setUp.campaign(
            "press one",
            ONCE,
            List.of(
                    action(10, "talk", "\"text\": \"Press one.\""),
                    action(11, "digits_receive", "\"duration\": 4000, \"length\": 1"),
                    action(
                            12,
                            "branch",
                            "\"variable\": \"voipbin.call.digits\", \"target_ids\": {\"1\": \"%s\"}, \"default_target_id\": \"%s\""
                                    .formatted(CampaignSetUp.actionId(14), CampaignSetUp.actionId(13))),
                    action(13, "hangup", "\"reason\": \"normal\""),
                    action(14, "talk", "\"text\": \"One moment.\"")),
            inQueue(setUp.queue((int) WRAP_UP.toMillis(), 101, 102), 100),
            List.of(PRESSES_ONE, PRESSES_ONE, ANSWERS, PRESSES_ONE, PRESSES_ONE));
    final UUID missed = setUp.campaign(
            "missed",
            ONCE,
            List.of(),
            inQueue(setUp.queue(1_000, 130, 132, 133, 901, 103), 100),
            List.of(ANSWERS, ANSWERS, ANSWERS));
    final UUID machines = setUp.campaign(
            "machines",
            ONCE,
            List.of(action(20, "amd", "\"machine_handle\": \"hangup\", \"async\": false"), action(21, "beep", "")),
            "",
            List.of("300", ANSWERS, "300"));
    final UUID recorded = setUp.campaign(
            "recorded",
            ONCE,
            List.of(
                    action(30, "recording_start", "\"format\": \"wav\""),
                    action(31, "play", "\"stream_urls\": [\"digits/1\"]"),
                    action(32, "recording_stop", "")),
            "",
            List.of("300"));
    final UUID abandoned = setUp.campaign(
            "abandoned",
            ONCE,
            List.of(),
            inQueue(setUp.queue(1_000, 104), 50)
                    + ", \"outpace\": {\"compliance\": {\"abandon_message\": \"This was Nordhavn.\","
                    + " \"abandon_after\": 2000}}",
            List.of(ANSWERS, ANSWERS));
    final UUID stopped = setUp.campaign(
            "stopped",
            new Dialing(60_000, 60_000, 1),
            List.of(action(40, "beep", "")),
            "",
            Collections.nCopies(5, "480"));

    private static List<String> each(int times, String... outcomes) {
        var all = new ArrayList<String>();
        for (int i = 0; i < times; i++) {
            all.addAll(List.of(outcomes));
        }
        return all;
    }
}
