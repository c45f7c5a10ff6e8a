// A program that performs one operation of the container engine, so that tests can kill its process: ROOT RUNTIME EXECUTABLE NETNS
// VERB ARGUMENTS…
import Containers
import Glibc
import LinuxSystem
import Synchronization

func fail(_ text: String) -> Never {
    try? writeFully(2, text + "\n")
    exit(1)
}

/// Starts and stops containers while another thread lists the machine's processes as fast as it can. Prints the numbers of all processes
/// called csrss that any listing had, those of the containers' inits, and how many listings there were.
func watchStarts(_ type: RuntimeType, rounds: Int, samples least: Int) throws {
    let ending = Mutex(false)
    let seen = Mutex<Set<Int32>>([])
    let count = Mutex(0)
    let lister = try SystemThread.start {
        while !ending.withLock({ $0 }) {
            let listed = ProcessTable.pids().filter { ProcessStat.read(pid: $0)?.name == "csrss" }
            seen.withLock { $0.formUnion(listed) }
            count.withLock { $0 += 1 }
        }
    }
    var inits: Set<Int32> = []
    for round in 0..<rounds {
        // The choice of a runtime is made anew, as at a machine's first start.
        try? Files.remove(arguments[0] + "/runtime.json")
        let container = try host.createContainer(
            ContainerSpecification(name: "watched-\(round)", image: .name("NanoServer"), runtimeType: type))
        defer { try? host.removeContainer(container.id, force: true) }
        let before = count.withLock { $0 }
        try host.startContainer(container.id)
        if let number = try host.hostProcessIDs(of: container.id)[1] {
            inits.insert(number)
            // The runtime returns a moment before init has its program, and with that its name.
            for _ in 0..<1000 where ProcessStat.read(pid: number)?.name != "csrss" { sleepSeconds(0.001) }
        }
        // Listings of the start, and some of the time after it.
        let enough = max(before + least, count.withLock { $0 } + 10)
        while count.withLock({ $0 }) < enough { sleepSeconds(0.001) }
    }
    ending.withLock { $0 = true }
    lister.join()
    print(seen.withLock { $0 }.sorted(), inits.sorted(), count.withLock { $0 }, separator: "\n")
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
    case ("watch", 3):
        guard let type = RuntimeType(rawValue: words[0]), let rounds = Int(words[1]), let least = Int(words[2]) else {
            fail("numbers")
        }
        try watchStarts(type, rounds: rounds, samples: least)
    default: fail("unknown verb")
    }
} catch {
    fail("\(error)")
}
