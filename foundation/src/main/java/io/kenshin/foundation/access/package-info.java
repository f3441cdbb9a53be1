/** Who may do what: people by their identity provider, services and jobs by short-lived tokens. */
@NullMarked
package io.kenshin.foundation.access;

import org.jspecify.annotations.NullMarked;
