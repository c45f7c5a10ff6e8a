import CmdletKit
import Interpreter

/// Exit-PSSession.
struct ExitPSSession: Cmdlet {
    static let declaration = CmdletDeclaration<Self>(
        "Exit-PSSession", aliases: ["exsn"], synopsis: "Leaves the container that was entered; does nothing elsewhere.",
        description: """
            Ends the session of Enter-PSSession, as exit does, with its variables and functions. The container runs \
            on. Takes nothing from the pipeline and writes nothing.
            """,
        examples: [
            Example("Exit-PSSession", "At the prompt of the shell itself nothing happens.", output: ""),
            Example("exsn", "By its short name.", output: ""),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        if engine.service(EndpointRole.self) != nil { throw ExitRequest(code: 0) }
        _ = engine.service((any InteractiveSessionHost).self)?.pop()
    }
}
