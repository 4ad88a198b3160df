package dev.outpace.workspace;

import dev.outpace.model.Json;
import dev.outpace.model.JsonText;
import dev.outpace.store.Store;
import java.util.LinkedHashMap;

/** How a supervisor hears calls, as it is stored. */
final class MonitoringText {
    private static final String SETTING = "monitoring";
    private static final String PHONE = "supervisor_phone";
    private static final String RECORDINGS = "recordings";

    private final Store store;
    private final JsonText json;

    MonitoringText(Store store, JsonText json) {
        this.store = store;
        this.json = json;
    }

    void save(Monitoring monitoring) {
        var fields = new LinkedHashMap<String, Json>();
        fields.put(PHONE, new Json.Text(monitoring.phone()));
        fields.put(RECORDINGS, new Json.Text(monitoring.recordings()));
        var _ = store.saveSetting(SETTING, json.write(new Json.Obj(fields))).join();
    }

    /** Nothing where nothing was stored, or what is stored can't be used. */
    Monitoring read() {
        var read = store.setting(SETTING).join().map(this::read).orElse(Monitoring.NONE);
        return read.problems().isEmpty() ? read : Monitoring.NONE;
    }

    private Monitoring read(String text) {
        try {
            return json.read(text) instanceof Json.Obj fields
                    ? new Monitoring(fields.text(PHONE, ""), fields.text(RECORDINGS, ""))
                    : Monitoring.NONE;
        } catch (IllegalArgumentException unreadable) {
            return Monitoring.NONE;
        }
    }
}
