/** The system of record: data sets, samples, models and scan orders. */
@NullMarked
package io.kenshin.ingest;

import org.jspecify.annotations.NullMarked;
