/** How the fleet itself is. */
@NullMarked
package io.kenshin.console.fleet;

import org.jspecify.annotations.NullMarked;
