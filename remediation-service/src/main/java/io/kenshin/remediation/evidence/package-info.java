/** What is known about a promoted model, in a form that others can check. */
@NullMarked
package io.kenshin.remediation.evidence;

import org.jspecify.annotations.NullMarked;
