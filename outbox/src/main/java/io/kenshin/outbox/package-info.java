/** Transactions, and records that leave with them. */
@NullMarked
package io.kenshin.outbox;

import org.jspecify.annotations.NullMarked;
