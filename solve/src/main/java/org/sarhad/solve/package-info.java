/// A solver of linear programmes for the market of the committee, for whoever wants one beside the
/// node's own search.
@NullMarked
package org.sarhad.solve;

import org.jspecify.annotations.NullMarked;
