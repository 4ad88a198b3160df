package dev.outpace.ui.flow;

import dev.outpace.flow.OptionSpec;
import dev.outpace.model.Action;
import dev.outpace.model.Json;
import org.jspecify.annotations.Nullable;

/** The form that an editor stands in. */
interface OptionForm {
    FormSources sources();

    ActionWords words();

    /** As it is now, with all that was typed. */
    Action action();

    /** @param value null for unset */
    void put(OptionSpec spec, @Nullable Json value);

    void emit(InspectorEdit edit);
}
