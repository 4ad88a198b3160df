package dev.outpace.telephony.asterisk.ami;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The far end of a connection over the network, on loopback; the test speaks for it. */
final class AmiServer implements AutoCloseable {
    private final ServerSocket server;
    private Socket connection = new Socket();
    private BufferedReader in = new BufferedReader(Reader.nullReader());

    AmiServer(ServerSocket server) {
        this.server = server;
    }

    AmiServer() throws IOException {
        this(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
    }

    int port() {
        return server.getLocalPort();
    }

    /** Waits for a connection and greets. */
    void accept() throws IOException {
        connection = server.accept();
        in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        write("Asterisk Call Manager/11.0.0\r\n");
    }

    void write(String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        connection.getOutputStream().flush();
    }

    /** The next action, as its lines without the blank one. */
    String action() throws IOException {
        var action = new StringBuilder();
        String line;
        while ((line = in.readLine()) != null && !line.isEmpty()) {
            action.append(line).append('\n');
        }
        return action.toString();
    }

    void hangUp() throws IOException {
        connection.close();
    }

    @Override
    public void close() throws IOException {
        connection.close();
        server.close();
    }
}
