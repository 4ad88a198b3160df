package dev.outpace.telephony.asterisk;

import dev.outpace.model.Phone;

/** What a phone is called in Asterisk's states and channels: its dial string without options, {@code Local/101@from-queue}. */
record PhoneDevice(String name) {
    static PhoneDevice of(Phone phone) {
        return dialed(phone.dialString());
    }

    static PhoneDevice dialed(String dialed) {
        int options = dialed.indexOf('/', dialed.indexOf('/') + 1);
        return new PhoneDevice(options < 0 ? dialed : dialed.substring(0, options));
    }

    /** @param channel name of a channel: that of its device, a dash, and a number */
    static PhoneDevice ofChannel(String channel) {
        int dash = channel.lastIndexOf('-');
        return new PhoneDevice(dash < 0 ? channel : channel.substring(0, dash));
    }
}
