/** Data sets and their labels. */
@NullMarked
package io.kenshin.ingest.dataset;

import org.jspecify.annotations.NullMarked;
