/// Rows about who is sent: travel over the ground.
@NullMarked
package org.sarhad.bench.travel;

import org.jspecify.annotations.NullMarked;
