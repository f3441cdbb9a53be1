/** The pure part of a scan: from vectors to a conclusion, without a broker, a database or a clock. */
@NullMarked
package io.kenshin.scan;

import org.jspecify.annotations.NullMarked;
