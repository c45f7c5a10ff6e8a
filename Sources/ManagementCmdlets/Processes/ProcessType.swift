import CmdletSupport
import Glibc
import Interpreter
import LinuxSystem
import Values

/// System.Diagnostics.Process with its constructor and its static methods.
enum ProcessType {
    static let type = ObjectType(
        ProcessObject.objectType.name, base: ProcessObject.objectType,
        statics: [
            .function("GetCurrentProcess", returns: "System.Diagnostics.Process") { _ in
                try processes { $0.id == getpid() }.first ?? .null
            },
            .function("GetProcessById", "int processId", returns: "System.Diagnostics.Process") { arguments in
                let wanted = arguments.int(0)
                guard let found = try processes({ Int($0.id) == wanted }).first else {
                    throw ValueError(
                        "Process with an Id of \(wanted) is not running.", id: "ArgumentException",
                        exception: "System.ArgumentException", category: "InvalidArgument")
                }
                return found
            },
            .function("GetProcessesByName", "string processName", returns: "System.Diagnostics.Process[]") { arguments in
                let wanted = arguments.string(0)
                return .array(try processes { $0.name.equalsIgnoringCase(wanted) })
            },
            .function("GetProcesses", returns: "System.Diagnostics.Process[]") { _ in .array(try processes { _ in true })
            },
            .function("Start", "object startInfoOrFileName", "object arguments?", returns: "System.Diagnostics.Process") {
                arguments in
                let info = arguments[0].asObject(ProcessStartInfo.self) ?? ProcessStartInfo(arguments)
                let process = ProcessObject(info)
                try process.start()
                return .object(process)
            },
        ],
        construct: { _ in .object(ProcessObject(ProcessStartInfo(Arguments([])))) })

    private static func processes(_ isWanted: (ProcessSnapshot) -> Bool) throws -> [Value] {
        let source = Engine.ofThread?.service((any ProcessSource).self)
        let all = try source?.lookUp() ?? LinuxProcessSource().processes()
        return all.filter(isWanted).map { .object(ProcessObject($0, style: source?.style ?? .unix)) }
    }
}
