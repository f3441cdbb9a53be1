/** What travels between services: topic names, schemas and the records of every topic. */
@NullMarked
package io.kenshin.contracts;

import org.jspecify.annotations.NullMarked;
