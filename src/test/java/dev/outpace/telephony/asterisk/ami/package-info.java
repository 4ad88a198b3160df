@NullMarked
package dev.outpace.telephony.asterisk.ami;

import org.jspecify.annotations.NullMarked;
