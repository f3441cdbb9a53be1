package io.kenshin.architecture.ring.inner;

import io.kenshin.architecture.ring.Outer;

/** A class that uses one of the package around its own. */
public interface Inner {
    Outer outer();
}
