package dev.outpace.ui.whatif;

import dev.outpace.ui.controls.FrontierChart;
import dev.outpace.ui.texts.Texts;
import dev.outpace.whatif.WhatIfAnswer;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** All settings that were simulated, as a chart and as a table. */
final class ResultsController {
    private final Texts texts;
    private final WhatIfModel model;
    private final WhatIfOrders orders;
    private final WhatIfWords words;

    @FXML
    private FrontierChart chart;

    @FXML
    private TableView<ResultLine> table;

    @FXML
    private TableColumn<ResultLine, ResultLine> setting;

    @FXML
    private TableColumn<ResultLine, ResultLine> utilisation;

    @FXML
    private TableColumn<ResultLine, ResultLine> abandon;

    @FXML
    private TableColumn<ResultLine, ResultLine> callsPerHour;

    @FXML
    private TableColumn<ResultLine, ResultLine> finishes;

    ResultsController(Texts texts, WhatIfModel model, WhatIfOrders orders) {
        this.texts = texts;
        this.model = model;
        this.orders = orders;
        words = new WhatIfWords(texts);
    }

    @FXML
    void initialize() {
        new ResultTable(table, texts).fill(setting, utilisation, abandon, callsPerHour, finishes);
        model.answerProperty().subscribe(this::show);
    }

    private void show(@Nullable WhatIfAnswer answer) {
        if (answer == null) {
            return;
        }
        chart.setFrontier(new FrontierSpots(answer, texts).frontier());
        chart.setAccessibleText(words.title(answer) + ", " + words.detail(answer));
        table.getItems().setAll(ResultLine.of(answer));
    }

    /** The table knows what it has room for once it is laid out. */
    void showBest() {
        ResultTable.showBest(table);
    }

    List<Node> regions() {
        return List.of(chart, table);
    }

    @FXML
    void export() {
        var row = model.campaign();
        var answer = model.answer();
        if (row != null && answer != null) {
            orders.export(row, answer);
        }
    }
}
