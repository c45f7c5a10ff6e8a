/// How a utility VM is run.
package enum Accelerator: String, Sendable, Codable {
    /// The processor's virtualization, at a processor's speed and with its isolation.
    case kvm = "KVM"
    /// QEMU's emulation. Its authors promise no security boundary for it.
    case tcg = "TCG"
}
