/** Where samples come from. */
@NullMarked
package io.kenshin.ingest.source;

import org.jspecify.annotations.NullMarked;
