package dev.outpace.ui.settings;

import dev.outpace.ui.UiRig;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.secrets.SecretPlace;
import java.util.List;
import javafx.scene.Parent;

/** A secret that is to be kept in an encrypted file. */
public final class EnterSecretFixture {

    private EnterSecretFixture() {}

    public static Parent build() {
        var rig = new UiRig();
        var form = new EnterSecretController(rig.texts, rig.tasks, SecretPlace.VAULT, _ -> new Answer.Done(List.of()));
        return rig.framed(form.node());
    }
}
