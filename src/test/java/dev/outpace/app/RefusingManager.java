package dev.outpace.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A manager interface that challenges, and then refuses. */
final class RefusingManager implements AutoCloseable {
    private final ServerSocket server;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    /** @param server closed with this */
    RefusingManager(ServerSocket server) {
        this.server = server;
        Thread.ofVirtual().start(this::refuse);
    }

    RefusingManager() throws IOException {
        this(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()));
    }

    int port() {
        return server.getLocalPort();
    }

    /** All lines that were said to it. */
    List<String> heard() {
        return heard;
    }

    long logins() {
        return heard.stream().filter("Action: Login"::equals).count();
    }

    private void refuse() {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                refuse(socket);
            } catch (IOException whoeverWasThereLeft) {
                heard.add(whoeverWasThereLeft.toString());
            }
        }
    }

    private void refuse(Socket socket) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        var out = socket.getOutputStream();
        out.write("Asterisk Call Manager/11.0.0\r\n".getBytes(StandardCharsets.UTF_8));
        var id = "";
        var action = "";
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            if (line.startsWith("ActionID: ")) {
                id = line;
            } else if (line.startsWith("Action: ")) {
                action = line;
            } else if (line.isEmpty()) {
                var answer = action.endsWith("Challenge")
                        ? "Response: Success\r\nChallenge: 1234\r\n"
                        : "Response: Error\r\nMessage: Authentication failed\r\n";
                out.write((answer + id + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
