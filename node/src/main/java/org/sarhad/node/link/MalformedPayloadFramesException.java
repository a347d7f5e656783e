package org.sarhad.node.link;

import org.sarhad.tlog.MalformedException;

/// Bytes are not a push of payloads.
public final class MalformedPayloadFramesException extends MalformedException {
  private static final long serialVersionUID = 1L;

  MalformedPayloadFramesException(String what, String found, String expected) {
    super(what, found, expected);
  }
}
