/// The errors that every host throws with the same messages.
extension ContainerError {
    /// `ContainerNotFound` of a name, with the names that there are.
    package static func containerNotFound(name: String, all: [Container]) -> ContainerError {
        let names = listed(Set(all.map(\.name)).sorted())
        return ContainerError(
            "ContainerNotFound", "There is no container with the name '\(name)'.",
            remedy: names.isEmpty ? "Make one with New-Container." : "There are: \(names).", target: name)
    }

    /// `ContainerNotFound` of an id or the beginning of one.
    package static func containerNotFound(id: String) -> ContainerError {
        ContainerError(
            "ContainerNotFound", "There is no container whose id is or begins with '\(id)'.", remedy: "Get-Container lists them.",
            target: id)
    }

    /// `ContainerNameAmbiguous`, with the ids of all that have the name.
    package static func nameAmbiguous(_ name: String, _ found: [Container]) -> ContainerError {
        ContainerError(
            "ContainerNameAmbiguous", "\(found.count) containers have the name '\(name)'.",
            remedy: "Name one by its id: \(listed(found.map(\.id.text))).", target: name)
    }

    /// `ContainerIdAmbiguous`, with all ids that begin with the prefix.
    package static func idAmbiguous(_ prefix: String, _ found: [Container]) -> ContainerError {
        ContainerError(
            "ContainerIdAmbiguous", "The ids of \(found.count) containers begin with '\(prefix)'.",
            remedy: "Give more digits: \(listed(found.map { "\($0.id.text) (\($0.name))" })).", target: prefix)
    }

    /// `ImageNotFound`, with the images that there are.
    package static func imageNotFound(_ text: String, _ all: [ContainerImage]) -> ContainerError {
        ContainerError(
            "ImageNotFound", "There is no container image '\(text)'.",
            remedy: all.isEmpty ? "There are no images." : "There are: \(listed(all.map(\.name))).", target: text)
    }

    /// `ImageAmbiguous`, with what tells the images apart.
    package static func imageAmbiguous(_ text: String, _ found: [ContainerImage]) -> ContainerError {
        ContainerError(
            "ImageAmbiguous", "\(found.count) container images fit '\(text)'.",
            remedy: "Add the publisher and the version, or give the id: "
                + "\(listed(found.map { "\($0.name) \($0.version) \($0.publisher) \($0.id.prefix(12))" })).",
            target: text)
    }

    /// `SwitchNotFound`, with the switches that there are.
    package static func switchNotFound(_ name: String, _ all: [VirtualSwitch]) -> ContainerError {
        ContainerError(
            "SwitchNotFound", "There is no virtual switch with the name '\(name)'.",
            remedy: "There are: \(listed(all.map { "'\($0.name)'" })).",
            target: name)
    }

    /// `InvalidName`, with the rule.
    /// - Parameter what: what the name was to be.
    package static func invalidName(_ name: String, what: String = "container name") -> ContainerError {
        ContainerError(
            "InvalidName", "'\(name)' is no \(what).",
            remedy:
                "A name has 1 to \(ContainerRules.longestName) letters, digits, '_', '.' and '-', and begins with a letter or digit.",
            target: name)
    }

    /// `InvalidMemory`. Both numbers are bytes.
    package static func memoryTooSmall(_ given: UInt64, _ least: UInt64) -> ContainerError {
        ContainerError(
            "InvalidMemory", "\(given) bytes of memory are too few for a container.", remedy: "Give at least \(least >> 20)MB.")
    }

    /// `InvalidArgument` for a text with a zero byte, at which C programs would cut it off.
    /// - Parameter name: the container's.
    package static func zeroByte(_ name: String) -> ContainerError {
        ContainerError("InvalidArgument", "An argument or environment variable of '\(name)' holds a zero byte.", target: name)
    }

    /// `InvalidArgument` of a text that is no `NAME=value`.
    package static func invalidEnvironment(_ pair: String) -> ContainerError {
        ContainerError("InvalidArgument", "'\(pair)' is no environment variable.", remedy: "Write NAME=value.")
    }

    /// `ContainerNotStopped`, where an operation needs a container that is off.
    package static func notStopped(_ container: Container) -> ContainerError {
        ContainerError(
            "ContainerNotStopped",
            "The container '\(container.name)' is \(container.state.rawValue.lowercased()); it has to be off for this.",
            remedy: "Stop it with Stop-Container, or use -Force where the command has it.", target: container.id.text)
    }

    /// `ContainerAlreadyRunning`, where a container is to be started.
    package static func alreadyRunning(_ container: Container) -> ContainerError {
        ContainerError(
            "ContainerAlreadyRunning", "The container '\(container.name)' is already running.", target: container.id.text)
    }

    /// `ContainerNotRunning`, where an operation needs a running container.
    package static func notRunning(_ container: Container) -> ContainerError {
        ContainerError(
            "ContainerNotRunning", "The container '\(container.name)' is not running.", remedy: "Start it with Start-Container.",
            target: container.id.text)
    }

    /// `ComputeProcessNotFound` of an id or the beginning of one.
    package static func computeProcessNotFound(_ id: String) -> ContainerError {
        ContainerError(
            "ComputeProcessNotFound", "There is no compute process whose id is or begins with '\(id)'.",
            remedy: "Get-ComputeProcess lists those that run.", target: id)
    }

    /// `ContainerDamaged`, with what cannot be read.
    package static func damaged(_ container: Container) -> ContainerError {
        ContainerError(
            "ContainerDamaged", "The state of the container \(container.id.text) cannot be read.",
            remedy: "Remove it with Remove-Container -Force.", cause: container.reason, target: container.id.text)
    }

    /// `'test2' failed to start.`, the cause, and `(Container ID {guid})`: the module's own pattern.
    package static func failed(
        _ operation: String, _ name: String, _ id: ContainerID, because inner: ContainerError
    ) -> ContainerError {
        ContainerError(
            inner.code, "'\(name)' failed to \(operation).", remedy: inner.remedy,
            cause: [inner.message, inner.cause].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
                + " (Container ID \(id.upperCased))",
            target: id.text)
    }

    /// A list of at most twenty names, followed by how many more there are.
    private static func listed(_ texts: [String]) -> String {
        let shown = texts.prefix(20).joined(separator: ", ")
        return texts.count > 20 ? "\(shown) and \(texts.count - 20) more" : shown
    }
}
