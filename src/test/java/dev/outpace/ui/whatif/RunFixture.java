package dev.outpace.ui.whatif;

import javafx.scene.Parent;

/** The button of a simulation alone, after one. */
public final class RunFixture {
    private RunFixture() {}

    public static Parent build() {
        var fixture = new WhatIfFixture();
        return fixture.part((model, form, orders) -> new RunController(fixture.texts, model, () -> {}));
    }
}
