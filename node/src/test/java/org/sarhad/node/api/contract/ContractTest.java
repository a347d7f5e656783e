package org.sarhad.node.api.contract;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.node.testing.OpenApi;
import org.sarhad.node.testing.TestNode;

/// Every operation of docs/api/openapi.yaml, driven on two running nodes, each request and each
/// answer held against the contract. The chapters are of one story: a later one finds what those
/// before it have left.
@Tag("slow")
class ContractTest {
  @TempDir Path directory;
  private final HeldToContract contract;
  private final WatchChapter watches;
  private final ResponseChapter response;
  private final AgreementsChapter agreements;
  private final LineChapter line;
  private final InquiryChapter inquiry;
  private final PostureChapter posture;
  private final BarterChapter barter;
  private final NodeChapter node;

  ContractTest() throws IOException {
    this.contract = new HeldToContract(OpenApi.load());
    this.watches = new WatchChapter(contract);
    this.response = new ResponseChapter(contract);
    this.agreements = new AgreementsChapter(contract);
    this.line = new LineChapter(contract);
    this.inquiry = new InquiryChapter(contract);
    this.posture = new PostureChapter(contract);
    this.barter = new BarterChapter(contract);
    this.node = new NodeChapter(contract);
  }

  @Test
  void everyOperationKeepsTheContract() throws Exception {
    try (var ir = TestNode.start(directory.resolve("ir"), "ir");
        var pk = TestNode.start(directory.resolve("pk"), "pk")) {
      node.beforePairing(ir);
      TestNode.pair(ir, pk);
      try (var watch = ir.signIn("watch");
          var relief = ir.signIn("relief");
          var commander = ir.signIn("commander");
          var chief = ir.signIn("chief");
          var clerk = ir.signIn("clerk");
          var compliance = ir.signIn("compliance");
          var admin = ir.signIn("admin");
          var observer = ir.signIn("observer");
          var there = pk.signIn("watch");
          var theirChief = pk.signIn("chief");
          var theirCommander = pk.signIn("commander")) {
        node.session(watch);
        watches.shift(watch, relief, commander);
        watches.runCards(chief);
        var unit = watches.units(watch, commander);
        var incident = response.incident(watch, commander, there, theirCommander, unit);
        response.history(clerk);
        inquiry.exhibitFiles(clerk, watch, admin);
        agreements.rules(chief, theirChief);
        inquiry.matters(clerk);
        agreements.statements(chief, watch);
        agreements.acts(chief, watch, theirChief);
        line.crossings(watch, chief, theirChief, theirCommander, there, incident, unit);
        line.handovers(watch, commander, theirCommander, incident);
        line.activities(watch, there);
        line.information(watch, there);
        posture.posts(chief, watch);
        barter.screening(compliance, there, ir.directory());
        barter.deliveries(chief, watch);
        barter.book(watch);
        barter.market(chief, watch);
        node.officers(watch);
        agreements.delegations(chief, watch);
        agreements.registers(clerk);
        node.record(watch, chief, compliance, incident);
        node.link(admin, watch);
        node.bundle(admin, pk);
        node.accounts(admin, ir);
        node.served(watch);
        node.observed(observer, incident);
        node.events(watch);
      }
      node.withoutSession(ir);
    }

    contract.assertKept();
  }
}
