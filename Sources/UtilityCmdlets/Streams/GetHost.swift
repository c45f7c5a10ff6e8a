import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Get-Host.
struct GetHost: Cmdlet {
    static let declaration = CmdletDeclaration<Self>(
        "Get-Host", synopsis: "Gets the program around the session, as $Host has it.",
        outputs: ["System.Management.Automation.Internal.Host.InternalHost"],
        examples: [Example("(Get-Host).Name", "The shell.", output: "ConsoleHost")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let known = engine.variable("Host")
        try runtime.write(known.isNull ? HostObject.make(engine) : known)
    }
}
