/** What a healed version has to show. */
@NullMarked
package io.kenshin.remediation.verify;

import org.jspecify.annotations.NullMarked;
