package dev.outpace.ui.whatif;

import javafx.scene.Parent;

/** The question alone, with the values of a campaign. */
public final class QuestionFixture {
    private QuestionFixture() {}

    public static Parent build() {
        var fixture = new WhatIfFixture();
        return fixture.part((model, form, orders) -> new QuestionController(fixture.texts, fixture.live, model, form));
    }
}
