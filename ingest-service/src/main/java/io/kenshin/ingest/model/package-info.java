/** Model versions and aliases. */
@NullMarked
package io.kenshin.ingest.model;

import org.jspecify.annotations.NullMarked;
