package dev.outpace.model;

import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * Nobody is called without a consent.
 *
 * @param dateColumn column of a target's data with the day of the consent
 * @param expiryColumn column with the last day on which it holds; empty for no such column
 * @param valid how long it holds from its day on; null for ever
 */
public record ConsentRule(
        String dateColumn, String expiryColumn, @Nullable Period valid) {}
