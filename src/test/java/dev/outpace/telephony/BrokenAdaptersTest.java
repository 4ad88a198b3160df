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

    private static CallContract calls(Fault fault) {
        return new CallContract() {
            @Override
            protected TestedExchange exchange(Consumer<EngineInput> sink) {
                return fault.exchange(sink);
            }
        };
    }

    private static MediaContract media(Fault fault) {
        return new MediaContract() {
            @Override
            protected TestedExchange exchange(Consumer<EngineInput> sink) {
                return fault.exchange(sink);
            }
        };
    }

    private static QueueContract queues(Fault fault) {
        return new QueueContract() {
            @Override
            protected TestedExchange exchange(Consumer<EngineInput> sink) {
                return fault.exchange(sink);
            }
        };
    }

    private static AgentContract agents(Fault fault) {
        return new AgentContract() {
            @Override
            protected TestedExchange exchange(Consumer<EngineInput> sink) {
                return fault.exchange(sink);
            }
        };
    }

    private static LinkContract link(Fault fault) {
        return new LinkContract() {
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
        finds(calls(fault), CallContract::anAnsweredCallIsAcceptedRingsIsAnsweredAndEndsOnceWhenWeHangUp);
        finds(calls(fault), CallContract::aCallThatRingsIsCancelledByOurHangUp);
        finds(agents(fault), AgentContract::anAgentWhoPassesTheCallerOnIsFreeAndTheCallEndsOnceLater);
        finds(link(fault), LinkContract::theSnapshotAfterALostLinkHasTheCallsThatLiveAndTheOthersEndOnce);
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
                CallContract::aCallThatRingsIsCancelledByOurHangUp);
    }

    @Test
    void aRefusalThatIsNeverTold() {
        finds(calls(Fault.neverTells(CallRefused.class::isInstance)), CallContract::ofARefusedCallNothingElseIsHeard);
    }

    @Test
    void anOrderToACallThatIsLostWithoutAWord() {
        var fault = Fault.neverTells(OrderEnded.class::isInstance);
        finds(media(fault), MediaContract::aSpokenTextEndsWhileTheCallGoesOn);
        finds(media(fault), MediaContract::everyOrderThatItSaysItCanDoEnds);
        finds(media(fault), MediaContract::aCancelledOrderEndsAtOnceAndTheCallGoesOn);
        finds(media(fault), MediaContract::anOrderThatTheCallIsNotReadyForEndsToo);
    }

    @Test
    void anOrderToLeaveAQueueThatIsLost() {
        finds(
                queues(Fault.neverTells(QueueLeft.class::isInstance)),
                QueueContract::aCallerWhoWaitsIsTakenOutOfTheQueueByOrder);
    }

    @Test
    void anOrderAboutAnAgentThatIsLost() {
        finds(
                agents(Fault.neverTells(OrderAccepted.class::isInstance)),
                AgentContract::everyOrderAboutAnAgentIsAnsweredAndOneAboutNobodyIsRefused);
    }

    @Test
    void anAgentWhomTheSnapshotForgets() {
        Fault fault = (input, sink) -> sink.accept(
                input instanceof LinkUp up ? new LinkUp(up.at(), up.restarted(), withoutTheLast(up.now())) : input);
        finds(link(fault), LinkContract::theFirstInputIsASnapshot);
        finds(link(fault), LinkContract::aSnapshotThatIsAskedForHasEveryCallAndEveryAgent);
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
                LinkContract::aSnapshotThatIsAskedForHasEveryCallAndEveryAgent);
    }

    @Test
    void momentsThatGoBack() {
        finds(
                calls((input, sink) -> sink.accept(
                        input instanceof CallEnded(var at, var id, var outcome, var by)
                                ? new CallEnded(at.minusSeconds(60), id, outcome, by)
                                : input)),
                CallContract::anAnsweredCallIsAcceptedRingsIsAnsweredAndEndsOnceWhenWeHangUp);
    }
}
