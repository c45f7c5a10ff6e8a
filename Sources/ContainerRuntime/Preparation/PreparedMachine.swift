import ContainerModel

/// What a utility VM is started with, whatever it then runs: kernel and initial file system, and how this machine can run them.
package struct PreparedMachine: Sendable, Codable, Hashable {
    let files: BootFiles
    /// KVM where a boot under it reached the agent, else TCG.
    package let accelerator: Accelerator

    /// Makes the files where they are missing, and proves the accelerator where that has not been done since the machine's start.
    ///
    /// - Parameters:
    ///   - stateRoot: the folder whose `vm` keeps them.
    ///   - executable: the path of Bulkhead's executable, which becomes the machine's init and the container's endpoint.
    /// - Throws: `UtilityVMKernelNotUsable`, `UtilityVMFilesNotMade`.
    package static func make(stateRoot: String, executable: String) throws(ContainerError) -> PreparedMachine {
        let files = try BootFiles.prepare(stateRoot: stateRoot, executable: executable)
        return PreparedMachine(
            files: files, accelerator: try AcceleratorVerdict.current(files: files, stateRoot: stateRoot).accelerator)
    }
}
