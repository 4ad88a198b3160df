package dev.outpace.app;

import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Json;
import dev.outpace.workspace.FlowMedia;
import dev.outpace.workspace.Monitoring;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Sets how flows are heard on an Asterisk, and who hears calls, for a workspace that is not running, and prints it. */
@Command(
        name = "media",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.outpace.app.commands",
        sortOptions = false)
final class TelephonyMediaCommand extends OfflineCommand implements Callable<Integer> {
    @Option(names = "--voice", paramLabel = "COMMAND")
    private @Nullable String voice;

    @Option(names = "--language", paramLabel = "TAG")
    private @Nullable String language;

    @Option(names = "--address", paramLabel = "HOST[:PORT]")
    private @Nullable String address;

    @Option(names = "--machine-detection", paramLabel = "N,N,…")
    private @Nullable String machineDetection;

    @Option(names = "--music", paramLabel = "CLASS")
    private @Nullable String music;

    @Option(names = "--supervisor-phone", paramLabel = "PHONE")
    private @Nullable String supervisorPhone;

    @Option(names = "--recordings", paramLabel = "FOLDER")
    private @Nullable String recordings;

    @Override
    public Integer call() {
        try (var orders = open("telephony")) {
            var wanted = changed(orders.media());
            var monitoring = changed(orders.monitoring());
            int exitCode = tell(orders.useMedia(wanted, monitoring));
            if (exitCode == 0) {
                System.out.println(new JacksonJson().write(printed(wanted, monitoring)));
            }
            return exitCode;
        }
    }

    private Monitoring changed(Monitoring now) {
        return new Monitoring(
                supervisorPhone == null ? now.phone() : supervisorPhone.strip(),
                recordings == null ? now.recordings() : recordings.strip());
    }

    private FlowMedia changed(FlowMedia now) {
        var host = now.host();
        int port = now.port();
        if (address != null) {
            int colon = address.endsWith("]") ? -1 : address.lastIndexOf(':');
            host = (colon < 0 ? address : address.substring(0, colon)).strip();
            port = colon < 0 ? 0 : port(address.substring(colon + 1));
        }
        return new FlowMedia(
                voice == null ? now.voice() : voice.strip(),
                language == null ? now.language() : language.strip(),
                host,
                port,
                machineDetection == null ? now.machineDetection() : machineDetection.strip(),
                music == null ? now.music() : music.strip());
    }

    /** One that is no number is out of the range, too. */
    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    private static Json.Obj printed(FlowMedia media, Monitoring monitoring) {
        var fields = new LinkedHashMap<String, Json>();
        fields.put("voice", new Json.Text(media.voice()));
        fields.put("language", new Json.Text(media.language()));
        fields.put("address", new Json.Text(media.port() == 0 ? media.host() : media.host() + ':' + media.port()));
        fields.put("machine_detection", new Json.Text(media.machineDetection()));
        fields.put("music", new Json.Text(media.music()));
        fields.put("supervisor_phone", new Json.Text(monitoring.phone()));
        fields.put("recordings", new Json.Text(monitoring.recordings()));
        return new Json.Obj(fields);
    }
}
