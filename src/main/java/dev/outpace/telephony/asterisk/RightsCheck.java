package dev.outpace.telephony.asterisk;

import dev.outpace.telephony.asterisk.ami.AmiAction;
import dev.outpace.telephony.asterisk.ami.AmiMessage;
import java.util.List;
import java.util.stream.Collectors;

/** Checks which orders the user may give. */
record RightsCheck(CheckedExchange exchange) {
    private static final String FILE = "manager.conf";

    /** What the user needs there. */
    static final String LINES = """
        read = system,call,agent,user,dtmf,agi
        write = call,agent,originate,agi,reporting
        """;

    /** Without these actions no call can be made. */
    private static final List<String> NEEDED =
            List.of("Originate", "Hangup", "Setvar", "Getvar", "AGI", "CoreStatus", "CoreShowChannels");

    private static final List<String> WANTED = List.of("Redirect", "QueuePause", "PlayDTMF");

    void run(Runnable then) {
        exchange.ask(AmiAction.of("ListCommands"), answer -> {
            exchange.found(result(answer));
            then.run();
        });
    }

    private static CheckResult result(AmiMessage commands) {
        var missing = missing(NEEDED, commands);
        var lacking = missing(WANTED, commands);
        if (!missing.isEmpty()) {
            return CheckResult.fail("rights", "rights.missing", missing).paste(FILE, LINES);
        }
        return lacking.isEmpty()
                ? CheckResult.ok("rights", "rights.ok")
                : CheckResult.warn("rights", "rights.fewer", lacking).paste(FILE, LINES);
    }

    private static String missing(List<String> actions, AmiMessage commands) {
        return actions.stream().filter(action -> commands.get(action).isEmpty()).collect(Collectors.joining(", "));
    }
}
