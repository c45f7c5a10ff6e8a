import CmdletKit
import Concurrency
import Interpreter
import Values

/// Wait-Event.
struct WaitEvent: Cmdlet {
    private var sourceIdentifier: String?
    private var timeout = -1.0

    static let declaration = CmdletDeclaration<Self>(
        "Wait-Event", synopsis: "Waits until an event comes.",
        parameters: [
            Parameter(
                "SourceIdentifier", \.sourceIdentifier, position: 0, pipeline: .byPropertyName, help: "One of this name."),
            Parameter(
                "Timeout", \.timeout, aliases: ["TimeoutSec"], validate: [.range(min: -1, max: 2_147_483)], default: "-1",
                help: "How many seconds at most; nothing is written when they are over."),
        ],
        outputs: ["System.Management.Automation.PSEventArgs"],
        examples: [
            Example(
                "$null = New-Event One; (Wait-Event One).SourceIdentifier; Remove-Event One", "One that is there already.",
                output: "One")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let wanted = sourceIdentifier.map { Wildcard($0) }
        func first() -> EventRecord? {
            engine.events.queue.first { event in wanted.map { $0.matches(event.sourceIdentifier) } ?? true }
        }
        try engine.wait(seconds: timeout < 0 ? nil : timeout) { first() != nil }
        if let event = first() { try runtime.write(.object(event)) }
    }
}
