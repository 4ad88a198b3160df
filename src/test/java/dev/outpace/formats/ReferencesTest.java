package dev.outpace.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outpace.model.Action;
import dev.outpace.model.Address;
import dev.outpace.model.Agent;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndHandle;
import dev.outpace.model.FilePlace;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Outdial;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.Problem;
import dev.outpace.model.Queue;
import dev.outpace.model.Resource;
import dev.outpace.model.RuleSet;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ReferencesTest {
    private final CampaignFiles files = Samples.files();

    @TempDir
    Path folder;

    @Test
    void aSetUpTravelsInOneFile() throws IOException {
        var setUp = files.read(List.of(Samples.copy(Samples.SET_UP, folder)));

        var again = files.read(List.of(exported(setUp.campaigns(), new Shelf(setUp))));

        assertThat(again.problems()).isEmpty();
        assertThat(again.outplans()).isEqualTo(setUp.outplans());
        var list = again.outdials().getFirst();
        assertThat(again.outdials()).hasSize(1);
        assertThat(list.outdial()).isEqualTo(setUp.outdials().getFirst().outdial());
        assertThat(list.targets())
                .hasSize(40)
                .containsExactlyElementsOf(setUp.outdials().getFirst().targets());
        assertThat(again.queues()).isEqualTo(setUp.queues());
        assertThat(again.agents()).isEqualTo(setUp.agents());
        assertThat(again.campaigns()).isEqualTo(setUp.campaigns());
    }

    @Test
    void theFileHoldsAllOfThePublishedFields() throws IOException {
        var sample = Samples.copy(Samples.SET_UP, folder);
        var setUp = files.read(List.of(sample));

        var written = new JsonMapper().readTree(exported(setUp.campaigns(), new Shelf(setUp)));
        var read = new JsonMapper().readTree(sample);

        assertThat(written.get("outplans")).isEqualTo(read.get("outplans"));
        assertThat(written.get("campaigns")).isEqualTo(read.get("campaigns"));
        assertThat(written.get("outdials").get(0).get("targets")).hasSize(40);
        assertThat(written.get("outdials").get(0).get("targets").get(39).get("destination_1"))
                .isEqualTo(read.get("outdials").get(0).get("targets").get(39).get("destination_1"));
        assertThat(written.properties().stream().map(Map.Entry::getKey))
                .containsExactly("outplans", "outdials", "queues", "agents", "campaigns");
    }

    @Test
    void nextCampaignsAndJoinedQueuesComeAlongAndStrangersDoNot() throws IOException {
        var joined = queue(20);
        var option = Json.Obj.EMPTY.with("queue_id", new Json.Text(joined.id().toString()));
        var join = new Action(Ids.NIL, Ids.NIL, "queue_join", option, Json.Obj.EMPTY);
        var first = campaign(1, 2, 10, List.of());
        var second = campaign(2, 3, 10, List.of(join));
        var third = campaign(3, 1, 11, List.of());
        var stranger = campaign(4, 0, 12, List.of());
        var source = new Shelf(
                List.of(first, second, third, stranger), List.of(queue(10), queue(11), queue(12), joined), List.of());

        var again = files.read(List.of(exported(List.of(first), source)));

        assertThat(again.campaigns()).containsExactly(first, second, third);
        assertThat(again.queues()).extracting(Queue::id).containsExactly(id(10), id(20), id(11));
    }

    @Test
    void targetsPassThroughOneByOne() throws IOException {
        var outdial = new Outdial(id(30), Ids.NIL, "L", "", "", Stamps.NONE, Json.Obj.EMPTY);
        var campaign = new Campaign(
                id(1),
                CampaignType.CALL,
                "A",
                "",
                CampaignStatus.STOP,
                100,
                EndHandle.STOP,
                List.of(),
                Ids.NIL,
                outdial.id(),
                Ids.NIL,
                Ids.NIL,
                CampaignOptions.DEFAULT,
                Stamps.NONE,
                Json.Obj.EMPTY);
        var sink = new CountingStream();
        var endless = new Shelf(List.of(campaign), List.of(), List.of(outdial)) {
            private long written;

            @Override
            public void targets(UUID outdialId, Consumer<OutdialTarget> each) {
                for (int i = 0; i < 10_000; i++) {
                    each.accept(target(i, outdialId));
                }
                written = sink.count;
            }
        };

        files.writeWithReferences(List.of(campaign), endless, sink);

        assertThat(endless.written).isGreaterThan(sink.count - 50_000).isGreaterThan(1_000_000);
    }

    @Test
    void aFullDiskIsAnIoException() {
        var full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }
        };

        assertThatThrownBy(() -> files.write(campaign(1, 0, 0, List.of()), full))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no space left");
    }

    @Test
    void aLoopWithinTheFilesIsRefusedByName() {
        var setUp = setUp(campaign(1, 2, 0, List.of()), campaign(2, 3, 0, List.of()), campaign(3, 2, 0, List.of()));

        assertThat(setUp.loops(_ -> Optional.empty()))
                .containsExactly(Problem.error("import.loop", "FILE [0].next_campaign_id", "C2 → C3 → C2"));
    }

    @Test
    void aCampaignThatFollowsItselfIsALoop() {
        assertThat(setUp(campaign(1, 1, 0, List.of())).loops(_ -> Optional.empty()))
                .containsExactly(Problem.error("import.loop", "FILE [0].next_campaign_id", "C1 → C1"));
    }

    @Test
    void aLoopThroughTheWorkspaceIsRefusedUnlessTheFileBreaksIt() {
        var existing = List.of(campaign(5, 6, 0, List.of()), campaign(6, 1, 0, List.of()));

        var closing = setUp(campaign(1, 5, 0, List.of())).loops(id -> find(existing, id));
        var replaced = setUp(campaign(1, 5, 0, List.of()), campaign(6, 0, 0, List.of()))
                .loops(id -> find(existing, id));

        assertThat(closing)
                .containsExactly(Problem.error("import.loop", "FILE [0].next_campaign_id", "C1 → C5 → C6 → C1"));
        assertThat(replaced).isEmpty();
    }

    @Test
    void campaignsThatShareTheirNextAreNoLoop() {
        var setUp = setUp(campaign(1, 3, 0, List.of()), campaign(2, 3, 0, List.of()), campaign(3, 9, 0, List.of()));

        assertThat(setUp.loops(_ -> Optional.empty())).isEmpty();
    }

    @Test
    void referencesThatLeadNowhereAreWarnedOf() {
        var setUp = setUp(campaign(1, 2, 7, List.of()), campaign(2, 9, 8, List.of()));

        assertThat(setUp.missing(id(8)::equals))
                .containsExactly(
                        Problem.warning("import.missing", "FILE [0].queue_id", id(7).toString(), "C1"),
                        Problem.warning("import.next_missing", "FILE [1].next_campaign_id", id(9).toString(), "C2"));
    }

    private Path exported(List<Campaign> campaigns, ReferenceSource source) throws IOException {
        var out = new ByteArrayOutputStream();
        files.writeWithReferences(campaigns, source, out);
        return Files.writeString(folder.resolve("exported.json"), out.toString(StandardCharsets.UTF_8));
    }

    private static SetUp setUp(Campaign... campaigns) {
        var places = new HashMap<UUID, FilePlace>();
        for (int i = 0; i < campaigns.length; i++) {
            places.put(campaigns[i].id(), FilePlace.whole("FILE").item(i));
        }
        return new SetUp(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Arrays.asList(campaigns),
                places,
                Map.of(),
                List.of());
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }

    private static Campaign campaign(int number, int next, int queue, List<Action> actions) {
        return new Campaign(
                id(number),
                CampaignType.CALL,
                "C" + number,
                "",
                CampaignStatus.STOP,
                100,
                EndHandle.STOP,
                actions,
                Ids.NIL,
                Ids.NIL,
                id(queue),
                id(next),
                CampaignOptions.DEFAULT,
                Stamps.NONE,
                Json.Obj.EMPTY);
    }

    private static Queue queue(int number) {
        return new Queue(id(number), "Q", "", "random", List.of(), Ids.NIL, 0, 0, Stamps.NONE, Json.Obj.EMPTY);
    }

    private static OutdialTarget target(int number, UUID outdialId) {
        return new OutdialTarget(
                id(number + 1),
                outdialId,
                number,
                "T",
                "",
                "",
                TargetStatus.IDLE,
                Arrays.asList(Address.tel("+12125550100"), null, null, null, null),
                List.of(0, 0, 0, 0, 0),
                null,
                null,
                Stamps.NONE,
                Json.Obj.EMPTY);
    }

    private static <R extends Resource> Optional<R> find(List<R> all, UUID id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private static final class CountingStream extends OutputStream {
        private long count;

        @Override
        public void write(int b) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            count += length;
        }
    }

    private static class Shelf implements ReferenceSource {
        private final SetUp setUp;

        Shelf(SetUp setUp) {
            this.setUp = setUp;
        }

        Shelf(List<Campaign> campaigns, List<Queue> queues, List<Outdial> outdials) {
            this(new SetUp(
                    List.of(),
                    outdials.stream()
                            .map(outdial -> new TargetList(outdial, List.of()))
                            .toList(),
                    queues,
                    List.of(),
                    List.of(),
                    campaigns,
                    Map.of(),
                    Map.of(),
                    List.of()));
        }

        @Override
        public Optional<Campaign> campaign(UUID id) {
            return find(setUp.campaigns(), id);
        }

        @Override
        public Optional<Outplan> outplan(UUID id) {
            return find(setUp.outplans(), id);
        }

        @Override
        public Optional<Outdial> outdial(UUID id) {
            return find(setUp.outdials().stream().map(TargetList::outdial).toList(), id);
        }

        @Override
        public Optional<Queue> queue(UUID id) {
            return find(setUp.queues(), id);
        }

        @Override
        public Optional<RuleSet> ruleSet(UUID id) {
            return find(setUp.ruleSets(), id);
        }

        @Override
        public List<Agent> agents() {
            return setUp.agents();
        }

        @Override
        public void targets(UUID outdialId, Consumer<OutdialTarget> each) {
            setUp.outdials().stream()
                    .filter(list -> list.outdial().id().equals(outdialId))
                    .<OutdialTarget>mapMulti((list, target) -> list.targets().forEach(target))
                    .forEach(each);
        }
    }
}
