/// A container's document, `container.json`: what it is. What it does now is in `RunRecord`, how it ended in `ExitRecord`.
///
/// Three documents because three writers: the shell that holds the container's lock writes this one, its supervisor the other two, so
/// that a supervisor never waits for a lock that the shell which waits for it holds.
package struct ContainerRecord: Sendable, Codable, Hashable {
    /// Raised when older documents need another reading.
    package var format = 1
    /// Also the name of the container's folder.
    package var id: ContainerID
    /// By the rules of `ContainerRules.isValidName`.
    package var name: String
    /// 64 digits.
    package var imageID: String
    /// The image's name when the container was made.
    package var imageName: String
    /// How it runs from its next start on.
    package var runtimeType: RuntimeType
    /// Nil has loopback only.
    package var switchName: String?
    /// Bytes; nil where no limit was set.
    package var memory: UInt64?
    /// The host name inside.
    package var computerName: String
    /// What its main process executes.
    package var command: [String]
    /// Nil where it runs until it is stopped.
    package var mainProcess: MainProcess?
    /// `NAME=value`, added to the image's.
    package var environment: [String]
    /// Seconds since 1970.
    package var created: Double
    /// The form that its own files have now. It follows the runtime type at the next start, or at the change where that needs a VM.
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
