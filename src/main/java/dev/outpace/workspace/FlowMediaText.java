package dev.outpace.workspace;

import dev.outpace.model.Json;
import dev.outpace.model.JsonText;
import dev.outpace.store.Store;
import java.math.BigDecimal;
import java.util.LinkedHashMap;

/** How flows are heard, as it is stored. */
final class FlowMediaText {
    private static final String SETTING = "media";

    private final Store store;
    private final JsonText json;

    FlowMediaText(Store store, JsonText json) {
        this.store = store;
        this.json = json;
    }

    void save(FlowMedia media) {
        var _ = store.saveSetting(SETTING, write(media)).join();
    }

    String write(FlowMedia media) {
        var fields = new LinkedHashMap<String, Json>();
        fields.put("voice", new Json.Text(media.voice()));
        fields.put("language", new Json.Text(media.language()));
        fields.put("host", new Json.Text(media.host()));
        fields.put("port", new Json.Num(BigDecimal.valueOf(media.port())));
        fields.put("machine_detection", new Json.Text(media.machineDetection()));
        fields.put("music", new Json.Text(media.music()));
        return json.write(new Json.Obj(fields));
    }

    /** The standard where nothing was stored, or what is stored can't be used. */
    FlowMedia read() {
        var media = store.setting(SETTING).join().map(this::read).orElse(FlowMedia.STANDARD);
        return media.problems().isEmpty() ? media : FlowMedia.STANDARD;
    }

    private FlowMedia read(String text) {
        var standard = FlowMedia.STANDARD;
        try {
            return json.read(text) instanceof Json.Obj fields
                    ? new FlowMedia(
                            fields.text("voice", standard.voice()),
                            fields.text("language", standard.language()),
                            fields.text("host", standard.host()),
                            (int) fields.integer("port", standard.port()),
                            fields.text("machine_detection", standard.machineDetection()),
                            fields.text("music", standard.music()))
                    : standard;
        } catch (IllegalArgumentException unreadable) {
            return standard;
        }
    }
}
