/** Samples whose label the rest of the data contradicts. */
@NullMarked
package io.kenshin.scan.label;

import org.jspecify.annotations.NullMarked;
