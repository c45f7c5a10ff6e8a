import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Write-Progress.
struct WriteProgress: Cmdlet {
    private var activity = "Processing"
    private var status = "Processing"
    private var id = 0
    private var percentComplete = -1
    private var secondsRemaining = -1
    private var currentOperation = ""
    private var parentId = -1
    private var completed: Switch = false
    private var sourceId = 0

    static let declaration = CmdletDeclaration<Self>(
        "Write-Progress", synopsis: "Shows how far a long piece of work has come.",
        description:
            "A line on the terminal; nothing where output is no terminal, or where $ProgressPreference is SilentlyContinue.",
        parameters: [
            Parameter("Activity", \.activity, position: 0, help: "What is being done."),
            Parameter("Status", \.status, position: 1, validate: [.notNullOrEmpty], help: "How it stands."),
            Parameter(
                "Id", \.id, position: 2, validate: [.range(min: 0, max: 2_147_483_647)],
                help: "A number for each of several at a time."),
            Parameter("PercentComplete", \.percentComplete, validate: [.range(min: -1, max: 100)], help: "How much is done."),
            Parameter("SecondsRemaining", \.secondsRemaining, help: "How long it will take."),
            Parameter("CurrentOperation", \.currentOperation, help: "What is being done right now."),
            Parameter("ParentId", \.parentId, validate: [.range(min: -1, max: 2_147_483_647)], help: "The one it is a part of."),
            Parameter("Completed", \.completed, help: "It is done: the line goes."),
            Parameter("SourceId", \.sourceId, help: "Where it comes from."),
        ],
        examples: [Example("Write-Progress -Activity Copying -Status 'file 1' -PercentComplete 50", "Half is done.", output: "")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if parentId >= 0, parentId == id {
            throw ValueError(
                "The ParentId (\(parentId)) cannot be the same as the Id: a piece of work is no part of itself.", id: "Argument",
                exception: "System.Management.Automation.PSArgumentException", category: "InvalidArgument")
        }
        let record = ProgressRecord(id: id, activity: activity, status: status)
        record.operation = currentOperation
        record.percent = percentComplete
        record.seconds = secondsRemaining
        record.parentID = parentId
        record.isCompleted = completed.isOn
        try ProgressDisplay.write(record, runtime)
    }
}
