import CmdletKit
import Values

/// Register-EngineEvent: registers for events by name, of New-Event or of the engine.
struct RegisterEngineEvent: EventRegistering {
    var subscription = EventSubscriptionArguments()

    static let declaration = CmdletDeclaration<Self>(
        "Register-EngineEvent", synopsis: "Registers for events that New-Event raises, and for those of the shell.",
        description: """
            With -Action the script block runs whenever an event of the name comes, and an event job is written, which \
            gathers what the action writes; without it events wait in the queue for Get-Event and Wait-Event. \
            PowerShell.Exiting is the shell's own event: it comes when the session ends. Unregister-Event ends the \
            registration.
            """,
        parameters: EventSubscriptionArguments.parameters(identifierPosition: 100, mandatory: true),
        outputs: ["System.Management.Automation.PSEventJob"],
        examples: [
            Example(
                "$null = Register-EngineEvent Done -Action { Write-Host \"done: $($Event.MessageData)\" }; $null = New-Event Done -MessageData 5; Unregister-Event Done",
                "Runs a script block when a script's own event comes.",
                output: "done: 5"),
            Example(
                "$null = Register-EngineEvent Step -MaxTriggerCount 2 -Action { $global:n++ }; 1..3 | ForEach-Object { $null = New-Event Step }; $n; Remove-Event Step",
                "Runs it for the first two events only.",
                output: "2"),
        ])

    mutating func end(_ runtime: any CmdletRuntime) throws {
        try subscription.subscribe(runtime, to: nil)
    }
}
