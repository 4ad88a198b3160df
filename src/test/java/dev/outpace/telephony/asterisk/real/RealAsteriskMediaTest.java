package dev.outpace.telephony.asterisk.real;

import dev.outpace.engine.EngineInput;
import dev.outpace.telephony.MediaContractTest;
import dev.outpace.telephony.TestedExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

@Tag("asterisk")
class RealAsteriskMediaTest extends MediaContractTest {
    private final List<RealAsterisk> made = new ArrayList<>();

    @Override
    protected TestedExchange exchange(Consumer<EngineInput> sink) {
        var exchange = new RealAsterisk(sink, RealAsterisk.settings("PJSIP/carrier"));
        made.add(exchange);
        return exchange;
    }

    @AfterEach
    void close() {
        made.forEach(RealAsterisk::close);
    }
}
