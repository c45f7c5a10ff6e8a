import Glibc
import Shell

exit(ShellProgram.run(Array(CommandLine.arguments.dropFirst())))
