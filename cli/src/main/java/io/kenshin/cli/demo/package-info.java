/** The demo: an attacker and a team. */
@NullMarked
package io.kenshin.cli.demo;

import org.jspecify.annotations.NullMarked;
