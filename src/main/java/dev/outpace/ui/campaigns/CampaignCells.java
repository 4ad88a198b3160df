package dev.outpace.ui.campaigns;

import dev.outpace.model.CampaignType;
import dev.outpace.ui.controls.CutText;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.Look;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.MeterBar;
import dev.outpace.ui.controls.Sparkline;
import dev.outpace.ui.controls.StatusPill;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.texts.Texts;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The cells of the campaigns' table but for the button. */
final class CampaignCells {
    private CampaignCells() {}

    private static Label label(String... styleClasses) {
        var label = new Label();
        label.getStyleClass().addAll(styleClasses);
        CutText.tell(label);
        return label;
    }

    private static Label whole(String... styleClasses) {
        var label = label(styleClasses);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static HBox ends(Node left, Node right) {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var line = new HBox(4, left, space, right);
        line.setAlignment(Pos.BASELINE_LEFT);
        return line;
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    /** Leaves alone what is so already, because each change of a style class has its price. */
    private static void dress(Node node, String styleClass, boolean has) {
        var classes = node.getStyleClass();
        if (!has) {
            classes.remove(styleClass);
        } else if (!classes.contains(styleClass)) {
            classes.add(styleClass);
        }
    }

    static final class Status extends FigureCell {
        private final Texts texts;
        private final StatusPill pill = new StatusPill();

        Status(Texts texts) {
            this.texts = texts;
            setContent(pill);
        }

        @Override
        void show(CampaignFigures figures) {
            var status = figures.campaign().status();
            pill.show(
                    Looks.of(status),
                    texts.get("status.campaign." + status.name().toLowerCase(Locale.ROOT)));
        }
    }

    static final class Name extends FigureCell {
        private final Texts texts;
        private final FontIcon type = new FontIcon(Feather.PHONE);
        private final Label name = label("strong");
        private final Label second = label("second-line");

        Name(Texts texts) {
            this.texts = texts;
            var words = new VBox(name, second);
            words.setAlignment(Pos.CENTER_LEFT);
            var line = new HBox(10, type, words);
            line.getStyleClass().add("campaign-name");
            setContent(line);
        }

        @Override
        void show(CampaignFigures figures) {
            var campaign = figures.campaign();
            boolean call = campaign.type() == CampaignType.CALL;
            type.setIconCode(call ? Feather.PHONE : Feather.GIT_BRANCH);
            type.setAccessibleText(texts.get(call ? "campaign.type.call" : "campaign.type.flow"));
            name.setText(campaign.name());
            second.setText(figures.second());
            CampaignCells.show(second, !figures.second().isEmpty());
            (figures.waiting() ? Tone.WARNING : Tone.NEUTRAL).dress(second);
        }
    }

    static final class Pacing extends FigureCell {
        private final Label number = whole("strong");
        private final Label of = whole("muted");
        private final Label word = label("small-text");
        private final MeterBar bar = new MeterBar();
        private final Label none = whole("muted");
        private final VBox box;

        Pacing() {
            var count = new HBox(4, number, of);
            count.setAlignment(Pos.BASELINE_LEFT);
            box = new VBox(6, ends(count, word), bar);
            box.setAlignment(Pos.CENTER_LEFT);
            none.setText(Texts.NOT_APPLICABLE);
        }

        @Override
        void show(CampaignFigures figures) {
            var pacing = figures.pacing();
            setContent(pacing.applies() ? box : none);
            number.setText(pacing.number());
            of.setText(pacing.of());
            CampaignCells.show(of, !pacing.of().isEmpty());
            word.setText(pacing.word());
            pacing.tone().dress(word);
            bar.setFraction(pacing.fraction());
            dress(bar, "unlimited", !pacing.limited());
            bar.setAccessibleText((pacing.number() + " " + pacing.of()).strip() + " " + pacing.word());
        }
    }

    static final class Agents extends FigureCell {
        private final Texts texts;
        private final Label available = whole("strong");
        private final Label total = whole("muted");

        Agents(Texts texts) {
            this.texts = texts;
            var line = new HBox(available, total);
            line.setAlignment(Pos.CENTER_RIGHT);
            setContent(line);
        }

        @Override
        void show(CampaignFigures figures) {
            var staff = figures.staff();
            available.setText(staff.applies() ? texts.number(staff.available()) : "");
            (staff.nobody() ? Tone.WARNING : Tone.DEFAULT).dress(available);
            CampaignCells.show(available, staff.applies());
            total.setText(staff.applies() ? " / " + texts.number(staff.total()) : Texts.NOT_APPLICABLE);
        }
    }

    static final class ListDone extends FigureCell {
        private final Texts texts;
        private final Label percent = whole("strong");
        private final Label left = label("second-line");
        private final MeterBar bar = new MeterBar();
        private final Label none = whole("muted");
        private final VBox box;

        ListDone(Texts texts) {
            this.texts = texts;
            bar.getStyleClass().add("quiet");
            box = new VBox(6, ends(percent, left), bar);
            box.setAlignment(Pos.CENTER_LEFT);
            none.setText(Texts.NOT_APPLICABLE);
        }

        @Override
        void show(CampaignFigures figures) {
            var list = figures.list();
            setContent(list.applies() ? box : none);
            percent.setText(texts.percent(list.percent()));
            left.setText(texts.get("campaigns.left", texts.number(list.left())));
            bar.setFraction(list.fraction());
            bar.setAccessibleText(percent.getText());
        }
    }

    static final class Answer extends FigureCell {
        private final Texts texts;
        private final Label rate = whole();

        Answer(Texts texts) {
            this.texts = texts;
            setContent(rate);
        }

        @Override
        void show(CampaignFigures figures) {
            rate.setText(texts.percent(figures.answer(), 1));
        }
    }

    /** Plain, near the limit with a triangle, over it with an octagon. */
    static final class Abandon extends FigureCell {
        private final Texts texts;
        private final IconWord rate = new IconWord();

        Abandon(Texts texts) {
            this.texts = texts;
            rate.setMinWidth(Region.USE_PREF_SIZE);
            rate.getStyleClass().add("small");
            setContent(rate);
        }

        @Override
        void show(CampaignFigures figures) {
            var words = texts.percent(figures.abandon(), 1);
            dress(rate, "strong", figures.abandonTone() != Tone.DEFAULT);
            if (figures.abandonTone() == Tone.DEFAULT) {
                rate.clear();
                Tone.DEFAULT.dress(rate);
                rate.setText(words);
            } else {
                rate.show(new Look(figures.abandonTone(), symbol(figures.abandonTone())), words);
            }
        }

        private static Symbol symbol(Tone tone) {
            return Symbol.of(tone == Tone.DANGER ? Feather.ALERT_OCTAGON : Feather.ALERT_TRIANGLE);
        }
    }

    static final class Speed extends FigureCell {
        private final Texts texts;
        private final Sparkline line = new Sparkline();
        private final Label perMinute = whole();

        Speed(Texts texts) {
            this.texts = texts;
            var space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            var box = new HBox(line, space, perMinute);
            box.setAlignment(Pos.CENTER_RIGHT);
            setContent(box);
        }

        @Override
        void show(CampaignFigures figures) {
            var speed = figures.speed();
            line.setVisible(speed.applies());
            line.setValues(speed.values());
            dress(line, "idle", speed.quiet());
            perMinute.setText(speed.applies() ? texts.fourDigits(speed.perMinute()) : Texts.NOT_APPLICABLE);
        }
    }
}
