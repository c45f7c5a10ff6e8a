import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Write-Progress: makes a progress record and shows it (`ProgressDisplay`).
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
            """
            Shows a line with the activity, its status and a bar on the terminal, in place of the one before it; \
            -Completed takes it away. Nothing is shown where output is no terminal, or where $ProgressPreference is \
            SilentlyContinue. Hosts and jobs get a ProgressRecord. The pipeline gets nothing.
            """,
        parameters: [
            Parameter(\.activity, position: 0, help: "What is being done, the line's first text."),
            Parameter(
                \.status, position: 1, validate: [.notNullOrEmpty], help: "How it stands, the text behind the activity."),
            Parameter(
                \.id, position: 2, validate: [.range(min: 0, max: 2_147_483_647)],
                help: "A number, from 0, that tells several pieces of work apart."),
            Parameter(
                \.percentComplete, validate: [.range(min: -1, max: 100)],
                help: "How much is done, in percent (0 to 100); -1 for no bar."),
            Parameter(
                \.secondsRemaining, help: "How many seconds it will still take; -1 where that is not known."),
            Parameter(\.currentOperation, help: "What is being done right now, the line's last text."),
            Parameter(
                \.parentId, validate: [.range(min: -1, max: 2_147_483_647)],
                help: "The -Id of the piece of work that this one is a part of; -1 for none."),
            Parameter(\.completed, help: "Says that it is done: the line goes."),
            Parameter(\.sourceId, help: "A number for where the record comes from; has no effect on what is shown."),
        ],
        examples: [
            Example(
                "Write-Progress -Activity Copying -Status 'file 1' -PercentComplete 50",
                "Shows that half is done; nothing where output is no terminal.",
                output: ""),
            Example(
                "1..3 | ForEach-Object { Write-Progress Copying \"file $_\" -PercentComplete ($_ * 33) }; Write-Progress Copying -Completed",
                "Counts up, and takes the line away at the end.",
                output: ""),
        ])

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
