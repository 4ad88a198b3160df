package dev.outpace.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.outpace.engine.Telephony.CallRequest;
import dev.outpace.model.Address;
import dev.outpace.telephony.asterisk.ami.AmiLogin;
import dev.outpace.telephony.asterisk.ami.Secret;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrunkTest {
    private static final Trunk CARRIER = new Trunk("PJSIP", "carrier", true);

    @ParameterizedTest
    @CsvSource({
        "PJSIP/carrier, PJSIP/+12125550100@carrier",
        "Local/world, Local/+12125550100@world/n",
        "DAHDI/g1, DAHDI/g1/+12125550100",
        "SIP/carrier.example, SIP/carrier.example/+12125550100"
    })
    void aNumberIsDialedAsTheTechnologyWantsIt(String trunk, String dialed) {
        assertThat(Trunk.read(trunk, true).orElseThrow().dialString(Address.tel("+12125550100")))
                .contains(dialed);
    }

    @Test
    void theCarrierMayWantTheDigitsAlone() {
        assertThat(new Trunk("PJSIP", "carrier", false).dialString(Address.tel("+12125550100")))
                .contains("PJSIP/12125550100@carrier");
    }

    @Test
    void aSipAddressIsDialedOverTheTrunk() {
        assertThat(CARRIER.dialString(Address.sip("anna.miller@pbx.example.org:5062")))
                .contains("PJSIP/carrier/sip:anna.miller@pbx.example.org:5062");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "+",
                "++1212",
                "1212 5550100",
                "12125550100&PJSIP/12125550101",
                "12125550100,30,U(sub)",
                "2000@queue-sales@dialer/n",
                "${SHELL(id)}",
                "12125550100/n",
                "12125550100\r\nAction: Command",
                "１２１２５５５０１００",
                "anna@example.org;x=y",
                "anna@example.org?X-Evil=1",
                "anna@exa mple.org",
                "anna@${HOST}",
                "anna\"@example.org",
                "sip:anna@example.org",
                "anna@example.org&PJSIP/12125550101"
            })
    void nothingElseEntersADialString(String hostile) {
        assertThat(CARRIER.dialString(Address.tel(hostile))).isEmpty();
        assertThat(CARRIER.dialString(Address.sip(hostile))).isEmpty();
        assertThat(CARRIER.dialString(new Address("agent", "12125550100", "", "", "")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "carrier",
                "PJSIP/",
                "/carrier",
                "PJSIP/a@b",
                "PJSIP/a&b",
                "PJSIP/a b",
                "PJSIP/a\nb",
                "PJSIP/${x}"
            })
    void aTrunkIsATechnologyAndAName(String written) {
        assertThat(Trunk.read(written, true)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Trunk("PJSIP", "a@b", true));
    }

    @Test
    void settingsCantSayMoreThanTheyMean() {
        var good = AsteriskExchange.SETTINGS;
        for (var hostile : List.of("", "agi\r\nAction: Command", "agi,1", "${x}", "a b")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new AsteriskSettings(good.login(), CARRIER, "", hostile, "agi", "test"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new AsteriskSettings(good.login(), CARRIER, "", "outpace", hostile, "test"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new AsteriskSettings(good.login(), CARRIER, "", "outpace", "agi", hostile));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AmiLogin("console\r\nAction: Command", new Secret("x"), false));
        assertThatIllegalArgumentException().isThrownBy(() -> new AmiLogin("console", new Secret("x\n"), false));
    }

    @Test
    void aCallerIdThatIsNoNumberIsLeftOut() {
        var orders = new CallOrders(AsteriskExchange.SETTINGS, new ChannelIds("test"));
        var hostile = Address.tel("12125550100>\" <x\r\nAction: Command");
        var request = new CallRequest(
                new UUID(5, 1), new UUID(1, 0), Address.tel("+12125550100"), hostile, Duration.ofMillis(30_500));

        assertThat(orders.originate(request).orElseThrow().toString())
                .doesNotContain("CallerID", "Command")
                .contains("Timeout: 30500");
    }

    @Test
    void onlyOurOwnChannelsAreOurs() {
        var ids = new ChannelIds("test");
        var call = UUID.fromString("01234567-89ab-7def-8123-456789abcdef");
        assertThat(ids.callOf(ids.of(call))).contains(call);
        assertThat(ids.callOf(ids.of(call) + ";2"))
                .as("the far half of a Local channel")
                .isEmpty();
        assertThat(new ChannelIds("other").callOf(ids.of(call)))
                .as("another workspace's")
                .isEmpty();
        assertThat(ids.callOf("1795976982.119")).isEmpty();
        assertThat(ids.callOf("")).isEmpty();
        assertThat(ids.callOf("outpace-test-1-1-1-1-1")).isEmpty();
    }

    @Test
    void theLinesOfATrunkAreKnownByTheNamesOfTheirChannels() {
        var sip = Trunk.read("PJSIP/carrier", false).orElseThrow();
        assertThat(sip.isLine("PJSIP/carrier-00000032")).isTrue();
        assertThat(sip.isLine("PJSIP/carrier2-00000032")).isFalse();
        assertThat(sip.isLine("PJSIP/agent101-00000032")).isFalse();
        var local = Trunk.read("Local/world", false).orElseThrow();
        assertThat(local.isLine("Local/12125550177@world-00000001;1")).isTrue();
        assertThat(local.isLine("Local/12125550177@world-00000001;2"))
                .as("the other half")
                .isFalse();
    }
}
