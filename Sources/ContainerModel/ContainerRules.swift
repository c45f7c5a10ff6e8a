/// The rules for names and specifications, which are the same on every host.
package enum ContainerRules {
    /// The longest name in bytes: the limit of a host name's label (RFC 1123), since the name becomes the container's host name.
    package static let longestName = 63

    /// `[a-zA-Z0-9][a-zA-Z0-9_.-]*`, at most 63 characters: safe in a path, a host name, a terminal and a command line.
    package static func isValidName(_ name: String) -> Bool {
        guard let first = name.utf8.first, name.utf8.count <= longestName, isLetterOrDigit(first) else { return false }
        return name.utf8.allSatisfy {
            isLetterOrDigit($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
        }
    }

    /// Checks a specification before anything is made, and fills in the container's name and host name where it has none.
    /// - Throws: `InvalidName`; `InvalidMemory` below `smallestMemory`; `InvalidArgument` for a text with a zero byte, an environment
    ///   variable that is no `NAME=value`, or a working folder that is not allowed.
    package static func checked(_ specification: ContainerSpecification, id: ContainerID) throws(ContainerError)
        -> ContainerSpecification
    {
        var result = specification
        if result.name.isEmpty { result.name = String(id.digits.prefix(12)) }
        guard isValidName(result.name) else { throw .invalidName(result.name) }
        if let computerName = result.computerName {
            guard isValidName(computerName) else { throw .invalidName(computerName, what: "computer name") }
        } else if result.mainProcess != nil {
            // As Docker does: the host name is made of the id, not of the name that was made up.
            result.computerName = String(id.digits.prefix(12))
        }
        if let memory = result.memory, memory < smallestMemory { throw .memoryTooSmall(memory, smallestMemory) }
        if let folder = result.mainProcess?.workingDirectory { try checkWorkingDirectory(folder, target: id.text) }
        for text in (result.command ?? []) + result.environment where text.utf8.contains(0) { throw .zeroByte(result.name) }
        for pair in result.environment where !pair.contains("=") || pair.hasPrefix("=") { throw .invalidEnvironment(pair) }
        return result
    }

    /// The least memory of a container in bytes: neither a process nor a guest kernel runs with less.
    package static let smallestMemory: UInt64 = 16 << 20

    /// Refuses a change to a container that is not off.
    /// - Throws: `ContainerNotStopped`.
    package static func checkStopped(_ container: Container) throws(ContainerError) {
        guard container.state == .off else { throw .notStopped(container) }
    }

    /// Refuses a working folder that is relative, contains `..` or a zero byte, or is below /proc: a path like /proc/self/fd/7 can be a
    /// descriptor of the OCI runtime, and lead to the host's root (CVE-2024-21626).
    /// - Throws: `InvalidArgument`.
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
