/** Rules of the house that the compiler cannot hold, for the tests of every module. */
@NullMarked
package io.kenshin.architecture;

import org.jspecify.annotations.NullMarked;
