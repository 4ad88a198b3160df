package dev.outpace.ui.whatif;

import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.EmptyState;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.forms.FileChoice;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.Pulse;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.shell.Screen;
import dev.outpace.ui.shell.Views;
import dev.outpace.ui.texts.Texts;
import dev.outpace.ui.whatif.WhatIfModel.Standing;
import dev.outpace.workspace.WhatIf;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/**
 * Simulated days of a campaign under other pacings: the question at the left, the answer at the right. A simulation goes on while
 * another screen is shown.
 */
public final class WhatIfScreen implements Screen {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final Texts texts;
    private final LiveWorkspace live;
    private final WhatIfModel model;
    private final QuestionController question;
    private final AdviceController advice;
    private final ResultsController results;
    private final Parent node;
    private Subscription following = Subscription.EMPTY;

    @FXML
    private Region formPane;

    @FXML
    private EmptyState noCampaign;

    @FXML
    private EmptyState noRule;

    @FXML
    private EmptyState noAnswer;

    @FXML
    private Region answerPane;

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
        texts = parts.texts();
        live = parts.live();
        var form = new WhatIfForm(texts);
        model = new WhatIfModel(source, parts.tasks(), parts.pulse(), form);
        var orders = new WhatIfOrders(texts, source, parts.tasks(), parts.dialogs(), parts.toasts(), parts.files());
        question = new QuestionController(texts, live, model, form);
        advice = new AdviceController(texts, model, orders);
        results = new ResultsController(texts, model, orders);
        var run = new RunController(texts, model, question::focusWrong);
        node = new Views(texts).load(this, question, run, advice, results);
    }

    @FXML
    void initialize() {
        model.standingProperty().subscribe(standing -> {
            answerPane.pseudoClassStateChanged(STALE, standing == Standing.RUNNING);
            showRight();
        });
        model.answerProperty().subscribe(answer -> {
            showRight();
            if (answer != null) {
                formPane.getParent().layout();
                results.showBest();
            }
        });
    }

    /** Of the pages at the right exactly one. */
    private void showRight() {
        var standing = model.standing();
        boolean answered = model.answer() != null;
        Visibility.set(noCampaign, standing == Standing.NO_CAMPAIGN);
        Visibility.set(noRule, standing == Standing.NO_RULE);
        boolean ready =
                Stream.of(Standing.READY, Standing.RUNNING, Standing.READING).anyMatch(standing::equals);
        Visibility.set(answerPane, ready && answered);
        Visibility.set(noAnswer, ready && !answered);
        noAnswer.setTitle(texts.get(standing == Standing.RUNNING ? "whatif.running" : "whatif.noAnswer"));
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
        following = live.nowProperty().subscribe(_ -> {
            question.fillCampaigns();
            advice.tellApply();
        });
    }

    @Override
    public void onHide() {
        following.unsubscribe();
    }

    @Override
    public List<Node> regions() {
        return answerPane.isVisible()
                ? Stream.concat(Stream.of(formPane), results.regions().stream()).toList()
                : List.of(formPane);
    }
}
