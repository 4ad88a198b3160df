package dev.outpace.journal;

/** A frame whose check sum is right but whose content can't be decoded: another program wrote it. */
final class BadFrame extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadFrame(String why) {
        super(why);
    }
}
