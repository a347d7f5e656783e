package org.sarhad.node.api.view;

import java.util.Optional;

/// `PartyView` of the contract.
public record PartyView(String id, String name, String letter, Optional<String> zone) {}
