/** Import, quarantine and export of samples. */
@NullMarked
package io.kenshin.ingest.sample;

import org.jspecify.annotations.NullMarked;
