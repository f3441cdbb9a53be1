/** The whole of Kenshin on one machine. */
@NullMarked
package io.kenshin.fleet;

import org.jspecify.annotations.NullMarked;
