@NullMarked
package dev.outpace.ui.campaigns;

import org.jspecify.annotations.NullMarked;
