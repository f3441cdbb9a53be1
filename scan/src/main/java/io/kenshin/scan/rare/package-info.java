/** Patterns too rare for a reservoir: counted over all samples, noticed by their labels, and their carriers fetched. */
@NullMarked
package io.kenshin.scan.rare;

import org.jspecify.annotations.NullMarked;
