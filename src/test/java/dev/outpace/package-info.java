/** What holds for the whole house: its rooms and the arrows between them. */
@NullMarked
package dev.outpace;

import org.jspecify.annotations.NullMarked;
