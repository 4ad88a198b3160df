package dev.outpace.telephony.sip;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One call to an answering point, from its INVITE on. Everything happens on the thread of the answering point. */
public final class SipCall {
    private static final Duration FIRST_REPEAT = Duration.ofMillis(500);
    private static final int REPEATS = 6;

    /** What the other side does. */
    public interface Listener {
        /** The other side knows that the call is answered. */
        default void confirmed() {}

        /** The call is over: cancelled before an answer, hung up by either side, or refused and acknowledged. */
        default void ended() {}
    }

    private enum Stage {
        CALLED,
        ANSWERED,
        REFUSED,
        HANGING_UP,
        OVER
    }

    private final SipPoint point;
    private final SocketAddress peer;
    private final SipMessage invite;
    private final String tag;
    private Listener listener = new Listener() {};
    private Stage stage = Stage.CALLED;
    private boolean confirmed;
    private int sequence = 1;
    private byte @Nullable [] lastAnswer;
    private @Nullable Future<?> repeat;

    SipCall(SipPoint point, SocketAddress peer, SipMessage invite, String tag) {
        this.point = point;
        this.peer = peer;
        this.invite = invite;
        this.tag = tag;
    }

    /** The user part of the address that was called. */
    public String called() {
        return invite.called();
    }

    /** The user part of the caller's address. */
    public String caller() {
        return invite.caller();
    }

    public void listen(Listener newListener) {
        listener = newListener;
    }

    int soundPort() {
        return stage == Stage.ANSWERED ? invite.soundPort() : 0;
    }

    void trying() {
        send(invite.answer("100 Trying", "", "", ""));
    }

    public void ring() {
        if (stage == Stage.CALLED) {
            send(invite.answer("180 Ringing", tag, point.contact(), ""));
        }
    }

    public void answer() {
        if (stage == Stage.CALLED) {
            stage = Stage.ANSWERED;
            sendRepeated(invite.answer("200 OK", tag, point.contact(), point.description()));
            point.speaks(this);
        }
    }

    /** @param status with its reason, such as {@code 486 Busy Here} */
    public void refuse(String status) {
        if (stage == Stage.CALLED) {
            stage = Stage.REFUSED;
            sendRepeated(invite.answer(status, tag, "", ""));
        }
    }

    /** Without effect on a call that is over, or not answered. */
    public void hangUp() {
        if (stage == Stage.ANSWERED) {
            stage = Stage.HANGING_UP;
            int number = ++sequence;
            var bye = new SipMessage(
                    "BYE " + invite.contact() + " SIP/2.0",
                    List.of(
                            new SipMessage.Header("Via", point.via(tag + number)),
                            new SipMessage.Header("From", withTag(invite.header("to"))),
                            new SipMessage.Header("To", invite.header("from")),
                            new SipMessage.Header("Call-ID", invite.callId()),
                            new SipMessage.Header("CSeq", number + " BYE"),
                            new SipMessage.Header("Max-Forwards", "70")),
                    "");
            sendRepeated(bye);
        }
    }

    private String withTag(String address) {
        return address.contains(";tag=") ? address : address + ";tag=" + tag;
    }

    void heard(SipMessage message) {
        if (message.isResponse()) {
            if (stage == Stage.HANGING_UP && message.status() >= 200) {
                over();
            }
            return;
        }
        switch (message.method()) {
            case "INVITE" -> invited(message);
            case "ACK" -> acknowledged();
            case "CANCEL" -> {
                send(message.answer("200 OK", tag, "", ""));
                if (stage == Stage.CALLED) {
                    refuse("487 Request Terminated");
                }
            }
            case "BYE" -> {
                send(message.answer("200 OK", tag, "", ""));
                over();
            }
            default -> send(message.answer("200 OK", tag, point.contact(), ""));
        }
    }

    /** The same again, or a change of the session in a call that goes on. */
    private void invited(SipMessage message) {
        if (message.sequence() != invite.sequence()) {
            send(message.answer("200 OK", tag, point.contact(), point.description()));
        } else if (lastAnswer != null) {
            point.send(lastAnswer, peer);
        }
    }

    private void acknowledged() {
        if (stage == Stage.REFUSED) {
            over();
        } else if (stage == Stage.ANSWERED && !confirmed) {
            confirmed = true;
            stopRepeating();
            listener.confirmed();
        }
    }

    private void over() {
        if (stage != Stage.OVER) {
            stage = Stage.OVER;
            stopRepeating();
            point.forget(invite.callId());
            listener.ended();
        }
    }

    private void send(SipMessage message) {
        var bytes = message.bytes();
        if (message.isResponse() && message.header("cseq").endsWith("INVITE")) {
            lastAnswer = bytes;
        }
        point.send(bytes, peer);
    }

    /** Until it is acknowledged: UDP may lose it. */
    private void sendRepeated(SipMessage message) {
        send(message);
        repeatAfter(FIRST_REPEAT, message.bytes(), REPEATS);
    }

    private void repeatAfter(Duration delay, byte[] bytes, int times) {
        stopRepeating();
        repeat = point.after(delay, () -> {
            if (times == 0) {
                over();
            } else {
                point.send(bytes, peer);
                repeatAfter(delay.multipliedBy(2), bytes, times - 1);
            }
        });
    }

    private void stopRepeating() {
        if (repeat != null) {
            repeat.cancel(false);
            repeat = null;
        }
    }
}
