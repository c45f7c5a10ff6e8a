import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Get-Host: writes $Host.
struct GetHost: Cmdlet {
    static let declaration = CmdletDeclaration<Self>(
        "Get-Host", synopsis: "Gets the program around the session, as $Host has it.",
        description: """
            Writes the host: its Name, Version, cultures, and in UI.RawUI the size and title of its window. \
            ConsoleHost is the shell at a terminal or over standard input.
            """,
        outputs: ["System.Management.Automation.Internal.Host.InternalHost"],
        examples: [
            Example("(Get-Host).Name", "Tells the host's name.", output: "ConsoleHost"),
            Example("(Get-Host).CurrentUICulture.Name", "Tells the language of the shell's texts.", output: "en-US"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let known = engine.variable("Host")
        try runtime.write(known.isNull ? HostObject.make(engine) : known)
    }
}
