/// Rows about where to stand: the engine that plans posts.
@NullMarked
package org.sarhad.bench.posture;

import org.jspecify.annotations.NullMarked;
