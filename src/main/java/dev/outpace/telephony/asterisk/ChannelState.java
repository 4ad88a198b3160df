package dev.outpace.telephony.asterisk;

/** How far a channel is, of Asterisk's numbers those that matter. */
enum ChannelState {
    DIALING,
    RINGING,
    UP;

    private static final int RINGING_NUMBER = 5;
    private static final int UP_NUMBER = 6;

    static ChannelState of(int number) {
        return switch (number) {
            case RINGING_NUMBER -> RINGING;
            case UP_NUMBER -> UP;
            default -> DIALING;
        };
    }
}
