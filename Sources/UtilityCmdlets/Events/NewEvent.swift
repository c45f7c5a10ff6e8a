import CmdletKit
import Concurrency
import Interpreter
import Values

/// New-Event.
struct NewEvent: Cmdlet {
    private var sourceIdentifier = ""
    private var sender: Value = .null
    private var arguments: [Value] = []
    private var messageData: Value = .null

    static let declaration = CmdletDeclaration<Self>(
        "New-Event", synopsis: "Makes an event come.",
        parameters: [
            Parameter("SourceIdentifier", \.sourceIdentifier, position: 0, mandatory: true, help: "Its name."),
            Parameter("Sender", \.sender, position: 1, help: "Who raised it."),
            Parameter("EventArguments", \.arguments, position: 2, help: "What comes with it."),
            Parameter("MessageData", \.messageData, position: 3, help: "What else comes with it."),
        ],
        outputs: ["System.Management.Automation.PSEventArgs"],
        examples: [
            Example(
                "(New-Event Hello -MessageData 'there').MessageData; Remove-Event Hello", "An event of one's own.", output: "there")
        ])

    mutating func end(_ runtime: any CmdletRuntime) throws {
        let event = try runtime.service(Engine.self).events.generate(
            sourceIdentifier, sender: sender, arguments: .array(arguments), messageData: messageData)
        try runtime.checkStop()
        try runtime.write(.object(event))
    }
}
