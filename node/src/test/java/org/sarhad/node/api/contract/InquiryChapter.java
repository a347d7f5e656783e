package org.sarhad.node.api.contract;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.sarhad.node.testing.TestClient;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// Matters, claims and the files of exhibits.
final class InquiryChapter extends Chapter {
  InquiryChapter(HeldToContract contract) {
    super(contract);
  }

  /// Nothing is agreed on before there are rules.
  void matters(TestClient clerk) throws Exception {
    var root = "/api/v1/inquiry";
    var list =
        """
        {"format":"sarhad.incidents/1","incidents":[{"name":"feb","title":{"lang":"en","text":"Attack on a bus"},
         "claims":[{"property":"claimed_by","value":{"type":"label","text":"a group"},"as_of":"2019-02-13T18:00:00.000Z",
         "provenance":{"behalf":"press","basis":"press","sources":[{"name":"Gulf News"}]}}]}]}
        """;
    var digest = post(clerk, root + "/lists/preview", list, 200).at("/digest").asText();
    post(clerk, root + "/lists?digest=" + "0".repeat(64), list, 409);
    answered(
        clerk.upload(root + "/lists/preview", "text/csv", new byte[] {(byte) 0xff, (byte) 0xfe}),
        400);
    var matter =
        post(clerk, root + "/lists?faults=leave_out&digest=" + digest, list, 201)
            .at("/matters/0")
            .asText();
    get(clerk, root + "/matters?phase=open&kind=incident&limit=5&cursor=0", 200);
    get(clerk, root + "/matters?phase=soon", 400);
    var one = root + "/matters/" + matter;
    get(clerk, one + "/board?basis=known&as_of=2100-01-01T00:00:00.000Z", 200);
    get(clerk, root + "/matters/ir/999999/board", 404);
    var claim =
        get(clerk, one + "/claims?row=claimed_by&party=ir&behalf=others", 200)
            .at("/items/0/claim")
            .asText();
    get(clerk, root + "/claims/" + claim, 200);
    get(clerk, one + "/timeline?limit=1", 200);
    get(clerk, one + "/exhibits?exhibit=ir/1", 200);
    get(clerk, one + "/joint", 200);
    get(clerk, one + "/stix", 200);
    var seal =
        """
        {"matter":"%s","revealBy":"%s","claim":{"property":"occurred","value":{"type":"yes_no","yes":true},
         "as_of":"2019-02-13T18:00:00.000Z","provenance":{"behalf":"own","basis":"inference"}}}
        """;
    var in = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS);
    var sealed = post(clerk, root + "/seals", seal.formatted(matter, in), 201);
    post(clerk, root + "/seals", seal.formatted(matter, "2000-01-01T00:00:00.000Z"), 409);
    var name = sealed.at("/entries/0").asText();
    post(clerk, root + "/seals/" + name + "/reveal", "", 201);
    post(clerk, root + "/seals/ir/999999/reveal", "", 404);
    get(clerk, root + "/claims/" + name, 200);
  }

  void exhibitFiles(TestClient clerk, TestClient watch, TestClient admin) throws Exception {
    var bytes = "what a camera saw".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    var sha256 = Merkle.sha256(Bytes.of(bytes)).hex();
    var uploads = "/api/v1/exhibit-uploads";
    var announced = "{\"sizeBytes\":%d,\"media\":\"video/mp4\",\"sha256\":\"%s\"}";
    get(watch, uploads, 403);
    post(clerk, uploads, "{\"sizeBytes\":0,\"media\":\"video/mp4\"}", 400);
    var begun = post(clerk, uploads, announced.formatted(bytes.length, sha256), 201);
    var upload = uploads + "/" + begun.at("/upload/upload").asText();
    get(clerk, uploads, 200);
    get(clerk, upload, 200);
    get(clerk, uploads + "/" + "0".repeat(32), 404);
    answered(clerk.putBytes(upload + "/chunks/0?sha256=" + "0".repeat(64), bytes), 409);
    answered(clerk.putBytes(upload + "/chunks/1?sha256=" + sha256, bytes), 404);
    post(clerk, upload + "/finish", "{}", 409);
    answered(clerk.putBytes(upload + "/chunks/0?sha256=" + sha256, bytes), 200);
    post(clerk, upload + "/finish", "{\"sha256\":\"%s\"}".formatted(sha256), 201);
    post(clerk, uploads, announced.formatted(bytes.length, sha256), 200);
    var other = post(clerk, uploads, "{\"sizeBytes\":1,\"media\":\"image/png\"}", 201);
    answered(clerk.delete(uploads + "/" + other.at("/upload/upload").asText()), 204);
    var file = "/api/v1/exhibit-files/" + sha256;
    get(admin, "/api/v1/exhibit-files?limit=1&after=" + "0".repeat(64), 200);
    get(clerk, "/api/v1/exhibit-files?limit=0", 400);
    get(clerk, file, 200);
    get(clerk, file + "/content", 200);
    get(admin, file + "/content", 403);
    get(clerk, file + "/wrong/0/" + sha256, 404);
    answered(clerk.delete(file), 204);
    answered(clerk.delete(file), 404);
  }
}
