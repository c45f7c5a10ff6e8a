import CmdletSupport
import Glibc
import Interpreter
import LinuxSystem
import Values

/// System.Diagnostics.ProcessModule: a file that a process has in its memory.
enum ProcessModule {
    static func all(of pid: Int32) -> [Value] {
        guard let maps = try? Files.readText("/proc/\(pid)/maps", limit: 8 << 20) else { return [] }
        var sizes: [String: UInt64] = [:]
        var order: [String] = []
        for line in maps.split(separator: "\n") {
            let fields = line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: true)
            guard fields.count == 6, fields[5].contains("/") else { continue }
            let bounds = fields[0].split(separator: "-").compactMap { UInt64($0, radix: 16) }
            // The kernel pads the columns before the path with blanks.
            let path = String(fields[5].drop { $0 == " " })
            if sizes[path] == nil { order.append(path) }
            sizes[path, default: 0] += bounds.count == 2 ? bounds[1] &- bounds[0] : 0
        }
        return order.map { path in
            .object(
                CustomObject(
                    [
                        ("ModuleName", .string(path.split(separator: "/").last.map(String.init) ?? path)),
                        ("FileName", .string(path)),
                        ("ModuleMemorySize", .long(Int64(clamping: sizes[path] ?? 0))),
                        ("Size", .long(Int64(clamping: (sizes[path] ?? 0) / 1024))),
                    ], type: type))
        }
    }

    /// The type.
    static let type = ObjectType("System.Diagnostics.ProcessModule", base: Component.type)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Diagnostics.ProcessModule") { ProcessModule.type }
}
