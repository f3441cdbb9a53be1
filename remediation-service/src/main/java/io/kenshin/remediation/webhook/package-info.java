/** Remediation events for those who have no Kafka. */
@NullMarked
package io.kenshin.remediation.webhook;

import org.jspecify.annotations.NullMarked;
