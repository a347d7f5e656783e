/// How long the link with each peer was up: what this node itself has seen, and nothing else.
///
/// No entry says it and no side can prove it to another, so it stands in no record; it is a diary
/// of this node's, kept beside its accounts. A [org.sarhad.node.uptime.LinkWatch] looks at the
/// links now and then and writes [org.sarhad.node.uptime.LinkSpell]s into a
/// [org.sarhad.node.uptime.LinkDiary]. Of the time in which this node did not run, or its clock was
/// stepped, the diary knows nothing and says so: it was not watched.
package org.sarhad.node.uptime;
