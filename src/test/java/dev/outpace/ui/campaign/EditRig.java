package dev.outpace.ui.campaign;

import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Action;
import dev.outpace.model.Address;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndHandle;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Outplan;
import dev.outpace.model.Resource;
import dev.outpace.model.Stamps;
import dev.outpace.ui.UiRig;
import dev.outpace.ui.forms.ListenOrders;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.Facts;
import dev.outpace.ui.live.LiveWorkspace;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stopped campaign with everything it refers to, and another that would follow it and is followed by it. */
final class EditRig {
    static final UUID SPRING = Facts.id(1);
    static final UUID ENERGY = Facts.id(2);
    static final UUID WELCOME = Facts.id(3);
    static final UUID RENEWALS = Facts.id(10);
    static final UUID SUPPORT = Facts.id(11);
    static final UUID HOME = Facts.id(20);
    static final UUID DAYTIME = Facts.id(30);
    static final UUID EVENING = Facts.id(31);

    private EditRig() {}

    static Resource[] resources() {
        return resources(2);
    }

    static Resource[] resources(int agents) {
        var all = new ArrayList<Resource>(List.of(
                Facts.queue(10, "Renewals"),
                Facts.queue(11, "Support"),
                Facts.outdial(20, "Home policies Q2"),
                daytime(),
                Facts.outplan(31, "Evening"),
                spring(),
                campaign(ENERGY, "Energy tariff switch", EVENING, SPRING, List.of()),
                campaign(WELCOME, "Welcome calls", DAYTIME, Ids.NIL, List.of())));
        for (int i = 0; i < agents; i++) {
            all.add(Facts.agent(100 + i, "Agent " + i, RENEWALS));
        }
        return all.toArray(Resource[]::new);
    }

    static Outplan daytime() {
        var like = Facts.outplan(30, "Daytime, six attempts");
        return new Outplan(
                like.id(),
                like.name(),
                "",
                Address.tel("+12125550100"),
                30_000,
                7_200_000,
                List.of(3, 2, 1, 0, 0),
                Stamps.NONE,
                Json.Obj.EMPTY);
    }

    static Campaign spring() {
        return campaign(SPRING, "Spring renewal 2026", DAYTIME, Ids.NIL, flow());
    }

    static List<Action> flow() {
        return List.of(
                action("answer", null),
                action(
                        "talk",
                        Json.Obj.EMPTY
                                .with("text", new Json.Text("Good morning, this is Nordhavn Insurance. One moment."))
                                .with("language", new Json.Text("en-GB"))
                                .with("gender", new Json.Text("female"))),
                action(
                        "digits_receive",
                        Json.Obj.EMPTY
                                .with("length", new Json.Num(BigDecimal.ONE))
                                .with("key", new Json.Text("#"))),
                action("hangup", null));
    }

    static Action action(String type, Json.@Nullable Obj option) {
        return new Action(Ids.NIL, Ids.NIL, type, option, Json.Obj.EMPTY);
    }

    static Campaign campaign(UUID id, String name, UUID outplan, UUID next, List<Action> actions) {
        return new Campaign(
                id,
                CampaignType.CALL,
                name,
                "Home policies, June",
                CampaignStatus.STOP,
                100,
                EndHandle.STOP,
                actions,
                outplan,
                id.equals(SPRING) ? HOME : Ids.NIL,
                RENEWALS,
                next,
                CampaignOptions.DEFAULT,
                Stamps.NONE,
                Json.Obj.EMPTY);
    }

    static CampaignScreen screen(UiRig rig, LiveWorkspace live, CampaignRow row, Clock clock) {
        return new CampaignScreen(row, parts(rig, live, clock));
    }

    static CampaignScreen.Parts parts(UiRig rig, LiveWorkspace live, Clock clock) {
        var campaigns = rig.workspace.campaigns();
        return new CampaignScreen.Parts(
                rig.texts,
                rig.pulse,
                clock,
                new CampaignOrders(campaigns, rig.tasks, rig.dialogs, rig.toasts, rig.texts),
                new LiveOrders(
                        campaigns,
                        rig.workspace.calls(),
                        ListenOrders.NONE,
                        rig.tasks,
                        rig.dialogs,
                        rig.toasts,
                        rig.texts),
                _ -> "Tom Ahlgren",
                campaigns,
                rig.workspace.calls(),
                rig.workspace.resources(),
                live,
                rig.tasks,
                rig.dialogs,
                rig.toasts,
                new JacksonJson(),
                () -> {});
    }

    static CampaignScreen screen(UiRig rig) {
        return screen(rig, rig.live, row(rig), Clock.systemUTC());
    }

    static CampaignRow row(UiRig rig) {
        return Objects.requireNonNull(rig.live.campaign(SPRING));
    }

    /** The edit of the campaign as its screen makes it. */
    static CampaignEdit edit(UiRig rig) {
        return new CampaignEdit(row(rig).campaign(), DraftCheck.atOnce(rig.workspace.campaigns()::check));
    }

    static CampaignSaving saving(UiRig rig, CampaignEdit edit) {
        return new CampaignSaving(
                edit,
                new CampaignSaving.Parts(
                        rig.texts,
                        rig.workspace.campaigns(),
                        rig.workspace.resources(),
                        rig.live,
                        rig.tasks,
                        rig.dialogs,
                        rig.toasts));
    }
}
