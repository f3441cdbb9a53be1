/** Events as they happen, and those that happened. */
@NullMarked
package io.kenshin.console.live;

import org.jspecify.annotations.NullMarked;
