package dev.outpace.telephony.asterisk;

import dev.outpace.telephony.asterisk.ami.AmiAction;
import dev.outpace.telephony.asterisk.ami.AmiMessage;
import java.util.List;
import java.util.function.Consumer;

/** An Asterisk that is checked, as each of the checks sees it. */
interface CheckedExchange {
    void ask(AmiAction action, Consumer<AmiMessage> answered);

    /** Asks for a list; a refusal gives an empty one. */
    void list(AmiAction action, Consumer<List<AmiMessage>> listed);

    void found(CheckResult result);

    /** Tells the value of a variable, or of a function of the dialplan; empty where it has none. */
    default void value(String of, Consumer<String> then) {
        ask(
                AmiAction.of("Getvar").with("Variable", of),
                answer -> then.accept(answer.agrees() ? answer.get("Value").strip() : ""));
    }
}
