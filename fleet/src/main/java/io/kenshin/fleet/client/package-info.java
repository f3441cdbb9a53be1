/** The services' REST interfaces. */
@NullMarked
package io.kenshin.fleet.client;

import org.jspecify.annotations.NullMarked;
