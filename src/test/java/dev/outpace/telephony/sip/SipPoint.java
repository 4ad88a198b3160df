package dev.outpace.telephony.sip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Answers SIP calls on one port of loopback, as many at once as come, and sends each answered one sound for a while, as a person's
 * telephone does. What it hears is thrown away.
 */
public final class SipPoint implements AutoCloseable {
    private static final int LARGEST = 8_192;
    private static final int SOUND_HEADER = 12;
    private static final int SOUND_BYTES = 160;
    private static final Duration PIECE = Duration.ofMillis(20);
    private static final byte SILENCE = (byte) 0xFF;

    private final PhoneLoop loop;
    private final Consumer<SipCall> callee;
    private final DatagramChannel signals;
    private final DatagramChannel sound;
    private final int port;
    private final int soundPort;
    private final Map<String, SipCall> calls = new HashMap<>();
    /** How many pieces of sound each answered call was sent. */
    private final Map<SipCall, Integer> speaking = new LinkedHashMap<>();

    private final int pieces;
    private final Future<?> speaker;
    private long tags;

    /**
     * @param speaks how long an answered call is sent sound
     * @param callee hears of each call, and answers it or not
     */
    public SipPoint(PhoneLoop loop, int port, Duration speaks, Consumer<SipCall> callee) {
        this.loop = loop;
        this.callee = callee;
        this.port = port;
        pieces = (int) speaks.dividedBy(PIECE);
        try {
            signals = bound(port);
            sound = bound(0);
            soundPort = ((InetSocketAddress) sound.getLocalAddress()).getPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        speaker = loop.every(PIECE, this::speak);
        Thread.ofPlatform().daemon().name("sip " + port).start(this::listen);
    }

    private static DatagramChannel bound(int port) throws IOException {
        var channel = DatagramChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, 1 << 20);
        return channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    private void listen() {
        var buffer = ByteBuffer.allocate(LARGEST);
        try {
            while (true) {
                buffer.clear();
                var peer = signals.receive(buffer);
                var text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
                if (!text.isBlank()) {
                    loop.run(() -> heard(SipMessage.read(text), peer));
                }
            }
        } catch (AsynchronousCloseException closed) {
            // The end.
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void heard(SipMessage message, SocketAddress peer) {
        var call = calls.get(message.callId());
        if (call != null) {
            call.heard(message);
        } else if (!message.isResponse() && message.method().equals("INVITE")) {
            var made = new SipCall(this, peer, message, port + "-" + ++tags);
            calls.put(message.callId(), made);
            made.trying();
            callee.accept(made);
        } else if (!message.isResponse() && !message.method().equals("ACK")) {
            send(message.answer("200 OK", "", contact(), "").bytes(), peer);
        }
    }

    void speaks(SipCall call) {
        speaking.put(call, 0);
    }

    void forget(String callId) {
        var call = calls.remove(callId);
        if (call != null) {
            speaking.remove(call);
        }
    }

    private void speak() {
        for (Iterator<Map.Entry<SipCall, Integer>> each = speaking.entrySet().iterator(); each.hasNext(); ) {
            var one = each.next();
            int piece = one.getValue();
            int to = one.getKey().soundPort();
            if (piece >= pieces || to == 0) {
                each.remove();
            } else {
                one.setValue(piece + 1);
                var packet = ByteBuffer.allocate(SOUND_HEADER + SOUND_BYTES);
                packet.put((byte) 0x80).put((byte) 0).putShort((short) piece);
                packet.putInt(piece * SOUND_BYTES).putInt(one.getKey().hashCode());
                while (packet.hasRemaining()) {
                    packet.put(SILENCE);
                }
                send(sound, packet.array(), new InetSocketAddress(InetAddress.getLoopbackAddress(), to));
            }
        }
    }

    String contact() {
        return "sip:point@127.0.0.1:" + port;
    }

    String via(String branch) {
        return "SIP/2.0/UDP 127.0.0.1:" + port + ";branch=z9hG4bK" + branch;
    }

    String description() {
        return String.join(
                "\r\n",
                "v=0",
                "o=- 1 1 IN IP4 127.0.0.1",
                "s=-",
                "c=IN IP4 127.0.0.1",
                "t=0 0",
                "m=audio " + soundPort + " RTP/AVP 0 101",
                "a=rtpmap:0 PCMU/8000",
                "a=rtpmap:101 telephone-event/8000",
                "");
    }

    Future<?> after(Duration delay, Runnable task) {
        return loop.after(delay, task);
    }

    void send(byte[] bytes, @Nullable SocketAddress to) {
        send(signals, bytes, to);
    }

    private static void send(DatagramChannel channel, byte[] bytes, @Nullable SocketAddress to) {
        try {
            channel.send(ByteBuffer.wrap(bytes), to);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        speaker.cancel(false);
        try {
            signals.close();
            sound.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
