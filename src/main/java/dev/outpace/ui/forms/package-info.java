/** What the forms and tables of resources share: the frame of a form, and how a resource is deleted. FX thread. */
@NullMarked
package dev.outpace.ui.forms;

import org.jspecify.annotations.NullMarked;
