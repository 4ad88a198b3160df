package dev.outpace.engine;

/** The engine's own number of an order to the exchange, by which its end is told. Never given twice in a workspace. */
public record OrderId(long number) {}
