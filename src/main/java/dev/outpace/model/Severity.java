package dev.outpace.model;

/** An error refuses; a warning is told, or asked about where an order is at stake. */
public enum Severity {
    ERROR,
    WARNING
}
