package dev.outpace.model;

import java.time.Instant;

/**
 * The next try to reach the exchange.
 *
 * @param number 1 for the first since the link was lost, or since the opening
 * @param at when it is made
 */
public record LinkTry(int number, Instant at) {}
