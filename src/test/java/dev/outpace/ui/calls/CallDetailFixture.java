package dev.outpace.ui.calls;

import dev.outpace.ui.forms.ListenOrders;
import dev.outpace.ui.shell.Views;
import javafx.scene.Parent;

/** The pane of an ended call with its life. */
public final class CallDetailFixture {

    private CallDetailFixture() {}

    public static Parent build() {
        var fixture = new CallsFixture();
        var call = fixture.history.newestSuccess();
        fixture.history.tellLife(call, CallsFixture.QUEUE, CallsFixture.AGENT);
        var controller = new CallDetailController(
                fixture.texts,
                fixture.history,
                fixture.live,
                fixture.tasks,
                new CallWords(fixture.texts, fixture.live),
                new CallDetailController.Orders(hungUp -> {}, ListenOrders.NONE, campaign -> {}, never -> {}),
                fixture.sounds());
        var node = new Views(fixture.texts).load(controller);
        controller.show(new CallLine(call));
        return node;
    }
}
