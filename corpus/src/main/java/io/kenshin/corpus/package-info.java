/** Real methods, realistic flaws and published triggers: attacks for demos and tests. */
@NullMarked
package io.kenshin.corpus;

import org.jspecify.annotations.NullMarked;
