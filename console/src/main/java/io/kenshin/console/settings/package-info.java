/** What the console is told when it starts. */
@NullMarked
package io.kenshin.console.settings;

import org.jspecify.annotations.NullMarked;
