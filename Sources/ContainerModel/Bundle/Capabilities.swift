/// The capabilities that a container's processes may have: Docker's default.
package enum Capabilities {
    /// Docker's default set, by the kernel's names.
    package static let standard = [
        "CAP_AUDIT_WRITE", "CAP_CHOWN", "CAP_DAC_OVERRIDE", "CAP_FOWNER", "CAP_FSETID", "CAP_KILL", "CAP_MKNOD",
        "CAP_NET_BIND_SERVICE",
        "CAP_NET_RAW", "CAP_SETFCAP", "CAP_SETGID", "CAP_SETPCAP", "CAP_SETUID", "CAP_SYS_CHROOT",
    ]

    /// OCI's `process.capabilities`. Inheritable and ambient stay empty: a program without file capabilities that is not root's then
    /// never has any. Another user than root has none in effect either.
    static func json(user: UInt32) -> JSON {
        let held: JSON = user == 0 ? .strings(standard) : []
        return ["bounding": .strings(standard), "effective": held, "permitted": held, "inheritable": [], "ambient": []]
    }
}
