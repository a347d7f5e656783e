package org.sarhad.node.api;

import static org.sarhad.core.party.Role.ADMIN;
import static org.sarhad.core.party.Role.CHIEF;
import static org.sarhad.core.party.Role.SECTOR_COMMANDER;
import static org.sarhad.core.party.Role.WATCH_OFFICER;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.sarhad.core.fact.RefusalCode.Retry;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.api.view.LinkViews;
import org.sarhad.node.api.view.Problem;
import org.sarhad.node.config.HostPort;
import org.sarhad.node.link.MalformedHelloException;
import org.sarhad.node.link.MalformedTarException;
import org.sarhad.node.link.PairingCard;
import org.sarhad.node.link.TarArchive;
import org.sarhad.node.machine.AccountBundle;
import org.sarhad.node.machine.AuditFact;
import org.sarhad.node.machine.BundleExport;
import org.sarhad.node.machine.LinkView;
import org.sarhad.node.machine.LogView;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.NodeView;
import org.sarhad.node.machine.Reply;
import org.sarhad.node.peer.PeerUnreachableException;
import org.sarhad.tlog.note.VerifierKey;

/// The link with the peer: how it stands, pairing, trying it, restoring from it.
final class LinkOperations {
  private static final Access ADMINS = Access.of(ADMIN);

  /// More than this is for `sarhad export`: who takes it in over the console takes 64 MiB at most.
  private static final long BUNDLE_ENTRIES_MAX = 20_000;

  private final Surface surface;
  private final CardFetch cards;
  private final AtomicReference<Optional<PairingCard>> pending =
      new AtomicReference<>(Optional.empty());

  /// Fetches the card of whoever answers at an address; nothing on it is trusted.
  interface CardFetch {
    PairingCard fetch(HostPort address) throws PeerUnreachableException, MalformedHelloException;
  }

  LinkOperations(Surface surface, CardFetch cards) {
    this.surface = surface;
    this.cards = cards;
  }

  List<Operation> list() {
    return List.of(
        Operation.get("getLink", "/api/v1/link", Access.signedIn(), call -> Answer.ok(link(call))),
        Operation.post(
            "testLink",
            "/api/v1/link/self-test",
            Access.of(ADMIN, WATCH_OFFICER, SECTOR_COMMANDER, CHIEF),
            this::test),
        Operation.get(
            "getPairing", "/api/v1/link/pairing", Access.signedIn(), _ -> Answer.ok(pairing())),
        Operation.post("startPairing", "/api/v1/link/pairing", ADMINS, this::start),
        Operation.post("confirmPairing", "/api/v1/link/pairing/confirm", ADMINS, this::confirm),
        Operation.post("restoreFromPeer", "/api/v1/link/restore", ADMINS, this::restore),
        Operation.post("unpair", "/api/v1/link/unpair", ADMINS, this::unpair),
        Operation.post("waiveGuard", "/api/v1/link/waive", ADMINS, this::waive),
        Operation.get("exportBundle", "/api/v1/link/bundle", ADMINS, this::export),
        Operation.upload("importBundle", "/api/v1/link/bundle", ADMINS, this::take),
        Operation.get(
            "exportPeriod", "/api/v1/link/account-bundle", Access.of(ADMIN, CHIEF), this::period));
  }

  private LinkViews.Link link(Call call) {
    var lens = surface.look(call);
    return new LinkViews.Link(
        card(lens.view().self().card()),
        lens.view().links().stream().map(link -> LinkWords.view(lens, link)).toList(),
        lens.view()
            .restore()
            .map(restore -> new LinkViews.Restore(restore.done(), restore.total())));
  }

  private LinkViews.Card card(PairingCard card) {
    return new LinkViews.Card(
        surface.parties().view(card.party()),
        card.origin().value(),
        card.address(),
        card.fingerprint(),
        card.keys().all().map(VerifierKey::text).toList(),
        card.tlsKey().hex());
  }

  private LinkViews.Pairing pairing() {
    var view = surface.node().view();
    var peer = peerCard(view);
    var waiting = pending.get().filter(card -> !peer.equals(Optional.of(card)));
    String state;
    if (peer.isPresent()) {
      state = "paired";
    } else {
      state = waiting.isPresent() ? "pending" : "unpaired";
    }
    return new LinkViews.Pairing(
        state, card(view.self().card()), waiting.map(this::card), peer.map(this::card));
  }

  private static Optional<PairingCard> peerCard(NodeView view) {
    return view.links().stream().flatMap(link -> link.card().stream()).findFirst();
  }

  private Answer start(Call call) throws MalformedRequestException {
    var address =
        call.body()
            .parsed(
                "address",
                new HostPort("?", 1),
                HostPort::parse,
                "expected host:port, such as 192.0.2.7:7111");
    call.body().finish();
    try {
      var card = cards.fetch(address);
      // What the peer calls itself is for show; what was typed here is what answered.
      pending.set(Optional.of(new PairingCard(card.keys(), card.tlsKey(), address.toString())));
      return Answer.created(pairing());
    } catch (PeerUnreachableException | MalformedHelloException e) {
      return new Answer.Refused(
          Problem.of(
              502,
              "link.no_card",
              "The peer's card could not be fetched.",
              String.valueOf(e.getMessage()),
              Retry.LATER,
              "Check the address with the other side, then try again."));
    }
  }

  private Answer confirm(Call call) throws MalformedRequestException {
    var fingerprint = call.body().text("fingerprint", 1, 80);
    call.body().finish();
    var card = pending.get();
    return card.isEmpty()
        ? new Answer.Refused(ApiRefusal.NOTHING_PENDING.plain())
        : surface.ask(
            call,
            new NodeRequest.ConfirmPairing(card.get(), fingerprint),
            _ -> {
              pending.set(Optional.empty());
              return Answer.created(pairing());
            });
  }

  private Answer test(Call call) throws MalformedRequestException {
    call.body().finish();
    var peer = onlyPeer();
    return peer.isEmpty()
        ? Answer.ok(
            new LinkViews.SelfTest(
                false, List.of(new LinkViews.Step("paired", false, "No peer is paired.", 0))))
        : surface.ask(
            call,
            new NodeRequest.TestLink(peer.get()),
            accepted ->
                accepted.reply() instanceof Reply.LinkTested tested
                    ? Answer.ok(
                        new LinkViews.SelfTest(
                            tested.passed(),
                            tested.steps().stream()
                                .map(
                                    step ->
                                        new LinkViews.Step(
                                            step.name(),
                                            step.passed(),
                                            step.sentence(),
                                            step.millis()))
                                .toList()))
                    : Answer.ok(new LinkViews.SelfTest(false, List.of())));
  }

  private Answer restore(Call call) throws MalformedRequestException {
    call.body().finish();
    return onlyPeer()
        .map(
            peer ->
                surface.ask(
                    call,
                    new NodeRequest.RestoreFromPeer(peer),
                    _ -> new Answer.Body(202, link(call))))
        .orElseGet(() -> new Answer.Refused(ApiRefusal.NOT_PAIRED.plain()));
  }

  private Answer unpair(Call call) throws MalformedRequestException {
    var peer =
        call.body().parsed("peer", new PartyId("x"), PartyId::new, "expected a party, such as pk");
    call.body().finish();
    return surface.ask(call, new NodeRequest.Unpair(peer));
  }

  private Answer waive(Call call) throws MalformedRequestException {
    call.body().finish();
    return surface.ask(call, new NodeRequest.WaiveGuard());
  }

  private Answer export(Call call) throws MalformedRequestException {
    var query = call.query();
    long from =
        query.parsed("from", LinkOperations::index, "expected an index from 0 up").orElse(0L);
    query.finish();
    var view = surface.node().view();
    var own = view.self().origin();
    long size = view.log(own).map(LogView::size).orElse(0L);
    if (size > from + BUNDLE_ENTRIES_MAX) {
      return new Answer.Refused(
          ApiRefusal.BUNDLE_LARGE.because("%d entries from %d on".formatted(size - from, from)));
    }
    return BundleExport.of(view, own, from)
        .map(bundle -> carried(call, bundle))
        .orElseGet(() -> new Answer.Refused(ApiRefusal.NOTHING_SIGNED.plain()));
  }

  private Answer carried(Call call, BundleExport bundle) {
    return streamed(
        call,
        bundle::writeTo,
        "%s-from-%d.tar".formatted(surface.node().view().self().party().value(), bundle.from()),
        "export of entries %d to %d".formatted(bundle.from(), bundle.to()));
  }

  private Answer period(Call call) throws MalformedRequestException {
    var query = call.query();
    int number = query.parsed("period", LinkOperations::number, "expected 1 or more").orElse(1);
    query.finish();
    return AccountBundle.of(surface.node().view(), number)
        .map(
            bundle ->
                streamed(
                    call,
                    bundle::writeTo,
                    "account-%d.tar".formatted(number),
                    "export of period %d of the account".formatted(number)))
        .orElseGet(
            () ->
                new Answer.Refused(ApiRefusal.PERIOD_OPEN.because("period %d".formatted(number))));
  }

  private static int number(String text) {
    int number = Integer.parseInt(text);
    if (number < 1) {
      throw new IllegalArgumentException(text);
    }
    return number;
  }

  /// Writes a bundle and says how many bytes that were.
  @FunctionalInterface
  private interface Writing {
    long to(OutputStream out) throws IOException;
  }

  /// Measured first: what has begun to flow cannot be refused any more.
  private Answer streamed(Call call, Writing bundle, String name, String audited) {
    long bytes;
    try {
      bytes = bundle.to(OutputStream.nullOutputStream());
    } catch (IOException e) {
      return new Answer.Refused(ApiRefusal.BUNDLE_LARGE.because(String.valueOf(e.getMessage())));
    }
    if (bytes > Api.BUNDLE_BYTES_MAX) {
      return new Answer.Refused(ApiRefusal.BUNDLE_LARGE.because("%d bytes".formatted(bytes)));
    }
    audit(call, false, audited);
    return new Answer.Stream(
        exchange -> {
          exchange.set("Content-Disposition", "attachment; filename=\"%s\"".formatted(name));
          try (var out = exchange.stream(200, "application/x-tar")) {
            bundle.to(out);
          }
        });
  }

  /// A bundle leaves or comes by hand: who did it stands in the audit trail.
  private void audit(Call call, boolean refused, String detail) {
    surface
        .node()
        .audit(
            new AuditFact(
                "bundle",
                refused,
                Optional.of(call.caller().session().account().login()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(call.exchange().remoteAddress()),
                detail));
  }

  private static long index(String text) {
    long index = Long.parseLong(text);
    if (index < 0) {
      throw new IllegalArgumentException();
    }
    return index;
  }

  private Answer take(Call call) throws MalformedRequestException {
    TarArchive archive;
    try {
      archive = TarArchive.of(call.upload());
    } catch (MalformedTarException e) {
      throw MalformedRequestException.of("body", "a bundle", String.valueOf(e.getMessage()));
    }
    var answer =
        surface.ask(
            call,
            new NodeRequest.ImportBundle(archive, Integer.MAX_VALUE),
            accepted ->
                accepted.reply() instanceof Reply.Imported(long entries, long size, var _)
                    ? Answer.ok(new LinkViews.Imported(entries, size))
                    : Answer.ok(new LinkViews.Imported(0, 0)));
    boolean isRefused = answer instanceof Answer.Refused;
    audit(call, isRefused, "import of %d bytes".formatted(call.upload().size()));
    return answer;
  }

  private Optional<PartyId> onlyPeer() {
    return surface.node().view().links().stream()
        .filter(link -> link.card().isPresent())
        .map(LinkView::peer)
        .findFirst();
  }
}
