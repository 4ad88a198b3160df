/**
 * Where passwords of other systems are kept. A workspace stores only where its secret is, never the secret itself. Reading one
 * may block, so it is never done on the threads of views or of the engine.
 */
@NullMarked
package dev.outpace.workspace.secrets;

import org.jspecify.annotations.NullMarked;
