package dev.outpace.telephony.asterisk;

import java.util.Locale;

/** Checks whether the trunk is there and reachable, and leaves the carrier alone while agents are rung. */
record TrunkCheck(CheckedExchange exchange, Trunk trunk) {
    void run(Runnable then) {
        var written = trunk.technology() + '/' + trunk.name();
        if (trunk.technology().equalsIgnoreCase("Local")) {
            exchange.found(CheckResult.ok("trunk", "trunk.local", trunk.name()));
            then.run();
            return;
        }
        exchange.value("DEVICE_STATE(" + written + ')', state -> {
            switch (state.toUpperCase(Locale.ROOT)) {
                case "INVALID", "" -> {
                    exchange.found(CheckResult.fail("trunk", "trunk.none", written));
                    then.run();
                }
                case "UNAVAILABLE" -> {
                    exchange.found(CheckResult.fail("trunk", "trunk.unavailable", written));
                    connectedLine(then);
                }
                default -> {
                    exchange.found(CheckResult.ok("trunk", "trunk.ok", written));
                    connectedLine(then);
                }
            }
        });
    }

    /** Without this setting the carrier is told anew with whom the caller talks, each time that an agent's phone rings. */
    private void connectedLine(Runnable then) {
        if (!trunk.technology().equalsIgnoreCase("PJSIP")) {
            then.run();
            return;
        }
        var name = trunk.name();
        exchange.value("PJSIP_ENDPOINT(" + name + ",send_connected_line)", sends -> {
            exchange.found(
                    sends.equalsIgnoreCase("no")
                            ? CheckResult.ok("connected_line", "connected_line.ok")
                            : CheckResult.warn("connected_line", "connected_line.sent", name)
                                    .paste("pjsip.conf", "[" + name + "]\nsend_connected_line = no\n"));
            then.run();
        });
    }
}
