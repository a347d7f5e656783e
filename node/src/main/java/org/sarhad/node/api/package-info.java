/// The console's door: `/api/v1`, the event stream, health, metrics and the console's own files.
///
/// **The contract comes first.** `docs/api/openapi.yaml` says what every operation takes, gives and
/// who may call it. [Operations] is the same list in code, and a test holds the two equal, route by
/// route and role by role; another drives every operation and checks each answer's shape. Nobody
/// may do what is not in that list.
///
/// **One way in.** [Api] takes every request through the same gates, in this order: is there such a
/// route; is somebody signed in; may their role do this; does a write carry the session's token;
/// are there too many; was this very write answered before; can its body be read. Only then does
/// the operation run. Whatever stops a request is a [Problem] with a code, a sentence and what to
/// do next.
///
/// **Reading is looking.** Operations that read take the node's newest view, which is immutable and
/// shows only what is durable. Operations that write ask the node and wait for its outcome; they
/// decide nothing themselves.
///
/// JSON is read field by field by [Fields], which collects everything that is wrong before it
/// refuses, and written from the records of [org.sarhad.node.api.view].
package org.sarhad.node.api;
