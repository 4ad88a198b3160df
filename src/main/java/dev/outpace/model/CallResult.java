package dev.outpace.model;

/** {@code NONE} until the call is done. */
public enum CallResult {
    NONE,
    SUCCESS,
    FAIL
}
