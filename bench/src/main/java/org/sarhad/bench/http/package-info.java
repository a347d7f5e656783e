/// An HTTP/1.1 client that costs next to nothing, because it shares two cores with what it
/// measures.
@NullMarked
package org.sarhad.bench.http;

import org.jspecify.annotations.NullMarked;
