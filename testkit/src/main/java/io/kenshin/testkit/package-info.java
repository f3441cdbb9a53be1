/** Broker, database and records for tests. */
@NullMarked
package io.kenshin.testkit;

import org.jspecify.annotations.NullMarked;
