package dev.outpace.ui.whatif;

import javafx.scene.Parent;

/** The advice of an answer alone. */
public final class AdviceFixture {
    private AdviceFixture() {}

    public static Parent build() {
        var fixture = new WhatIfFixture();
        return fixture.part((model, form, orders) -> new AdviceController(fixture.texts, model, orders));
    }
}
