import Agent
import CInit
import Containers
import Glibc
import Shell

// The executable's roles. PID 1 of a utility VM comes first: its command line is the kernel's, and there is no shell to become.
if cinit_is_utility_vm() != 0 { AgentMain.run() }
// The supervisor of a running container.
if CommandLine.arguments.dropFirst().first == Supervisor.role {
    exit(Supervisor.main(arguments: Array(CommandLine.arguments.dropFirst(2))))
}
// The endpoint of a session, inside a container.
if CommandLine.arguments.dropFirst().first == EndpointProgram.role {
    exit(EndpointProgram.run(Array(CommandLine.arguments.dropFirst(2))))
}
// The process of a background job (Start-Job).
if CommandLine.arguments.dropFirst().first == JobProgram.role { exit(JobProgram.run(Array(CommandLine.arguments.dropFirst(2)))) }

exit(ShellProgram.run(CommandLine.arguments))
