/// What names and specifications may say: the same for every host.
package enum ContainerRules {
    /// The longest name: a host name's label, which the name becomes inside.
    package static let longestName = 63

    /// `[a-zA-Z0-9][a-zA-Z0-9_.-]*`, at most 63 characters: safe in a path, a host name, a terminal and a command line.
    package static func isValidName(_ name: String) -> Bool {
        guard let first = name.utf8.first, name.utf8.count <= longestName, isLetterOrDigit(first) else { return false }
        return name.utf8.allSatisfy {
            isLetterOrDigit($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
        }
    }

    /// Checks a specification before anything is made, and gives a nameless one its names.
    package static func checked(_ specification: ContainerSpecification, id: ContainerID) throws(ContainerError)
        -> ContainerSpecification
    {
        var result = specification
        if result.name.isEmpty { result.name = String(id.digits.prefix(12)) }
        guard isValidName(result.name) else { throw .invalidName(result.name) }
        if let computerName = result.computerName {
            guard isValidName(computerName) else { throw .invalidName(computerName, what: "computer name") }
        } else if result.mainProcess != nil {
            // Docker's way: the names that it makes up are no host names.
            result.computerName = String(id.digits.prefix(12))
        }
        if let memory = result.memory, memory < smallestMemory { throw .memoryTooSmall(memory, smallestMemory) }
        if let folder = result.mainProcess?.workingDirectory { try checkWorkingDirectory(folder, target: id.text) }
        for text in (result.command ?? []) + result.environment where text.utf8.contains(0) { throw .zeroByte(result.name) }
        for pair in result.environment where !pair.contains("=") || pair.hasPrefix("=") { throw .invalidEnvironment(pair) }
        return result
    }

    /// Less than this holds neither a process nor a kernel.
    package static let smallestMemory: UInt64 = 16 << 20

    /// The new state of a container that is to be changed must allow it.
    package static func checkStopped(_ container: Container) throws(ContainerError) {
        guard container.state == .off else { throw .notStopped(container) }
    }

    /// A folder below /proc can be a descriptor of the runtime's, and with it the host's root.
    package static func checkWorkingDirectory(_ folder: String, target: String) throws(ContainerError) {
        guard folder.hasPrefix("/"), !folder.utf8.contains(0), !folder.split(separator: "/").contains(".."),
            folder.split(separator: "/").first != "proc"
        else {
            throw ContainerError(
                "InvalidArgument", "'\(folder)' is no working folder.", remedy: "Give an absolute path outside /proc.",
                target: target)
        }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
