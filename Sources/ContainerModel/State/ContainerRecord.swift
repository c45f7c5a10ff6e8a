/// A container's document, `container.json`: what it is. What it does now is in `RunRecord`, how it ended in `ExitRecord`.
///
/// Three documents because three writers: the shell that holds the container's lock writes this one, its supervisor the other two, so
/// that a supervisor never waits for a lock that the shell which waits for it holds.
package struct ContainerRecord: Sendable, Codable, Hashable {
    package var format = 1
    package var id: ContainerID
    package var name: String
    package var imageID: String
    package var imageName: String
    package var runtimeType: RuntimeType
    package var switchName: String?
    package var memory: UInt64?
    package var computerName: String
    package var command: [String]
    package var mainProcess: MainProcess?
    package var environment: [String]
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
