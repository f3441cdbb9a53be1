/** A Kafka broker and a PostgreSQL server for one machine. */
@NullMarked
package io.kenshin.embedded;

import org.jspecify.annotations.NullMarked;
