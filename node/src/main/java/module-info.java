import org.jspecify.annotations.NullMarked;

/// One sovereign node: a machine that takes events and returns effects, the ports it stands on, and
/// their adapters.
@NullMarked
module org.sarhad.node {
  requires static org.jspecify;
  requires transitive org.sarhad.tlog;
  requires transitive org.sarhad.core;
  requires java.desktop;
  requires java.logging;
  requires java.net.http;
  requires java.sql;
  requires java.xml;
  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.datatype.jdk8;
  requires com.google.zxing;
  requires com.helger.datetime;
  requires info.picocli;
  requires micrometer.core;
  requires micrometer.registry.prometheus;
  requires org.apache.pdfbox;
  requires org.bouncycastle.pkix;
  requires org.bouncycastle.provider;
  requires org.conscrypt;
  requires org.eclipse.jetty.http;
  requires org.eclipse.jetty.io;
  requires org.eclipse.jetty.server;
  requires org.eclipse.jetty.util;
  requires org.slf4j;
  requires org.xerial.sqlitejdbc;
  requires ph.jaxb;
  requires ph.ubl23;

  exports org.sarhad.node.exhibit;
  exports org.sarhad.node.intake;
  exports org.sarhad.node.link;
  exports org.sarhad.node.machine;
  exports org.sarhad.node.paper;
  exports org.sarhad.node.picture;
  exports org.sarhad.node.port;
  exports org.sarhad.node.store;

  // Where its jar is put beside this one (docs/operating/solver.md).
  uses org.sarhad.core.market.MatchSolver;
  uses org.sarhad.core.posture.SiteSolver;

  opens org.sarhad.node.api to
      com.fasterxml.jackson.databind;
  opens org.sarhad.node.api.view to
      com.fasterxml.jackson.databind;
  opens org.sarhad.node.cli to
      info.picocli;
}
