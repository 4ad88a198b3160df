package dev.outpace.journal;

/** The bytes of a frame make no sense, although they are as they were written: another program wrote them. */
final class BadFrame extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadFrame(String why) {
        super(why);
    }
}
