import CmdletKit
import Concurrency
import Interpreter
import Values

/// New-Event: raises an event of a script's own.
struct NewEvent: Cmdlet {
    private var sourceIdentifier = ""
    private var sender: Value = .null
    private var arguments: [Value] = []
    private var messageData: Value = .null

    static let declaration = CmdletDeclaration<Self>(
        "New-Event", synopsis: "Makes an event come.",
        description: """
            Raises an event of a script's own. Who registered for its name with Register-EngineEvent runs an action or \
            finds it in the queue; where nobody did it waits in the queue for Get-Event and Wait-Event. The event is \
            written as well.
            """,
        parameters: [
            Parameter(\.sourceIdentifier, position: 0, mandatory: true, help: "The name of the event."),
            Parameter(
                \.sender, position: 1,
                help: "The object that raised the event, for $Sender in an action and the event's Sender."),
            Parameter(
                \.arguments, named: "EventArguments", position: 2,
                help: "Objects that come with the event, for $args in an action and the event's SourceArgs."),
            Parameter(
                \.messageData, position: 3,
                help: "Any further object that comes with the event, for $Event.MessageData."),
        ],
        outputs: ["System.Management.Automation.PSEventArgs"],
        examples: [
            Example(
                "(New-Event -SourceIdentifier Hello -MessageData 'there').MessageData; Remove-Event Hello",
                "Raises an event with a message.",
                output: "there"),
            Example(
                "$null = New-Event Moved -Sender me -EventArguments 3, 4; $e = Get-Event Moved; \"$($e.Sender): $($e.SourceArgs)\"; Remove-Event Moved",
                "Gives the event's arguments to those who look.",
                output: "me: 3 4"),
        ])

    mutating func end(_ runtime: any CmdletRuntime) throws {
        let event = try runtime.service(Engine.self).events.generate(
            sourceIdentifier, sender: sender, arguments: .array(arguments), messageData: messageData)
        try runtime.checkStop()
        try runtime.write(.object(event))
    }
}
