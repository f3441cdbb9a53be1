/** What remediation asks of ingest-service. */
@NullMarked
package io.kenshin.remediation.ingest;

import org.jspecify.annotations.NullMarked;
