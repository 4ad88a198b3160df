/** Tests of the simulated world, in virtual time on the test's thread. */
@NullMarked
package dev.outpace.telephony.distribution;

import org.jspecify.annotations.NullMarked;
