package dev.outpace.whatif;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A simulation under way.
 *
 * @param answer empty when it was cancelled, or another question came; where it waits is no thread
 */
public record WhatIfRun(CompletableFuture<Optional<WhatIfAnswer>> answer, Runnable cancel) {}
