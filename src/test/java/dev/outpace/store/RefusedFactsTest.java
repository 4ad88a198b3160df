package dev.outpace.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.StoreDown;
import dev.outpace.engine.FactLog.Fact;
import dev.outpace.formats.JacksonJson;
import dev.outpace.model.CallStep;
import dev.outpace.model.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A fact that the database would refuse on any disk must not keep out all those after it. */
class RefusedFactsTest extends StoreFixture {
    private static final UUID CALL = new UUID(7, 7);

    private final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();

    private Path aside() {
        return folder.resolve("workspace").resolve(RefusedFacts.NAME);
    }

    private void listen() {
        store.listen(new StoreListener() {
            @Override
            public void committed(StoreChanges changes) {}

            @Override
            public void down(StoreDown down) {
                told.add("down");
            }

            @Override
            public void refused() {
                told.add("refused");
            }

            @Override
            public void up() {
                told.add("up");
            }
        });
    }

    /** Its text is null, which the column refuses. */
    @SuppressWarnings("NullAway")
    private static Fact refused() {
        return new Fact.CallNoted(new CallStep(CALL, NOW, CallStep.Kind.ANSWERED, Ids.NIL, null));
    }

    @AfterEach
    void heal() {
        FaultyDisk.heal();
    }

    @Test
    void itIsPutAsideAndWhatCameWithItIsStored() throws IOException {
        listen();
        store.factLog().write(new Fact.ResourceSaved(outplan(3, 0, 0, 0, 0)));
        store.factLog().write(refused());
        store.factLog().write(new Fact.ResourceSaved(list()));
        store.factLog().write(refused());

        assertThat(store.factLog().awaitCommitted()).isTrue();

        assertThat(told).containsExactly("refused", "refused");
        var book = store.resources().join();
        assertThat(book.outplan(outplan(3, 0, 0, 0, 0).id())).isEqualTo(outplan(3, 0, 0, 0, 0));
        assertThat(book.outdial(LIST)).isEqualTo(list());
        assertThat(Files.readAllLines(aside()))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("NULL", "\tCallNoted[", CALL.toString()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(aside())))
                .isEqualTo("rw-------");
        reopen();
        assertThat(store.resources().join().outdial(LIST)).isEqualTo(list());
    }

    @Test
    @SuppressWarnings("NullAway")
    void aFactThatTheProgramFailsAtIsTriedInADatabaseThatIsOpenedAgainAndThenPutAside() throws IOException {
        listen();
        store.factLog().write(new Fact.ResourceSaved(outplan(3, 0, 0, 0, 0)));
        store.factLog().write(new Fact.CallNoted(null));
        store.factLog().write(new Fact.ResourceSaved(list()));
        assertThat(store.factLog().awaitCommitted()).isTrue();
        assertThat(told).containsExactly("refused");
        assertThat(store.resources().join().outdial(LIST)).isEqualTo(list());
        assertThat(store.resources().join().outplan(outplan(3, 0, 0, 0, 0).id()))
                .isEqualTo(outplan(3, 0, 0, 0, 0));
        assertThat(Files.readAllLines(aside())).singleElement().asString().contains("CallNoted[step=null]");
    }

    @Test
    void alsoWhereItWasFoundWhileTheDiskFailed() throws Exception {
        store.close();
        FaultyDisk.install();
        var place = folder.resolve("workspace");
        store = Store.open(place, "test", new JacksonJson(), new Database(place, FaultyDisk.SCHEME));
        listen();
        FaultyDisk.breakDown();
        store.factLog().write(new Fact.ResourceSaved(outplan(3, 0, 0, 0, 0)));
        assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo("down");
        store.factLog().write(refused());
        store.factLog().write(new Fact.ResourceSaved(list()));
        FaultyDisk.heal();
        assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo("refused");
        assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo("up");
        assertThat(store.resources().join().outdial(LIST)).isEqualTo(list());
        assertThat(Files.readAllLines(aside())).hasSize(1);
    }
}
