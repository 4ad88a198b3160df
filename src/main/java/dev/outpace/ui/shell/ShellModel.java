package dev.outpace.ui.shell;

import java.time.Instant;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the window tells about the whole workspace; set by whoever hears of it. */
public final class ShellModel {

    private final StringProperty workspace = new SimpleStringProperty(this, "workspace", "");
    private final StringProperty telephony = new SimpleStringProperty(this, "telephony", "");
    private final ObjectProperty<TelephonyState> telephonyState =
            new SimpleObjectProperty<>(this, "telephonyState", TelephonyState.SIMULATED);
    private final StringProperty telephonyWords = new SimpleStringProperty(this, "telephonyWords", "");
    private final ObservableList<Command> telephonyCommands = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable LinkNotice> notice = new SimpleObjectProperty<>(this, "notice");
    private final StringProperty lostTitle = new SimpleStringProperty(this, "lostTitle", "");
    private final StringProperty lostText = new SimpleStringProperty(this, "lostText", "");
    private final StringProperty retryWord = new SimpleStringProperty(this, "retryWord", "");
    private final ObjectProperty<@Nullable Runnable> log = new SimpleObjectProperty<>(this, "log");
    private final ObservableList<Command> emergencyStops = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Closing> closing = new SimpleObjectProperty<>(this, "closing");
    private final ObjectProperty<@Nullable ListenLine> listening = new SimpleObjectProperty<>(this, "listening");
    private final BooleanProperty opening = new SimpleBooleanProperty(this, "opening");
    private final BooleanProperty linkUp = new SimpleBooleanProperty(this, "linkUp", true);
    private final ObjectProperty<@Nullable Instant> lostAt = new SimpleObjectProperty<>(this, "lostAt");
    private final ObjectProperty<@Nullable BarLine> linkBar = new SimpleObjectProperty<>(this, "linkBar");
    private final StringProperty lostWhy = new SimpleStringProperty(this, "lostWhy", "");
    private final ObjectProperty<@Nullable Runnable> retry = new SimpleObjectProperty<>(this, "retry");
    private final ObservableList<AlarmLine> alarms = FXCollections.observableArrayList();
    private final IntegerProperty dialing = new SimpleIntegerProperty(this, "dialing");
    private final IntegerProperty inProgress = new SimpleIntegerProperty(this, "inProgress");
    private final ObjectProperty<@Nullable Instant> now = new SimpleObjectProperty<>(this, "now");

    /** While the workspace is opened: nothing is known of it, and nothing can be asked of it. */
    public BooleanProperty openingProperty() {
        return opening;
    }

    /** "Local". */
    public StringProperty workspaceProperty() {
        return workspace;
    }

    /** "Simulated telephony". */
    public StringProperty telephonyProperty() {
        return telephony;
    }

    public ObjectProperty<TelephonyState> telephonyStateProperty() {
        return telephonyState;
    }

    /** "Linked for 12 min". */
    public StringProperty telephonyWordsProperty() {
        return telephonyWords;
    }

    /** What the menu of the workspace's chip offers. */
    public ObservableList<Command> telephonyCommands() {
        return telephonyCommands;
    }

    /** Null where there is nothing to say. */
    public ObjectProperty<@Nullable LinkNotice> noticeProperty() {
        return notice;
    }

    /** What the banner says while the link is down; empty for what it says of itself. */
    public StringProperty lostTitleProperty() {
        return lostTitle;
    }

    public StringProperty lostTextProperty() {
        return lostText;
    }

    /** What the banner's button says that tries the link; empty for what it says of itself. */
    public StringProperty retryWordProperty() {
        return retryWord;
    }

    /** Shows the log; null if there is none to show. */
    public ObjectProperty<@Nullable Runnable> logProperty() {
        return log;
    }

    /** What stops everything: from the button beside the bell, and from the palette. */
    public ObservableList<Command> emergencyStops() {
        return emergencyStops;
    }

    /** Null while the console does not wait to close. */
    public ObjectProperty<@Nullable Closing> closingProperty() {
        return closing;
    }

    /** What the supervisor's phone hears; null for nothing. */
    public ObjectProperty<@Nullable ListenLine> listeningProperty() {
        return listening;
    }

    public BooleanProperty linkUpProperty() {
        return linkUp;
    }

    /** Since when the link is down, i.e. from when the shown values are. */
    public ObjectProperty<@Nullable Instant> lostAtProperty() {
        return lostAt;
    }

    /** Why the link is not tried any more; null while it is, or up. */
    public ObjectProperty<@Nullable BarLine> linkBarProperty() {
        return linkBar;
    }

    /** Why the link is down, as the exchange or the network says it; empty where that is not known. */
    public StringProperty lostWhyProperty() {
        return lostWhy;
    }

    /** Tries the link at once; null if that cannot be asked for. */
    public ObjectProperty<@Nullable Runnable> retryProperty() {
        return retry;
    }

    /** Newest first. */
    public ObservableList<AlarmLine> alarms() {
        return alarms;
    }

    public IntegerProperty dialingProperty() {
        return dialing;
    }

    /** Dialing and progressing. */
    public IntegerProperty inProgressProperty() {
        return inProgress;
    }

    /** The wall time of the status bar's clock. */
    public ObjectProperty<@Nullable Instant> nowProperty() {
        return now;
    }
}
