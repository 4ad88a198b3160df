package dev.outpace.telephony.asterisk;

/** An order of the engine to the leg of a call, while it is carried out. It tells its end to the leg, once. */
sealed interface LegOrder permits SoundOrder, KeysOrder, ApplicationOrder, RecordOrder, InstantOrder {
    void begin();

    /** The person pressed a key. */
    default void pressed(char key) {}

    /** Whether others are to be with the person, who is theirs then. */
    default boolean isWithOthers() {
        return false;
    }

    /** Ends it early; its end is told as soon as Asterisk has let go. */
    void cancel();
}
