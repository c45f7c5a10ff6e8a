import ContainerModel
import Glibc
import LinuxSystem

/// Writes a container's bundle and makes its sandbox.
struct SandboxFactory: Sendable {
    let root: StateRoot
    let container: ContainerRecord
    let image: ImageRecord
    let prepared: PreparedRuntime

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
        let layers = try files.layers(for: container, image: image, prepared.kind)
        let folder = root.runtime(container.id)
        let context = SandboxContext(
            id: container.id.text, name: container.name, hostName: container.computerName, bundle: folder + "/bundle",
            runtimeFolder: folder + "/sandbox", executableFolder: prepared.executableFolder, layers: layers, network: network,
            memory: container.memory)
        switch prepared.kind {
        case .sharedKernel(let runtime):
            try writeBundle(context, controlGroups: runtime.controlGroups)
            let output = try ContainerError.wrap("The container's log cannot be kept.") { () throws(SystemError) in
                try OutputRelay.streams(into: log)
            }
            return SharedKernelSandbox(context, id: container.id, runtime: runtime, output: output)
        case .utilityVM(let machine, _):
            try writeBundle(context, controlGroups: false)
            return UtilityVMSandbox(context, machine)
        }
    }

    private func writeBundle(_ context: SandboxContext, controlGroups: Bool) throws(ContainerError) {
        let document = BundleDocument(
            id: container.id, hostName: container.computerName, environment: image.environment + container.environment,
            executableFolder: context.executableFolder, memory: container.memory, networkNamespace: context.network?.namespace,
            controlGroups: controlGroups)
        try ContainerError.wrap("The container's bundle cannot be written.") { () throws(SystemError) in
            try Folders.make(context.bundle, mode: 0o700)
            try Folders.make(context.runtimeFolder, mode: 0o700)
            try Files.write(document.bytes, to: context.bundle + "/config.json")
        }
    }
}
