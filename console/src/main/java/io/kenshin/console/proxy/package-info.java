/** The services behind the page: their REST interfaces, under one origin. */
@NullMarked
package io.kenshin.console.proxy;

import org.jspecify.annotations.NullMarked;
