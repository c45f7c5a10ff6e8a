public enum ComputeProcessType: String, Sendable, Codable, CaseIterable {
    case container = "Container"
    case virtualMachine = "VirtualMachine"
}
