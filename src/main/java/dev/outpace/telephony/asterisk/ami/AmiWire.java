package dev.outpace.telephony.asterisk.ami;

/** One connection to Asterisk, from its begin to its end. */
public interface AmiWire {
    /** Never blocks. No effect when the connection has ended. */
    void send(AmiAction action);

    /** When something was last heard, in nanoseconds of the engine's clock, even if it has not been handed on yet. */
    long heardAt();

    /** Ends the connection. The listener hears nothing afterwards. */
    void close();

    /** Hears all of it on one thread, in order. */
    interface Listener {
        /** @param greeting the first line, such as {@code Asterisk Call Manager/11.0.0} */
        void greeted(String greeting);

        void received(AmiMessage message);

        /**
         * The exchange shows another certificate than the accepted one; {@link #closed} follows.
         *
         * @param fingerprint of what it shows: SHA-256, hexadecimal
         */
        default void otherCertificate(String fingerprint) {}

        /** The connection could not be made, or has ended. Nothing follows. */
        void closed(String reason);
    }

    /** Makes connections. */
    interface Connector {
        /** Begins to connect, without blocking. */
        AmiWire connect(Listener listener);
    }
}
