package org.sarhad.node.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.sarhad.core.party.Role;
import org.sarhad.node.account.Account;
import org.sarhad.node.account.Accounts;
import org.sarhad.node.assembly.RunningNode;
import org.sarhad.node.assembly.SystemClock;
import org.sarhad.node.assembly.SystemRandomness;
import org.sarhad.node.config.NodeConfig;
import org.sarhad.node.keys.SignatureProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `sarhad account`: the first account of a node, which nobody could make over the API.
@Command(
    name = "account",
    description = "Make the first accounts of a node, on its own machine.",
    subcommands = {AccountCommand.Add.class},
    mixinStandardHelpOptions = true)
final class AccountCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return SarhadCommand.USAGE;
  }

  /// `sarhad account add`.
  @Command(
      name = "add",
      description = {
        "Make an account. Its key is granted by the record when the node starts next.",
        "The password is asked for, or taken from the variable " + Password.VARIABLE + "."
      },
      mixinStandardHelpOptions = true)
  static final class Add implements Callable<Integer> {
    @Option(
        names = {"-d", "--directory"},
        paramLabel = "DIR",
        defaultValue = ".",
        description = "The node's directory (default: here).")
    private Path directory = Path.of(".");

    @Option(
        names = {"-l", "--login"},
        required = true,
        description = "2 to 32 characters of a-z 0-9 . _ -")
    private String login = "";

    @Option(names = "--name", description = "What colleagues read: a desk or duty.")
    private String name = "";

    @Option(
        names = {"-r", "--role"},
        required = true,
        description = "A role, such as admin or watch_officer. May be repeated.")
    private List<String> roles = List.of();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
      var config = NodeConfig.load(directory);
      if (!Account.isLogin(login)) {
        throw new CannotException(
            "\"%s\" is no login: 2 to 32 characters of a-z 0-9 . _ - are.".formatted(login));
      }
      var granted = granted();
      var password = Password.ofAccount();
      try (var accounts =
          Accounts.open(
              directory.resolve(RunningNode.ACCOUNTS),
              config.party().domain(),
              config.accounts(),
              new SystemClock(),
              new SystemRandomness(),
              SignatureProvider.find(config.signatures().provider()))) {
        var made =
            accounts
                .create(login, name.isEmpty() ? login : name, granted, password)
                .orElseThrow(
                    () ->
                        new CannotException(
                            "The login %s is taken. Choose another.".formatted(login)));
        var out = spec.commandLine().getOut();
        out.printf("%s can sign in as %s.%n", made.login(), made.key().officer());
        out.flush();
      }
      return SarhadCommand.OK;
    }

    private Set<Role> granted() throws CannotException {
      var granted = EnumSet.noneOf(Role.class);
      for (var code : roles) {
        granted.add(
            Role.find(code)
                .orElseThrow(
                    () ->
                        new CannotException(
                            "%s is no role; there are %s."
                                .formatted(
                                    code,
                                    String.join(
                                        ", ",
                                        EnumSet.allOf(Role.class).stream()
                                            .map(Role::code)
                                            .toList())))));
      }
      return granted;
    }
  }
}
