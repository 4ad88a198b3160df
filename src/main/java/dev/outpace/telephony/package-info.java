/**
 * The adapters to exchanges, one package each, all held to the same contract. An adapter tells what happens as one ordered
 * stream of inputs for the engine, and never from within an order.
 */
@NullMarked
package dev.outpace.telephony;

import org.jspecify.annotations.NullMarked;
