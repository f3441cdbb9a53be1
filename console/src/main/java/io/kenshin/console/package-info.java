/** The single address for people: a page, the services behind it, and their events. */
@NullMarked
package io.kenshin.console;

import org.jspecify.annotations.NullMarked;
