package dev.outpace.telephony;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.CallRefused;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.OrderAccepted;
import dev.outpace.engine.EngineInput.OrderEnded;
import dev.outpace.engine.EngineInput.QueueLeft;
import dev.outpace.engine.Snapshot;
import dev.outpace.telephony.simulated.SimulatedExchange;
import java.util.LinkedHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The contract finds adapters that don't keep it: each breaks one promise, and one case at least fails. */
class BrokenAdaptersTest {
    /** What an adapter makes of an input before it tells it, or does not. */
    private interface Fault extends BiConsumer<EngineInput, Consumer<EngineInput>> {
        static Fault neverTells(Predicate<EngineInput> which) {
            return (input, sink) -> {
                if (!which.test(input)) {
                    sink.accept(input);
                }
            };
        }

        default TestedExchange exchange(Consumer<EngineInput> sink) {
            return new SimulatedExchange(input -> accept(input, sink));
        }
    }

    private static CallContractTest calls(Fault fault) {
        return new CallContractTest() {
            @Override
            protected TestedExchange exchange(Consumer<EngineInput> sink) {
                return fault.exchange(sink);
            }
        };
    }

    private static MediaContractTest media(Fault fault) {
        return new MediaContractTest() {
            @Override
            protected TestedExchange exchange(Consumer<EngineInput> sink) {
                return fault.exchange(sink);
            }
        };
    }

    private static QueueContractTest queues(Fault fault) {
        return new QueueContractTest() {
            @Override
            protected TestedExchange exchange(Consumer<EngineInput> sink) {
                return fault.exchange(sink);
            }
        };
    }

    private static AgentContractTest agents(Fault fault) {
        return new AgentContractTest() {
            @Override
            protected TestedExchange exchange(Consumer<EngineInput> sink) {
                return fault.exchange(sink);
            }
        };
    }

    private static LinkContractTest link(Fault fault) {
        return new LinkContractTest() {
            @Override
            protected TestedExchange exchange(Consumer<EngineInput> sink) {
                return fault.exchange(sink);
            }
        };
    }

    private static FloorLinkContractTest floorLink(Fault fault) {
        return new FloorLinkContractTest() {
            @Override
            protected TestedExchange exchange(Consumer<EngineInput> sink) {
                return fault.exchange(sink);
            }
        };
    }

    private static <C extends TelephonyContract> void finds(C contract, Consumer<C> testCase) {
        assertThatThrownBy(() -> {
                    contract.connectWithTwoAgentsAway();
                    testCase.accept(contract);
                })
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void anEndThatIsNeverTold() {
        var fault = Fault.neverTells(CallEnded.class::isInstance);
        finds(calls(fault), CallContractTest::anAnsweredCallIsAcceptedRingsIsAnsweredAndEndsOnceWhenWeHangUp);
        finds(calls(fault), CallContractTest::aCallThatRingsIsCancelledByOurHangUp);
        finds(agents(fault), AgentContractTest::anAgentWhoPassesTheCallerOnIsFreeAndTheCallEndsOnceLater);
        finds(link(fault), LinkContractTest::theSnapshotAfterALostLinkHasTheCallsThatLiveAndTheOthersEndOnce);
    }

    @Test
    void anEndThatIsToldTwice() {
        finds(
                calls((input, sink) -> {
                    sink.accept(input);
                    if (input instanceof CallEnded) {
                        sink.accept(input);
                    }
                }),
                CallContractTest::aCallThatRingsIsCancelledByOurHangUp);
    }

    @Test
    void aRefusalThatIsNeverTold() {
        finds(
                calls(Fault.neverTells(CallRefused.class::isInstance)),
                CallContractTest::ofARefusedCallNothingElseIsHeard);
    }

    @Test
    void anOrderToACallThatIsLostWithoutAWord() {
        var fault = Fault.neverTells(OrderEnded.class::isInstance);
        finds(media(fault), MediaContractTest::aSpokenTextEndsWhileTheCallGoesOn);
        finds(media(fault), MediaContractTest::everyOrderThatItSaysItCanDoEnds);
        finds(media(fault), MediaContractTest::aCancelledOrderEndsAtOnceAndTheCallGoesOn);
        finds(queues(fault), QueueContractTest::anOrderThatTheCallIsNotReadyForEndsToo);
    }

    @Test
    void anOrderToLeaveAQueueThatIsLost() {
        finds(
                queues(Fault.neverTells(QueueLeft.class::isInstance)),
                QueueContractTest::aCallerWhoWaitsIsTakenOutOfTheQueueByOrder);
    }

    @Test
    void anOrderAboutAnAgentThatIsLost() {
        finds(
                agents(Fault.neverTells(OrderAccepted.class::isInstance)),
                AgentContractTest::everyOrderAboutAnAgentIsAnsweredAndOneAboutNobodyIsRefused);
    }

    @Test
    void anAgentWhomTheSnapshotForgets() {
        Fault fault = (input, sink) -> sink.accept(
                input instanceof LinkUp up ? new LinkUp(up.at(), up.restarted(), withoutTheLast(up.now())) : input);
        finds(floorLink(fault), FloorLinkContractTest::theFirstSnapshotHasTheAgents);
        finds(floorLink(fault), FloorLinkContractTest::aSnapshotThatIsAskedForHasEveryCallAndEveryAgent);
    }

    private static Snapshot withoutTheLast(Snapshot now) {
        var agents = new LinkedHashMap<>(now.agents());
        agents.pollLastEntry();
        return new Snapshot(now.calls(), agents);
    }

    @Test
    void aCallThatTheSnapshotForgets() {
        finds(
                link((input, sink) -> sink.accept(
                        input instanceof LinkUp up
                                ? new LinkUp(
                                        up.at(),
                                        up.restarted(),
                                        new Snapshot(
                                                new LinkedHashMap<>(), up.now().agents()))
                                : input)),
                LinkContractTest::aSnapshotThatIsAskedForHasEveryCall);
    }

    @Test
    void momentsThatGoBack() {
        finds(
                calls((input, sink) -> sink.accept(
                        input instanceof CallEnded(var at, var id, var outcome, var by)
                                ? new CallEnded(at.minusSeconds(60), id, outcome, by)
                                : input)),
                CallContractTest::anAnsweredCallIsAcceptedRingsIsAnsweredAndEndsOnceWhenWeHangUp);
    }
}
