/** What the services answer over REST: records that the services write and their callers read. */
@NullMarked
package io.kenshin.contracts.rest;

import org.jspecify.annotations.NullMarked;
