/// What a container of a runtime type starts from, all of it there (`Preparation.make`).
///
/// A document, `prepared.json` in the container's runtime folder: the shell that starts a container writes it, its supervisor reads it.
package struct PreparedRuntime: Sendable, Codable, Hashable {
    /// The folder of `executables` whose `bulkhead` and `csrss` containers see at `/.bulkhead`.
    package var executableFolder: String
    /// What the container's sandbox is made from.
    package var kind: Kind

    /// What differs between the runtime types.
    package enum Kind: Sendable, Codable, Hashable {
        case sharedKernel(OCIRuntime)
        /// - Parameter imageDisk: the path of the image's squashfs.
        case utilityVM(PreparedMachine, imageDisk: String)
    }

    /// What `Preparation.make` gives.
    package init(executableFolder: String, kind: Kind) {
        self.executableFolder = executableFolder
        self.kind = kind
    }
}
