import CmdletKit
import Concurrency
import Interpreter
import Values

/// System.Management.Automation.Runspaces.RunspaceFactory: makes runspaces and pools of runspaces.
enum RunspaceFactory {
    static let factory = ObjectType(
        "System.Management.Automation.Runspaces.RunspaceFactory", base: .object,
        statics: [
            .function("CreateRunspace", "object first?", "object second?", returns: "runspace") { arguments in
                let caller = try Engine.caller()
                let initial = [arguments[0], arguments[1]].lazy.compactMap { $0.asObject(InitialSessionState.self) }.first
                let runspace = Runspace(beside: caller, host: RunspaceHost(caller.host, shows: false), isOpen: false)
                if let initial { runspace.atOpening { try initial.apply(to: $0) } }
                return .object(runspace)
            },
            .function(
                "CreateRunspacePool", "object first?", "object second?", "object third?", "object fourth?",
                returns: "System.Management.Automation.Runspaces.RunspacePool"
            ) { arguments in
                let values = (0..<4).map { arguments[$0] }
                let numbers = values.compactMap { value -> Int? in
                    guard case .int(let number) = value else { return nil }
                    return Int(number)
                }
                return .object(
                    RunspacePoolObject(
                        beside: try Engine.caller(), least: numbers.first ?? 1, most: numbers.dropFirst().first ?? 1,
                        initial: values.lazy.compactMap { $0.asObject(InitialSessionState.self) }.first))
            },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Runspaces.RunspaceFactory", "runspacefactory") { RunspaceFactory.factory }
}
