/// HTTP as this node needs it, over Jetty's core: what both listeners share.
///
/// An [HttpListener] owns a port and hands every request, as an [Exchange], to one [HttpHandler] on
/// a virtual thread of its own; handlers are plain blocking code. Routes, roles and formats are the
/// business of the console's API and of the peer link.
///
/// **Every wait has an end, every buffer a size.** A sender gets the request deadline for its
/// headers and again for each part of a body; one who drips bytes is cut off all the same
/// ([SlowSenders]). Bodies are read through [Exchange#body], which counts *unpacked* bytes against
/// a limit given by the caller, so a zip bomb stops at the limit. Connections are limited; headers
/// are at most 8 KiB.
///
/// **No page of Jetty's ever shows.** What Jetty itself refuses (a request line that is none,
/// headers that are too long) is answered by the handler's [HttpHandler#refusal] in the handler's
/// own format.
package org.sarhad.node.http;
