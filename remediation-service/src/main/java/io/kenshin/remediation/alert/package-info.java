/** What a scan says that people should know at once. */
@NullMarked
package io.kenshin.remediation.alert;

import org.jspecify.annotations.NullMarked;
