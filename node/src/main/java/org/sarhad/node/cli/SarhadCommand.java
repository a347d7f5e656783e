package org.sarhad.node.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.sarhad.node.assembly.RunningNode;
import org.sarhad.node.demo.DemoCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `sarhad` itself: prints what there is.
@Command(
    name = "sarhad",
    description = "One record, two keepers: the node of one side, and the tools around it.",
    subcommands = {
      NodeCommand.class,
      KeysCommand.class,
      AccountCommand.class,
      DemoCommand.class,
      ExportCommand.class,
      ImportCommand.class,
      ListsCommand.class,
      VerifyCommand.class,
      PostureCommand.class,
      GeoCommand.class
    },
    versionProvider = SarhadCommand.Version.class,
    mixinStandardHelpOptions = true)
public final class SarhadCommand implements Callable<Integer> {
  /// Done, and well.
  public static final int OK = 0;

  /// Done, and something is wrong with what was looked at.
  public static final int FOUND_WRONG = 1;

  /// Asked in a way that makes no sense.
  public static final int USAGE = 2;

  /// Could not be done.
  public static final int FAILED = 3;

  @Spec private CommandSpec spec;

  /// Where the version comes from.
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"sarhad " + RunningNode.version()};
    }
  }

  /// Made by picocli.
  SarhadCommand() {
    this.spec = CommandSpec.create();
  }

  /// Runs one command line; returns its exit code.
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new SarhadCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(SarhadCommand::explain)
        .execute(arguments);
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return USAGE;
  }

  /// A command that fails says why in a sentence; only a bug shows its trace.
  private static int explain(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    var err = command.getErr();
    if (e instanceof CannotException || isOurs(e)) {
      err.println(e.getMessage());
    } else {
      err.println("This is a bug; please report it with these lines:");
      e.printStackTrace(err);
    }
    err.flush();
    return FAILED;
  }

  private static boolean isOurs(Exception e) {
    return switch (e) {
      case org.sarhad.node.assembly.StartException _ -> true;
      case org.sarhad.node.keys.KeyDirectoryException _ -> true;
      case org.sarhad.node.keys.SignatureProviderException _ -> true;
      case org.sarhad.node.account.DatabaseException _ -> true;
      case org.sarhad.tlog.MalformedException _ -> true;
      case java.io.IOException _ -> true;
      default -> false;
    };
  }
}
