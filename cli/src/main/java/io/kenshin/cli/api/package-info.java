/** The services' REST interfaces. */
@NullMarked
package io.kenshin.cli.api;

import org.jspecify.annotations.NullMarked;
