import Agent
import CInit
import Glibc
import Shell

// Before anything else: PID 1 of a utility VM has no shell to become.
if cinit_is_utility_vm() != 0 { AgentMain.run() }

exit(ShellProgram.run(Array(CommandLine.arguments.dropFirst())))
