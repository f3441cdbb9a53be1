/** What people see while they wait. */
@NullMarked
package io.kenshin.cli.terminal;

import org.jspecify.annotations.NullMarked;
