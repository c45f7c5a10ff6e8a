import CmdletKit
import Values

/// Register-EngineEvent.
struct RegisterEngineEvent: EventRegistering {
    var subscription = EventSubscriptionArguments()

    static let declaration = CmdletDeclaration<Self>(
        "Register-EngineEvent", synopsis: "Listens to events of the shell (PowerShell.Exiting) and to those of New-Event.",
        parameters: EventSubscriptionArguments.parameters(identifierPosition: 100, mandatory: true),
        outputs: ["System.Management.Automation.PSEventJob"],
        examples: [
            Example(
                "$null = Register-EngineEvent Done -Action { $global:seen = $Event.MessageData }; $null = New-Event Done -MessageData 5; $seen; Unregister-Event Done",
                "An event of a script's own.", output: "5")
        ])

    mutating func end(_ runtime: any CmdletRuntime) throws {
        try subscription.subscribe(runtime, to: nil)
    }
}
