/// Rows about whole nodes: processes as an operator starts them, spoken to over their own API and
/// over the link with mutual TLS, on loopback.
@NullMarked
package org.sarhad.bench.node;

import org.jspecify.annotations.NullMarked;
