/**
 * The editor of flows: palette, canvas, inspector, problems and JSON over one document with one history. Everything here
 * belongs to the FX thread, but for layouts, which are made beside it from immutable documents.
 */
@NullMarked
package dev.outpace.ui.flow;

import org.jspecify.annotations.NullMarked;
