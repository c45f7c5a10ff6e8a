/// A container's document, `container.json`: what it is. What it does now is in `RunRecord`, how it ended in `ExitRecord`.
///
/// Three documents because three writers: the shell that holds the container's lock writes this one, its supervisor the other two, so
/// that a supervisor never waits for a lock that the shell which waits for it holds.
package struct ContainerRecord: Sendable, Codable, Hashable {
    /// The document's format version; raised when older documents have to be read differently.
    package var format = 1
    /// The container's id, which is also the name of its folder.
    package var id: ContainerID
    /// The container's name, valid by `ContainerRules.isValidName`.
    package var name: String
    /// The image's id, 64 hexadecimal digits.
    package var imageID: String
    /// The image's name when the container was made.
    package var imageName: String
    /// The runtime type, which takes effect at the next start.
    package var runtimeType: RuntimeType
    /// The name of the container's virtual switch; nil for a container that has only the loopback interface.
    package var switchName: String?
    /// The memory limit in bytes; nil where none was set.
    package var memory: UInt64?
    /// The host name inside.
    package var computerName: String
    /// The command of the main process: program and arguments.
    package var command: [String]
    /// The main process; nil for a container that runs until it is stopped.
    package var mainProcess: MainProcess?
    /// Environment variables as `NAME=value`, added to the image's.
    package var environment: [String]
    /// When the container was made, in seconds since 1970.
    package var created: Double
    /// The form that the container's own files have now. They are converted to the form of a new runtime type at the next start; by the
    /// change itself where the conversion needs a VM.
    package var writable: WritableLayer

    /// The document of a new container, whose own files are a folder.
    ///
    /// - Parameter specification: with its names filled in (`ContainerRules.checked`).
    package init(_ id: ContainerID, _ specification: ContainerSpecification, image: ImageRecord, created: Double) {
        self.id = id
        name = specification.name
        imageID = image.id
        imageName = image.name
        runtimeType = specification.runtimeType
        switchName = specification.switchName
        memory = specification.memory
        computerName = specification.computerName ?? specification.name
        command = specification.command ?? image.command
        mainProcess = specification.mainProcess
        environment = specification.environment
        self.created = created
        writable = .folder
    }
}
