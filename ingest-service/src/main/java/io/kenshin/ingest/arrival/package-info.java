/** The arrival of samples in the database, and the wait for it. */
@NullMarked
package io.kenshin.ingest.arrival;

import org.jspecify.annotations.NullMarked;
