/** One class for each verb, or family of verbs. */
@NullMarked
package io.kenshin.cli.command;

import org.jspecify.annotations.NullMarked;
