package org.sarhad.node.print;

import org.sarhad.tlog.Bytes;

/// A file inside the PDF.
///
/// @param name what it is to be called when it is saved
/// @param media its media type
/// @param content its exact bytes
public record Attachment(String name, String media, Bytes content) {}
