import CmdletKit
import Values

/// Register-ObjectEvent: registers for an event of an object.
struct RegisterObjectEvent: EventRegistering {
    private var inputObject: Value = .nothing
    private var eventName = ""
    var subscription = EventSubscriptionArguments()

    static let declaration = CmdletDeclaration<Self>(
        "Register-ObjectEvent", synopsis: "Registers for an event of an object: a job, a timer, a watcher of files, a process.",
        description: """
            With -Action the script block runs whenever the event comes, and an event job is written, which gathers \
            what the action writes; without it events wait in the queue for Get-Event and Wait-Event. The action finds \
            the event in $Event, the object in $Sender and the event's arguments in $EventArgs. Unregister-Event ends \
            the registration.
            """,
        parameters: [
            Parameter(\.inputObject, position: 0, mandatory: true, help: "The object whose event it is."),
            Parameter(
                \.eventName, position: 1, mandatory: true, validate: [.notNullOrEmpty],
                help: "The name of the object's event, such as Elapsed, Exited, StateChanged or Created."),
        ] + EventSubscriptionArguments.parameters(identifierPosition: 100, mandatory: false),
        outputs: ["System.Management.Automation.PSEventJob"],
        examples: [
            Example(
                "$t = [Timers.Timer]::new(20); $t.AutoReset = $false; Register-ObjectEvent $t Elapsed -SourceIdentifier Tick; $t.Start(); (Wait-Event Tick -Timeout 5).SourceIdentifier; Unregister-Event Tick; Remove-Event Tick",
                "Waits for a timer.",
                output: "Tick"),
            Example(
                "$t = [Timers.Timer]::new(5); $seen = @{ n = 0 }; $null = Register-ObjectEvent $t Elapsed Tick -MessageData $seen -Action { $Event.MessageData.n++ }; $t.Start(); while ($seen.n -lt 2) { Start-Sleep -Milliseconds 5 }; $t.Stop(); Unregister-Event Tick; $seen.n -ge 2",
                "Counts what a timer does, in an action.",
                output: "True"),
        ])

    mutating func end(_ runtime: any CmdletRuntime) throws {
        try subscription.subscribe(runtime, to: (inputObject, eventName))
    }
}
