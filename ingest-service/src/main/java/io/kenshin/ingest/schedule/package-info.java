/** Scans that come by themselves: timetables, and the clock that orders what is due. */
@NullMarked
package io.kenshin.ingest.schedule;

import org.jspecify.annotations.NullMarked;
