/** Files that this program writes: the owner's alone, and never left half. */
@NullMarked
package dev.outpace.files;

import org.jspecify.annotations.NullMarked;
