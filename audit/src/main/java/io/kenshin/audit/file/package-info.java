/** What the files of a model could do. */
@NullMarked
package io.kenshin.audit.file;

import org.jspecify.annotations.NullMarked;
