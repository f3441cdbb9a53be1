/** The envelope of events. */
@NullMarked
package io.kenshin.contracts.event;

import org.jspecify.annotations.NullMarked;
