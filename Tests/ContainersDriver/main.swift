// A program that performs one operation of the container engine, so that tests can kill its process: ROOT RUNTIME EXECUTABLE NETNS
// VERB ARGUMENTS…
import Containers
import Glibc
import LinuxSystem

func fail(_ text: String) -> Never {
    try? writeFully(2, text + "\n")
    exit(1)
}

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count >= 5 else { fail("usage: ROOT RUNTIME EXECUTABLE NETNS|- VERB ARGUMENTS…") }
let host = LinuxContainerHost(
    .init(
        root: StateRoot(path: arguments[0], runtimePath: arguments[1]), executable: arguments[2],
        networkNamespace: arguments[3] == "-" ? nil : arguments[3]))
let words = Array(arguments.dropFirst(5))
do {
    switch (arguments[4], words.count) {
    case ("create", 1...):
        let type = words.count > 1 ? RuntimeType(rawValue: words[1]) ?? .default : .default
        let name = words[0]
        print(
            try host.createContainer(
                ContainerSpecification(
                    name: name, image: .name("NanoServer"), runtimeType: type, switchName: words.count > 2 ? words[2] : nil)
            ).id.text)
    case ("start", 1): try host.startContainer(host.container(nameOrID: words[0]).id)
    case ("stop", 1): try host.stopContainer(host.container(nameOrID: words[0]).id, .graceful(seconds: 5))
    case ("turnoff", 1): try host.stopContainer(host.container(nameOrID: words[0]).id, .turnOff)
    case ("remove", 1): try host.removeContainer(host.container(nameOrID: words[0]).id, force: true)
    case ("convert", 2):
        try host.updateContainer(
            host.container(nameOrID: words[0]).id, ContainerChange(runtimeType: RuntimeType(rawValue: words[1])))
    case ("list", _):
        for container in try host.containers() {
            print(container.id.text, container.name, container.state.rawValue, container.runtimeType.rawValue, container.addresses)
        }
    case ("images", _): for image in try host.images() { print(image.id.prefix(12), image.name, image.size) }
    case ("exec", 2...):
        let process = try host.execute(
            in: host.container(nameOrID: words[0]).id, ProcessSpecification(arguments: Array(words.dropFirst())))
        process.closeStandardInput()
        if let output = process.standardOutput { try writeFully(1, readToEnd(output, limit: 1 << 24)) }
        if let errors = process.standardError { try writeFully(2, readToEnd(errors, limit: 1 << 24)) }
        exit(process.wait())
    default: fail("unknown verb")
    }
} catch {
    fail("\(error)")
}
