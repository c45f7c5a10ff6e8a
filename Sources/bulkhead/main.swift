import Agent
import CInit
import Containers
import Glibc
import Shell

// Before anything else: PID 1 of a utility VM has no shell to become.
if cinit_is_utility_vm() != 0 { AgentMain.run() }
// A running container's own process.
if CommandLine.arguments.dropFirst().first == Supervisor.role {
    exit(Supervisor.main(arguments: Array(CommandLine.arguments.dropFirst(2))))
}
// The far side of a session, inside a container.
if CommandLine.arguments.dropFirst().first == EndpointProgram.role {
    exit(EndpointProgram.run(Array(CommandLine.arguments.dropFirst(2))))
}
// The process of a job.
if CommandLine.arguments.dropFirst().first == JobProgram.role { exit(JobProgram.run(Array(CommandLine.arguments.dropFirst(2)))) }

exit(ShellProgram.run(CommandLine.arguments))
