import CmdletKit
import Concurrency
import Interpreter
import Values

/// Wait-Event: waits until an event is in the engine's queue.
struct WaitEvent: Cmdlet {
    private var sourceIdentifier: String?
    private var timeout = -1.0

    static let declaration = CmdletDeclaration<Self>(
        "Wait-Event", synopsis: "Waits until an event is in the queue.",
        description: """
            Writes the event as soon as there is one, at once where one waits already. The event stays in the queue \
            until Remove-Event takes it out. When -Timeout is over nothing is written. Actions of other events run \
            meanwhile.
            """,
        parameters: [
            Parameter(
                \.sourceIdentifier, position: 0, pipeline: .byPropertyName,
                help: "The name of the event to wait for; any event without it."),
            Parameter(
                \.timeout, aliases: ["TimeoutSec"], validate: [.range(min: -1, max: 2_147_483)], default: "-1",
                help: "How many seconds to wait at most, parts of a second as well; -1 waits as long as it takes."),
        ],
        outputs: ["System.Management.Automation.PSEventArgs"],
        examples: [
            Example(
                "$null = New-Event Ready; (Wait-Event -SourceIdentifier Ready).SourceIdentifier; Remove-Event Ready",
                "Takes an event that waits already.",
                output: "Ready"),
            Example(
                "$t = [Timers.Timer]::new(20); $t.AutoReset = $false; Register-ObjectEvent $t Elapsed Tick; $t.Start(); (Wait-Event Tick -Timeout 5).SourceIdentifier; Unregister-Event Tick; Remove-Event Tick",
                "Waits for a timer.",
                output: "Tick"),
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
