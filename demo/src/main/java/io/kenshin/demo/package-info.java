/** The demo: an attacker and a team. */
@NullMarked
package io.kenshin.demo;

import org.jspecify.annotations.NullMarked;
