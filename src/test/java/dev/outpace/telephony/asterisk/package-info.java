@NullMarked
package dev.outpace.telephony.asterisk;

import org.jspecify.annotations.NullMarked;
