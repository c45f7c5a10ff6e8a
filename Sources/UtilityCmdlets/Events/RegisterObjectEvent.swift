import CmdletKit
import Values

/// Register-ObjectEvent.
struct RegisterObjectEvent: EventRegistering {
    private var inputObject: Value = .nothing
    private var eventName = ""
    var subscription = EventSubscriptionArguments()

    static let declaration = CmdletDeclaration<Self>(
        "Register-ObjectEvent", synopsis: "Listens to an event of an object: of a job, a timer, a watcher of files.",
        parameters: [
            Parameter("InputObject", \.inputObject, position: 0, mandatory: true, help: "The object."),
            Parameter(
                "EventName", \.eventName, position: 1, mandatory: true, validate: [.notNullOrEmpty], help: "Which of its events."),
        ] + EventSubscriptionArguments.parameters(identifierPosition: 100, mandatory: false),
        outputs: ["System.Management.Automation.PSEventJob"],
        examples: [
            Example(
                "$t = [Timers.Timer]::new(20); $t.AutoReset = $false; Register-ObjectEvent $t Elapsed -SourceIdentifier Tick; $t.Start(); (Wait-Event Tick -Timeout 5).SourceIdentifier; Unregister-Event Tick; Remove-Event Tick",
                "A timer.", output: "Tick")
        ])

    mutating func end(_ runtime: any CmdletRuntime) throws {
        try subscription.subscribe(runtime, to: (inputObject, eventName))
    }
}
