/** The report for people. */
@NullMarked
package io.kenshin.audit.report;

import org.jspecify.annotations.NullMarked;
