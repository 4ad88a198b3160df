package dev.outpace.model;

/** When a number is called whose time zone nobody knows. */
public enum UnknownZone {
    NEVER,
    /** In the calling hours of the zone of the workspace. */
    WORKSPACE
}
