package dev.outpace.telephony;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.FromExchange;
import dev.outpace.engine.Snapshot.AgentNow;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;

/** Inputs as they compare where it does not matter when something was: each moment in them is one and the same. */
public final class Timeless {
    public static final Instant AT = Instant.EPOCH;

    private Timeless() {}

    public static EngineInput input(EngineInput input) {
        return input instanceof FromExchange ? (EngineInput) record((Record) input) : input;
    }

    private static Record record(Record of) {
        var components = of.getClass().getRecordComponents();
        try {
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                var value = components[i].getAccessor().invoke(of);
                values[i] = value instanceof Instant ? AT : value instanceof AgentNow ? record((Record) value) : value;
            }
            return of.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException hidden) {
            throw new LinkageError(hidden.getMessage(), hidden);
        }
    }
}
