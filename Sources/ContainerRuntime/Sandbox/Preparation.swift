import ContainerModel
import LinuxSystem

/// What the containers of a state root share and no start should wait for.
package struct Preparation: Sendable {
    let root: StateRoot
    /// The executable's file, which runs as supervisor, init and agent.
    let executable: String

    package init(root: StateRoot, executable: String) {
        self.root = root
        self.executable = executable
    }

    /// Makes what the containers of a runtime type share and no start should wait for: the copy of this program, the choice of an OCI
    /// runtime; for utility VMs the image's disk, the kernel, the initial file system, and the accelerator's verdict. A kernel may have to
    /// be fetched over the network that this shell has. Seconds where all is missing; some system calls where all is there.
    ///
    /// Each thing is made under a lock of its own, appears whole, and is kept: shells that need it at once wait for one of them, and what
    /// a killed one left half made is removed by the next.
    ///
    /// - Returns: the folder of the program's copy.
    @discardableResult
    package func make(_ type: RuntimeType, _ image: ImageRecord) throws(ContainerError) -> String {
        let copy = try HostExecutable(root: root, path: executable).prepare()
        switch type {
        case .default: _ = try RuntimeChoice.make(root, executableFolder: copy)
        case .hyperV:
            _ = try ImageStore(root).diskImage(for: image)
            let boot = try BootFiles.prepare(stateRoot: root.path, executable: copy + "/bulkhead")
            _ = try AcceleratorVerdict.current(files: boot, stateRoot: root.path)
        }
        return copy
    }
}
