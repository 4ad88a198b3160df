package dev.outpace.ui.whatif;

import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.forms.FileChoice;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.Pulse;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.shell.Screen;
import dev.outpace.ui.shell.Views;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.WhatIf;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Simulated days of a campaign under other pacings. A simulation goes on while another screen is shown. */
public final class WhatIfScreen implements Screen {
    private final WhatIfController controller;
    private final WhatIfModel model;
    private final Parent node;

    /** What it is made with. */
    public record Parts(
            Texts texts,
            LiveWorkspace live,
            Tasks tasks,
            Pulse pulse,
            DialogLayer dialogs,
            ToastLayer toasts,
            FileChoice files) {}

    public WhatIfScreen(Parts parts, WhatIf whatIf) {
        this(parts, WhatIfSource.of(whatIf));
    }

    WhatIfScreen(Parts parts, WhatIfSource source) {
        var texts = parts.texts();
        var form = new WhatIfForm(texts);
        model = new WhatIfModel(source, parts.tasks(), parts.pulse(), form);
        var orders = new WhatIfOrders(texts, source, parts.tasks(), parts.dialogs(), parts.toasts(), parts.files());
        controller = new WhatIfController(texts, parts.live(), model, form, orders);
        node = new Views(texts).load(controller);
    }

    /** Simulates a campaign with its own values. */
    public void open(CampaignRow row) {
        model.open(row);
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void onShow() {
        controller.onShow();
    }

    @Override
    public void onHide() {
        controller.onHide();
    }

    @Override
    public List<Node> regions() {
        return controller.regions();
    }
}
