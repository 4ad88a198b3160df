/** The contract of all adapters, and what watches over it. Everything runs on the test's thread. */
@NullMarked
package dev.outpace.telephony;

import org.jspecify.annotations.NullMarked;
