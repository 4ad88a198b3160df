package dev.outpace.whatif;

/** Hears how far a simulation is, on any thread; returns at once. */
@FunctionalInterface
public interface WhatIfProgress {
    void at(int runs, int of);
}
