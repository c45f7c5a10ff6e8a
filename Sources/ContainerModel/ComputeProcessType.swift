/// The kinds of running container systems, by the names of the module HostComputeService.
public enum ComputeProcessType: String, Sendable, Codable, CaseIterable {
    case container = "Container"
    case virtualMachine = "VirtualMachine"
}
