/** From vectors in the log to a verdict. */
@NullMarked
package io.kenshin.analysis;

import org.jspecify.annotations.NullMarked;
