import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Out-Default: what every pipeline that is not assigned ends in.
struct OutDefault: Cmdlet {
    var inputObject: Value = .nothing
    var transcript: Switch = false
    private var display = HostDisplay()

    static let declaration = CmdletDeclaration<OutDefault>(
        "Out-Default", synopsis: "Sends the output to the default formatter and to the default output cmdlet.",
        parameters: [
            Parameter("InputObject", \.inputObject, pipeline: .byValue, help: "The object to show."),
            Parameter("Transcript", \.transcript, help: "Taken for compatibility; there are no transcripts.", hidden: true),
        ],
        examples: [Example("'text' | Out-Default", "Shows a text.", output: "text")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if runtime.isBound("InputObject") { try display.write(inputObject, runtime) }
    }

    mutating func end(_ runtime: any CmdletRuntime) throws { try display.finish() }
}

/// The host's display, opened for the first object.
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
