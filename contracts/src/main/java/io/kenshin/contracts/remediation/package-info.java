/** Cases, their states and policies, and the public events of remediation. */
@NullMarked
package io.kenshin.contracts.remediation;

import org.jspecify.annotations.NullMarked;
