/** The command line. */
@NullMarked
package io.kenshin.cli;

import org.jspecify.annotations.NullMarked;
