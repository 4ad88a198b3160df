package dev.outpace.ui.whatif;

import javafx.scene.Parent;

/** The chart and the table of an answer alone. */
public final class ResultsFixture {
    private ResultsFixture() {}

    public static Parent build() {
        var fixture = new WhatIfFixture();
        return fixture.part((model, form, orders) -> new ResultsController(fixture.texts, model, orders));
    }
}
