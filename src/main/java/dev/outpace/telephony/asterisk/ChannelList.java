package dev.outpace.telephony.asterisk;

import dev.outpace.telephony.asterisk.ami.AmiMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Our channels, as Asterisk lists them. */
record ChannelList(Map<UUID, ChannelState> calls) {
    /** @param rows answer to {@code CoreShowChannels} */
    static ChannelList of(List<AmiMessage> rows, ChannelIds ids) {
        var calls = new LinkedHashMap<UUID, ChannelState>();
        for (var row : rows) {
            ids.callOf(row.get("Uniqueid"))
                    .ifPresent(call -> calls.put(call, ChannelState.of(row.number("ChannelState"))));
        }
        return new ChannelList(calls);
    }
}
