import Glibc

/// Docker's system call filter as OCI's `linux.seccomp`: what is not listed fails with EPERM.
///
/// Stricter than the profile that Debian's packages bring, which lets AF_ALG, AF_VSOCK, mount, unshare, clone3 and keyctl through without
/// a capability. `socketcall` is refused as well: a filter cannot see its arguments, so that a 32-bit program would get any socket by it.
/// C libraries since 2016 call `socket` itself.
enum Seccomp {
    /// The filter for a process that may have these capabilities (`CAP_…`).
    static func profile(capabilities: [String]) -> JSON {
        let granted = Set(capabilities)
        var entries: [JSON] = [allow(SeccompTable.always)]
        for rule in SeccompTable.withCapability where granted.contains(rule.capability) { entries.append(allow(rule.calls)) }
        for rule in SeccompTable.conditional { entries.append(allow(rule.calls, rule.arguments)) }
        if !granted.contains("CAP_SYS_ADMIN") {
            // No new namespace: CLONE_NEW* except the time namespace, which clone cannot make.
            entries.append(allow(["clone"], [.masked(0, mask: 0x7e02_0000, equals: 0)]))
            // clone3's flags are in memory, which a filter cannot read. ENOSYS makes C libraries fall back to clone.
            entries.append(["names": ["clone3"], "action": "SCMP_ACT_ERRNO", "errnoRet": .number(Int64(ENOSYS))])
        }
        // Named, although it is not allowed: libseccomp would translate the rules of `socket` into some of this call, without their tests of
        // the family.
        entries.append(["names": ["socketcall"], "action": "SCMP_ACT_ERRNO", "errnoRet": .number(Int64(ENOSYS))])
        return [
            "defaultAction": "SCMP_ACT_ERRNO", "defaultErrnoRet": .number(Int64(EPERM)), "architectures": .strings(architectures),
            "syscalls": .array(entries),
        ]
    }

    /// A test of an argument, all of which must hold.
    enum Argument: Sendable {
        case equals(Int, UInt32)
        case lessThan(Int, UInt32)
        case greaterThan(Int, UInt32)
        case masked(Int, mask: UInt32, equals: UInt32)

        var json: JSON {
            switch self {
            case .equals(let index, let value): Self.json(index, value, "SCMP_CMP_EQ")
            case .lessThan(let index, let value): Self.json(index, value, "SCMP_CMP_LT")
            case .greaterThan(let index, let value): Self.json(index, value, "SCMP_CMP_GT")
            case .masked(let index, let mask, let value):
                [
                    "index": .number(Int64(index)), "value": .number(Int64(mask)), "valueTwo": .number(Int64(value)),
                    "op": "SCMP_CMP_MASKED_EQ",
                ]
            }
        }

        private static func json(_ index: Int, _ value: UInt32, _ operation: String) -> JSON {
            ["index": .number(Int64(index)), "value": .number(Int64(value)), "op": .string(operation)]
        }
    }

    private static func allow(_ calls: [String], _ arguments: [Argument] = []) -> JSON {
        var entry: [(String, JSON)] = [("names", .strings(calls)), ("action", "SCMP_ACT_ALLOW")]
        if !arguments.isEmpty { entry.append(("args", .array(arguments.map(\.json)))) }
        return .object(entry)
    }

    #if arch(x86_64)
        private static let architectures = ["SCMP_ARCH_X86_64", "SCMP_ARCH_X86", "SCMP_ARCH_X32"]
    #elseif arch(arm64)
        private static let architectures = ["SCMP_ARCH_AARCH64", "SCMP_ARCH_ARM"]
    #endif
}
