import ContainerModel

extension ContainerError.Code {
    /// No usable kernel for utility VMs.
    static let utilityVMKernel = ContainerError.Code("UtilityVMKernelNotUsable")
    /// The machine's files (initramfs) could not be made.
    static let utilityVMFiles = ContainerError.Code("UtilityVMFilesNotMade")
    /// QEMU is missing or did not start.
    static let utilityVMWorker = ContainerError.Code("UtilityVMWorkerFailed")
    /// The machine did not reach its agent in time.
    static let utilityVMBoot = ContainerError.Code("UtilityVMBootFailed")
    /// The agent refused a request or broke the protocol.
    static let utilityVMAgent = ContainerError.Code("UtilityVMAgentFailed")
    /// The container's disk could not be made, filled or emptied.
    static let utilityVMDisk = ContainerError.Code("UtilityVMDiskFailed")
}
