import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Out-Default: the end of each pipeline whose output is not assigned or redirected.
struct OutDefault: Cmdlet {
    var inputObject: Value = .nothing
    var transcript: Switch = false
    private var display = HostDisplay()

    static let declaration = CmdletDeclaration<OutDefault>(
        "Out-Default", synopsis: "Shows objects as the shell shows what a command writes.",
        description: """
            Each pipeline whose output is not assigned or redirected ends in this cmdlet. Takes objects from the \
            pipeline, formats them and shows them; writes nothing to the pipeline.
            """,
        parameters: [
            Parameter(\.inputObject, pipeline: .byValue, help: "The object to show; usually from the pipeline."),
            Parameter(\.transcript, help: "Accepted for scripts that give it.", hidden: true),
        ],
        examples: [
            Example("'text' | Out-Default", "Shows a text.", output: "text"),
            Example("$shown = 5 | Out-Default; $null -eq $shown", "Nothing is left to assign.", output: "5\nTrue"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if runtime.isBound(\Self.inputObject) { try display.write(inputObject, runtime) }
    }

    mutating func end(_ runtime: any CmdletRuntime) throws { try display.finish() }
}

/// The host's display of objects, opened when the first object comes.
struct HostDisplay {
    private var sink: (any OutputSink)?

    mutating func write(_ value: Value, _ runtime: any CmdletRuntime) throws {
        let engine = try runtime.frame.engine
        let open = sink ?? engine.host.makeOutput(engine)
        sink = open
        _ = try open.write(value)
    }

    mutating func finish() throws {
        try sink?.finish()
        sink = nil
    }
}
