package dev.outpace.flow;

import dev.outpace.model.Address;
import dev.outpace.model.Campaign;
import dev.outpace.model.Json;
import dev.outpace.model.JsonText;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The variables of one run, by name. */
public final class Variables {
    /** Keys pressed by the person called. */
    public static final String DIGITS = "voipbin.call.digits";

    /** A name ends at the first brace; text without one is no variable. */
    private static final Pattern USE = Pattern.compile("\\$\\{([^}]*)}");

    /** Published: merged variables of a run together, in characters. */
    private static final int MAX_TEXT = 256 * 1024;

    /** A small text that names a long value often would fill the memory otherwise. */
    private static final int MAX_FILLED = 1_000_000;

    /** What a call begins with has room. */
    private final Map<String, String> values = HashMap.newHashMap(32);

    private int size;
    /** Sets what the run begins with, as soon as anybody asks for a variable; null once it has. */
    private @Nullable Consumer<Variables> beginning;

    public Variables() {}

    /** @param beginning sets what the run begins with; called once, and only if a variable is needed */
    public Variables(Consumer<Variables> beginning) {
        this.beginning = beginning;
    }

    private Map<String, String> values() {
        var first = beginning;
        if (first != null) {
            beginning = null;
            first.accept(this);
        }
        return values;
    }

    public String get(String name) {
        return values().getOrDefault(name, "");
    }

    /** @return false when there is no room for it, so that it was not set */
    public boolean set(String name, String value) {
        var before = values().get(name);
        int grown = size + value.length() + (before == null ? name.length() : -before.length());
        if (grown > MAX_TEXT) {
            return false;
        }
        size = grown;
        values.put(name, value);
        return true;
    }

    /**
     * Every {@code ${name}} replaced by its value; unknown ones by nothing. Text that came in is not read again. What is
     * longer than {@value #MAX_FILLED} characters is cut.
     */
    public String fill(String text) {
        if (text.indexOf('$') < 0) {
            return text;
        }
        var filled = new StringBuilder();
        var use = USE.matcher(text);
        int from = 0;
        while (use.find() && filled.length() < MAX_FILLED) {
            filled.append(text, from, use.start()).append(get(use.group(1).strip()));
            from = use.end();
        }
        filled.append(text, from, text.length());
        return filled.length() <= MAX_FILLED ? filled.toString() : filled.substring(0, MAX_FILLED);
    }

    public Map<String, String> all() {
        return Collections.unmodifiableMap(values());
    }

    public void campaign(Campaign campaign) {
        set("campaign.id", campaign.id().toString());
        set("campaign.name", campaign.name());
        set("campaign.detail", campaign.detail());
    }

    /** @param data where it is a JSON object, each field is a variable {@code target.data.<key>}, nested ones by dots */
    public void target(String name, String detail, String data, JsonText json) {
        set("target.name", name);
        set("target.detail", detail);
        set("target.data", data);
        if (data.stripLeading().startsWith("{")) {
            try {
                fields("target.data", json.read(data));
            } catch (IllegalArgumentException noJson) {
                // A free text that begins with a brace is a text.
                return;
            }
        }
    }

    private void fields(String name, Json value) {
        switch (value) {
            case Json.Obj(var fields) -> fields.forEach((key, field) -> fields(name + '.' + key, field));
            case Json.Array(var items) -> {
                for (int i = 0; i < items.size(); i++) {
                    fields(name + '.' + i, items.get(i));
                }
            }
            case Json.Text(var text) -> set(name, text);
            case Json.Num(var number) -> set(name, number.toPlainString());
            case Json.Bool(var flag) -> set(name, Boolean.toString(flag));
            case Json.Null _ -> set(name, "");
        }
    }

    /** @param end {@code source} or {@code destination} */
    public void address(String end, @Nullable Address address) {
        if (address != null) {
            var prefix = "voipbin.call." + end + '.';
            set(prefix + "type", address.type());
            set(prefix + "target", address.target());
            set(prefix + "target_name", address.targetName());
            set(prefix + "name", address.name());
            set(prefix + "detail", address.detail());
        }
    }
}
