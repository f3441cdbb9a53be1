/** Ways to propose candidates. */
@NullMarked
package io.kenshin.detection.propose;

import org.jspecify.annotations.NullMarked;
