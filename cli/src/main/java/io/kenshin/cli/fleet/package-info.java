/** The embedded fleet. */
@NullMarked
package io.kenshin.cli.fleet;

import org.jspecify.annotations.NullMarked;
