/** Scan orders and their chunks. */
@NullMarked
package io.kenshin.ingest.scan;

import org.jspecify.annotations.NullMarked;
