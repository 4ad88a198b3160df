package dev.outpace.telephony.asterisk;

import java.util.function.BooleanSupplier;

/**
 * A sound by which a check finds out whether Asterisk can play what this computer serves.
 *
 * @param place where it is served, as a person writes it
 * @param address that Asterisk is given
 * @param isFetched whether somebody fetched it
 */
public record TrialSound(String place, String address, BooleanSupplier isFetched) {}
