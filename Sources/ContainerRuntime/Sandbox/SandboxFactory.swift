import ContainerModel
import Glibc
import LinuxSystem

/// Writes a container's bundle and makes its sandbox.
struct SandboxFactory: Sendable {
    let root: StateRoot
    let container: ContainerRecord
    let image: ImageRecord
    let executableFolder: String

    func make(
        network: NetworkAttachment?, log: ContainerLog.Writer, attachment: Attachment, files: WritableFiles
    ) throws(ContainerError) -> any Sandbox {
        let sandbox = try make(network: network, log: log, files: files)
        guard let mainProcess = container.mainProcess, let process = container.mainProcessSpecification(image: image) else {
            return sandbox
        }
        return try ContainerError.wrap("The main process cannot be prepared.") { () throws(SystemError) in
            try MainProcessSandbox(sandbox, process, mainProcess, attachment: attachment, log: log)
        }
    }

    /// The sandbox of the container's init.
    private func make(
        network: NetworkAttachment?, log: ContainerLog.Writer, files: WritableFiles
    ) throws(ContainerError) -> any Sandbox {
        let layers = try files.layers(for: container, image: image)
        var context = Self.context(root: root, container: container, layers: layers, executableFolder: executableFolder)
        context.network = network
        let runtime = container.runtimeType == .default ? try RuntimeChoice.make(root, executableFolder: executableFolder) : nil
        let document = BundleDocument(
            id: container.id, hostName: container.computerName, environment: image.environment + container.environment,
            executableFolder: executableFolder, memory: container.memory, networkNamespace: network?.namespace,
            controlGroups: runtime?.controlGroups ?? false)
        let (bundle, runtimeFolder) = (context.bundle, context.runtimeFolder)
        try ContainerError.wrap("The container's bundle cannot be written.") { () throws(SystemError) in
            try Folders.make(bundle, mode: 0o700)
            try Folders.make(runtimeFolder, mode: 0o700)
            try Files.write(document.bytes, to: bundle + "/config.json")
        }
        guard let runtime else { return UtilityVMSandbox(context) }
        let output = try ContainerError.wrap("The container's log cannot be kept.") { () throws(SystemError) in
            try OutputRelay.streams(into: log)
        }
        return SharedKernelSandbox(context, id: container.id, runtime: runtime, output: output)
    }

    static func context(
        root: StateRoot, container: ContainerRecord, layers: SandboxLayers, executableFolder: String
    ) -> SandboxContext {
        let folder = root.runtime(container.id)
        return SandboxContext(
            id: container.id.text, name: container.name, hostName: container.computerName, bundle: folder + "/bundle",
            runtimeFolder: folder + "/sandbox", stateRoot: root.path, executableFolder: executableFolder, layers: layers,
            memory: container.memory)
    }
}
