/** The ways out of ingest: samples and chunks. */
@NullMarked
package io.kenshin.ingest.channel;

import org.jspecify.annotations.NullMarked;
