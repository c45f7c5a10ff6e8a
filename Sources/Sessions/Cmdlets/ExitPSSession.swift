import CmdletKit
import Engine

/// Exit-PSSession.
struct ExitPSSession: Cmdlet {
    static let declaration = CmdletDeclaration<Self>(
        "Exit-PSSession", aliases: ["exsn"], synopsis: "Leaves the container that was entered; does nothing elsewhere.",
        examples: [Example("Exit-PSSession", "At the shell's own prompt nothing happens.")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        if engine.service(EndpointRole.self) != nil { throw ExitRequest(code: 0) }
        _ = engine.service((any InteractiveSessionHost).self)?.pop()
    }
}
