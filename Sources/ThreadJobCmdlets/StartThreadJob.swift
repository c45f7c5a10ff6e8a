import CmdletKit
import CmdletSupport
import Concurrency
import Interpreter
import Values

/// Start-ThreadJob: runs a script block in a runspace on a thread of this process.
struct StartThreadJob: Cmdlet {
    private var scriptBlock: ScriptBlock?
    private var filePath: String?
    private var name: String?
    private var initializationScript: ScriptBlock?
    private var inputObject: Value = .nothing
    private var argumentList: [Value] = []
    private var throttleLimit = 0
    private var streamingHost: Value = .nothing
    private var input: [Value] = []

    static let declaration = CmdletDeclaration<Self>(
        "Start-ThreadJob", synopsis: "Starts code on a thread of this process, which runs beside the session.",
        description: """
            The code has variables and functions of its own; $using:name is the value of a variable of this session, \
            and the object itself, not a copy. Writes the job at once; Receive-Job gets what it writes. Objects from \
            the pipeline are $input in the code. At most five thread jobs run at a time, others wait; threads \
            overlap in what waits, such as programs and sleeps, not in computing.
            """,
        defaultSet: "ScriptBlock",
        parameters: [
            Parameter(
                \.scriptBlock, position: 0, mandatory: true, sets: ["ScriptBlock"], validate: [.notNullOrEmpty],
                help: "The code that is run."),
            Parameter(
                \.filePath, position: 0, mandatory: true, sets: ["FilePath"], validate: [.notNullOrEmpty],
                completer: .paths, help: "The script file that is run."),
            Parameter(\.name, validate: [.notNullOrEmpty], help: "The name of the job; Job and its number by default."),
            Parameter(
                \.initializationScript, validate: [.notNull],
                help: "Code that is run before, such as functions that the job needs."),
            Parameter(
                \.inputObject, pipeline: .byValue, validate: [.notNull],
                help: "What is $input in the code; usually from the pipeline."),
            Parameter(\.argumentList, help: "Arguments for the code."),
            Parameter(
                \.throttleLimit, validate: [.range(min: 1, max: 1_000_000)], default: "5",
                help: "How many thread jobs of the session run at a time from now on; 5 at first."),
            Parameter(
                \.streamingHost, validate: [.notNull],
                help: "The host that Write-Host of the job writes to at once, such as $Host."),
        ],
        outputs: ["Microsoft.PowerShell.ThreadJob.ThreadJob"],
        examples: [
            Example(
                "$n = 4; Start-ThreadJob { $using:n * 2 } | Receive-Job -Wait -AutoRemoveJob",
                "A variable of this session.", output: "8"),
            Example(
                "1, 2, 3 | Start-ThreadJob { ($input | Measure-Object -Sum).Sum } | Receive-Job -Wait -AutoRemoveJob",
                "Objects from the pipeline.", output: "6"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if runtime.isBound(\Self.inputObject) { input.append(inputObject) }
    }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        var codes: [RunspaceCode] = []
        if let initializationScript {
            var code = RunspaceCode(initializationScript)
            code.hasOwnScope = false
            codes.append(code)
        }
        let block = try scriptBlock ?? JobScript.block(filePath ?? "", engine)
        var main = RunspaceCode(block)
        main.usingValues = try UsingVariable.values(for: block, in: try runtime.frame)
        if let bad = main.usingValues.first(where: { $0.value.asObject(ScriptBlock.self) != nil }) {
            throw ValueError(
                "A Start-ThreadJob using variable cannot be a script block, and $\(bad.key) is one: it would run outside the session it is from.",
                id: "ThreadJobUsingVariableCannotBeScriptBlock", exception: "System.Management.Automation.PSArgumentException",
                category: "InvalidType")
        }
        main.arguments = argumentList.map { .value($0) }
        main.input = input.isEmpty ? nil : input
        codes.append(main)
        if throttleLimit > 0 { engine.threadJobs.limit = throttleLimit }
        let job = Job.thread(
            codes, name: name, command: filePath ?? block.stringForm ?? "",
            host: runtime.isBound(\Self.streamingHost) ? engine.host : nil, queue: engine.threadJobs, in: engine)
        engine.jobs.add(job)
        try runtime.write(.object(job))
    }
}
