package dev.outpace.telephony.asterisk.ami;

/** A line of a message. */
record AmiField(String name, String value) {}
