package io.kenshin.architecture.ring;

import io.kenshin.architecture.ring.inner.Inner;

/** A class that uses one of a package in its own. */
public interface Outer {
    Inner inner();
}
