package dev.outpace.model;

import java.util.List;

/** A part of the history of calls. {@code next} is handed in for the next page; 0 after the last. */
public record CallPage(List<CampaignCall> calls, long next) {}
