package dev.outpace.ui.shell;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** Which Outpace this is, and where its files lie. */
@SuppressWarnings("NullAway.Init") // The loader sets the fields of the FXML.
final class AboutController {
    private final About about;

    @FXML
    private Label version;

    @FXML
    private Label java;

    // Fields and not labels: a path is there to be copied.
    @FXML
    private TextField workspace;

    @FXML
    private TextField log;

    AboutController(About about) {
        this.about = about;
    }

    @FXML
    void initialize() {
        version.setText(about.version());
        java.setText(about.java());
        workspace.setText(about.workspace().toString());
        log.setText(about.log().toString());
    }
}
