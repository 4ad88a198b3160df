@NullMarked
package dev.outpace.ui.outplans;

import org.jspecify.annotations.NullMarked;
