package org.sarhad.node.http;

import javax.net.ssl.SSLContext;

/// How a listener speaks TLS (1.3 and nothing older).
///
/// @param context with the listener's key and, where clients must show one, whom it trusts
/// @param clientsMustShowCertificate whether a client without a certificate is turned away in the
///   handshake
public record TlsServer(SSLContext context, boolean clientsMustShowCertificate) {}
