// Makes a container, runs a program in it, and removes it.
// As root: ContainerProgram BULKHEAD STATE-ROOT Default|HyperV PROGRAM ARGUMENTS…
import Containers
import Foundation

let words = Array(CommandLine.arguments.dropFirst())
guard words.count >= 4, let type = RuntimeType(rawValue: words[2]) else {
    FileHandle.standardError.write(Data("usage: ContainerProgram BULKHEAD STATE-ROOT Default|HyperV PROGRAM ARGUMENTS…\n".utf8))
    exit(64)
}
// Bulkhead's executable supervises the containers and is their init.
let host = LinuxContainerHost(.init(root: StateRoot(path: words[1]), executable: words[0]))

do {
    let container = try host.createContainer(
        ContainerSpecification(name: "example", image: .name("NanoServer"), runtimeType: type))
    defer { try? host.removeContainer(container.id, force: true) }
    try host.startContainer(container.id)

    let process = try host.execute(in: container.id, ProcessSpecification(arguments: Array(words.dropFirst(3))))
    defer { process.close() }
    process.closeStandardInput()
    if let output = process.standardOutput {
        FileHandle.standardOutput.write(try FileHandle(fileDescriptor: output).readToEnd() ?? Data())
    }
    print("The container \(container.name) ended with \(process.wait()).")
} catch {
    // A ContainerError says what failed, why, and how to mend it.
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    exit(1)
}
