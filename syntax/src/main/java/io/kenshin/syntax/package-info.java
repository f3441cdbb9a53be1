/** Rewrites of code that keep its meaning, on real parse trees (tree-sitter) of Java, C and Python. */
@NullMarked
package io.kenshin.syntax;

import org.jspecify.annotations.NullMarked;
