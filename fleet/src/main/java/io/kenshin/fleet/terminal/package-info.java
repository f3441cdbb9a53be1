/** What people see while they wait. */
@NullMarked
package io.kenshin.fleet.terminal;

import org.jspecify.annotations.NullMarked;
