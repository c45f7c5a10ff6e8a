import ContainerModel

/// Makes ready what the containers of a state root share and no start should wait for: the copy of this program, the choice of an OCI
/// runtime; for utility VMs the image's disk, the kernel, the initial file system, and the accelerator's verdict.
///
/// The one place that does: creation, conversion and start call it once each, and what it gives goes along to whoever runs the container
/// (`PreparedRuntime`), who looks for nothing anew.
///
/// Each thing is made under a lock of its own, appears whole, and is kept: shells that need it at once wait for one of them, and what a
/// killed shell left half made is removed by the next.
package struct Preparation: Sendable {
    let root: StateRoot
    /// The path of Bulkhead's executable, which runs as supervisor, init and agent.
    let executable: String

    /// - Parameter executable: the path of Bulkhead's executable.
    package init(root: StateRoot, executable: String) {
        self.root = root
        self.executable = executable
    }

    /// Makes what is missing for containers of a runtime type and an image. Seconds where all is missing, and a kernel may have to be
    /// fetched over the network that this process has; some system calls where all is there.
    ///
    /// - Throws: `RuntimeNotFound` and `RuntimeNotUsable` for RuntimeType Default, the errors of `machine()` and `ToolNotFound` for HyperV,
    ///   `StateUnavailable` where the state root cannot be written.
    package func make(_ type: RuntimeType, _ image: ImageRecord) throws(ContainerError) -> PreparedRuntime {
        let folder = try HostExecutable(root: root, path: executable).prepare()
        switch type {
        case .default:
            return PreparedRuntime(
                executableFolder: folder, kind: .sharedKernel(try RuntimeChoice.make(root, executableFolder: folder)))
        case .hyperV:
            let disk = try ImageStore(root).diskImage(for: image)
            return PreparedRuntime(executableFolder: folder, kind: .utilityVM(try machine(folder), imageDisk: disk))
        }
    }

    /// What utility VMs start from, without any container's image: for reading a disk.
    ///
    /// - Throws: `UtilityVMKernelNotUsable`, `UtilityVMFilesNotMade`.
    package func machine() throws(ContainerError) -> PreparedMachine {
        try machine(try HostExecutable(root: root, path: executable).prepare())
    }

    private func machine(_ executableFolder: String) throws(ContainerError) -> PreparedMachine {
        try PreparedMachine.make(stateRoot: root.path, executable: executableFolder + "/bulkhead")
    }
}
