package dev.outpace.truth;

import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.simulation.LabPlaces;
import dev.outpace.telephony.simulated.DrawnPeople;
import dev.outpace.telephony.simulated.Person;
import dev.outpace.telephony.sip.PhoneLoop;
import dev.outpace.telephony.sip.SipCall;
import dev.outpace.telephony.sip.SipPoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * People behind a carrier, and agents with their phones. Whoever answers hangs up when patience is over, unless an agent takes the
 * call; then, after the talk. An agent picks up at once, and is ready again when the work after the talk is done.
 */
final class PlayedFloor implements AutoCloseable {
    private static final double NANOS = 1e9;
    private static final int FIRST_PHONE = 101;
    /** As long as a person who waits may speak, and more. */
    private static final Duration SPEAKS = Duration.ofSeconds(10);

    private final PhoneLoop loop = new PhoneLoop();
    private final DrawnPeople people;
    private final Consumer<UUID> ready;
    private final SipPoint carrier;
    private final SipPoint phones;
    private final List<Agent> agents = new ArrayList<>();
    /** Those who have answered, by their number. */
    private final Map<String, Callee> answered = new HashMap<>();

    private final CompletableFuture<Long> begun = new CompletableFuture<>();
    private long dials;
    private long answers;
    private long abandoned;
    private long handled;

    /** @param ready hears when the work of an agent after a talk is done, on the thread of the phones */
    PlayedFloor(Place place, int agents, DrawnPeople people, Consumer<UUID> ready) {
        this.people = people;
        this.ready = ready;
        for (int i = 0; i < agents; i++) {
            this.agents.add(new Agent(LabPlaces.agent(i)));
        }
        carrier = new SipPoint(loop, place.carrierPort(), SPEAKS, call -> new Callee(call).called());
        phones = new SipPoint(
                loop, place.agentsPort(), SPEAKS, call -> agent(call).rung(call));
    }

    private Agent agent(SipCall call) {
        return agents.get(Integer.parseInt(call.called()) - FIRST_PHONE);
    }

    /** The first call has come: from then on it counts. */
    CompletableFuture<Long> begun() {
        return begun;
    }

    Measured measured() {
        return onLoop(() -> {
            long now = System.nanoTime();
            double staffed = (now - begun.join()) / NANOS * agents.size();
            double busy = agents.stream().mapToDouble(agent -> agent.busy(now)).sum();
            return new Measured(busy / staffed, dials, answers, abandoned, handled);
        });
    }

    private <T> T onLoop(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, loop::run).join();
    }

    private Future<?> after(double seconds, Runnable task) {
        return loop.after(Duration.ofNanos((long) (seconds * NANOS)), task);
    }

    @Override
    public void close() {
        carrier.close();
        phones.close();
        loop.close();
    }

    private final class Callee implements SipCall.Listener {
        private final SipCall call;
        private final Person person = people.next();
        private @Nullable Future<?> next;
        private boolean answers;
        private boolean taken;
        private boolean gaveUp;

        Callee(SipCall call) {
            this.call = call;
        }

        void called() {
            begun.complete(System.nanoTime());
            call.listen(this);
            if (person.outcome() != Outcome.BAD_NUMBER) {
                call.ring();
            }
            then(person.seconds(), this::meetFate);
        }

        private void meetFate() {
            if (person.outcome() == null) {
                answers = true;
                answered.put(call.called(), this);
                call.answer();
            } else {
                call.refuse(person.outcome() == Outcome.BAD_NUMBER ? "404 Not Found" : "480 Temporarily Unavailable");
            }
        }

        @Override
        public void confirmed() {
            if (!taken) {
                then(person.patience(), () -> {
                    gaveUp = true;
                    call.hangUp();
                });
            }
        }

        void taken() {
            taken = true;
            then(person.talk(), call::hangUp);
        }

        private void then(double seconds, Runnable task) {
            stop();
            next = after(seconds, task);
        }

        private void stop() {
            if (next != null) {
                next.cancel(false);
            }
        }

        @Override
        public void ended() {
            stop();
            answered.remove(call.called(), this);
            dials++;
            PlayedFloor.this.answers += answers ? 1 : 0;
            handled += taken ? 1 : 0;
            abandoned += gaveUp ? 1 : 0;
        }
    }

    private final class Agent {
        private final UUID id;
        private double busySeconds;
        private long busySince;
        private boolean busy;
        private @Nullable Future<?> work;

        Agent(UUID id) {
            this.id = id;
        }

        double busy(long now) {
            return busySeconds + (busy ? (now - busySince) / NANOS : 0);
        }

        void rung(SipCall call) {
            double wrapUp = people.wrapUp(id);
            var caller = answered.get(call.caller().replace("+", ""));
            call.ring();
            if (caller == null || caller.gaveUp) {
                // Asterisk is about to end it.
                return;
            }
            if (work != null) {
                work.cancel(false);
            }
            isFree();
            busy = true;
            busySince = System.nanoTime();
            call.answer();
            caller.taken();
            call.listen(new SipCall.Listener() {
                @Override
                public void ended() {
                    work = after(wrapUp, Agent.this::isReady);
                }
            });
        }

        private void isReady() {
            isFree();
            ready.accept(id);
        }

        private void isFree() {
            if (busy) {
                busy = false;
                busySeconds += (System.nanoTime() - busySince) / NANOS;
            }
        }
    }
}
