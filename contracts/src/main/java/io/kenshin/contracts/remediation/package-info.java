/** The public events of remediation. */
@NullMarked
package io.kenshin.contracts.remediation;

import org.jspecify.annotations.NullMarked;
