/** The samples that a map may show. */
@NullMarked
package io.kenshin.scan.map;

import org.jspecify.annotations.NullMarked;
