package dev.outpace.ui.agents;

import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.Ids;
import dev.outpace.model.ListenMode;
import dev.outpace.model.Severity;
import dev.outpace.ui.controls.ConfirmDialog;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.forms.ListenOrders;
import dev.outpace.ui.live.AgentRow;
import dev.outpace.ui.live.CallRow;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.Calls;
import dev.outpace.workspace.ProblemWords;
import dev.outpace.workspace.Teams;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;

/** The orders that a user can give about an agent, and their menu. */
final class AgentOrderMenu {

    private final Texts texts;
    private final Teams teams;
    private final Calls calls;
    private final LiveWorkspace live;
    private final Tasks tasks;
    private final DialogLayer dialogs;
    private final ToastLayer toasts;
    private final ListenOrders listen;
    private final Consumer<CampaignRow> openCampaign;
    private final ProblemWords words = new ProblemWords();

    AgentOrderMenu(
            Texts texts,
            Teams teams,
            Calls calls,
            LiveWorkspace live,
            Tasks tasks,
            DialogLayer dialogs,
            ToastLayer toasts,
            ListenOrders listen,
            Consumer<CampaignRow> openCampaign) {
        this.texts = texts;
        this.teams = teams;
        this.calls = calls;
        this.live = live;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.toasts = toasts;
        this.listen = listen;
        this.openCampaign = openCampaign;
    }

    /** The menu for the state of now: states, the call where there is one, then the agent. */
    ContextMenu menu(AgentRow row, Consumer<AgentRow> edit, Consumer<AgentRow> delete) {
        var menu = new ContextMenu();
        var caption = new CustomMenuItem(
                new Label(texts.get("agents.menu.title", row.agent().name())), false);
        caption.getStyleClass().add("caption-menu-item");
        caption.setDisable(true);
        menu.getItems().add(caption);
        menu.getItems().addAll(states(row));
        var ofCall = ofCall(row);
        if (!ofCall.isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
            menu.getItems().addAll(ofCall);
        }
        menu.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        item(texts.get("agents.menu.edit"), Symbol.of(Feather.EDIT_2), () -> edit.accept(row)),
                        item(texts.get("agents.menu.delete"), Symbol.of(Feather.TRASH_2), () -> delete.accept(row)));
        return menu;
    }

    /** To which state the agent can be set. */
    List<MenuItem> states(AgentRow row) {
        return List.of(
                state(row, AgentStatus.AVAILABLE, "agents.menu.available"),
                away(row),
                state(row, AgentStatus.OFFLINE, "agents.menu.offline"));
    }

    /** The call that the agent has, of a campaign. */
    Optional<CampaignCall> call(AgentRow row) {
        var moment = row.moment();
        return moment == null ? Optional.empty() : call(moment.callId());
    }

    private MenuItem state(AgentRow row, AgentStatus wanted, String textKey) {
        boolean later = AgentWords.hasCall(row);
        var item = item(
                texts.get(later ? textKey + "After" : textKey),
                Looks.of(wanted).symbol(),
                () -> change(row, wanted, row.agent().awayReason()));
        item.setDisable(later ? row.agent().status() == wanted : row.status() == wanted);
        return item;
    }

    /** What for is asked by a menu of its own; of those who are away already, another reason can be given. */
    private Menu away(AgentRow row) {
        boolean later = AgentWords.hasCall(row);
        var menu = new Menu(
                texts.get(later ? "agents.menu.awayAfter" : "agents.menu.away"),
                Looks.of(AgentStatus.AWAY).symbol().draw());
        boolean away = later ? row.agent().status() == AgentStatus.AWAY : row.status() == AgentStatus.AWAY;
        for (var reason : AwayReason.values()) {
            if (!reason.isChosenByPeople()) {
                continue;
            }
            var item = new MenuItem(texts.get("agents.away." + reason.name()));
            item.setOnAction(event -> change(row, AgentStatus.AWAY, reason));
            item.setDisable(away && AgentWords.reasonOf(row) == reason);
            menu.getItems().add(item);
        }
        return menu;
    }

    private List<MenuItem> ofCall(AgentRow row) {
        var moment = row.moment();
        var campaign = moment == null ? null : live.campaign(moment.campaignId());
        var call = call(row);
        if (campaign == null || call.isEmpty()) {
            return List.of();
        }
        var show = item(
                texts.get("agents.menu.campaign", campaign.campaign().name()),
                Symbol.of(Feather.EXTERNAL_LINK),
                () -> openCampaign.accept(campaign));
        var items = new ArrayList<MenuItem>();
        items.add(show);
        if (listen.canHear(call.get())) {
            for (var mode : ListenMode.values()) {
                items.add(item(
                        texts.get("listen.menu." + mode),
                        Looks.of(mode).symbol(),
                        () -> listen.listen(call.get(), mode)));
            }
        }
        var end = item(texts.get("agents.menu.endCall"), Symbol.of(Feather.PHONE_OFF), () -> askToEnd(row, call.get()));
        items.add(end);
        return items;
    }

    private Optional<CampaignCall> call(UUID id) {
        return Ids.isNil(id)
                ? Optional.empty()
                : live.calls().stream()
                        .map(CallRow::call)
                        .filter(call -> call.id().equals(id))
                        .findFirst();
    }

    private static MenuItem item(String text, Symbol symbol, Runnable action) {
        var item = new MenuItem(text, symbol.draw());
        item.setOnAction(event -> action.run());
        return item;
    }

    private void change(AgentRow row, AgentStatus wanted, AwayReason reason) {
        tasks.onFx(teams.changeStatus(row.id(), wanted, reason), this::tell);
    }

    void askToEnd(AgentRow row, CampaignCall call) {
        new ConfirmDialog(
                        texts.get("agents.endCall.title", row.agent().name(), call.targetName()),
                        texts.get("agents.endCall.text"),
                        texts.get("agents.endCall"),
                        texts.get("control.cancel"),
                        true)
                .askIn(dialogs)
                .thenAccept(confirmed -> {
                    if (confirmed) {
                        tasks.onFx(calls.hangUp(call.id()), this::tell);
                    }
                });
    }

    private void tell(Answer answer) {
        if (!(answer instanceof Answer.Done)) {
            answer.problems().forEach(problem -> toasts.show(Looks.of(Severity.ERROR), words.sentence(problem)));
        }
    }
}
