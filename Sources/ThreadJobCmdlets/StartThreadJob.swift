import CmdletKit
import CmdletSupport
import Concurrency
import Interpreter
import Values

/// Start-ThreadJob.
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
        "Start-ThreadJob", synopsis: "Starts a job on a thread of this process.",
        description:
            "The job has variables and functions of its own. $using:name is the value of a variable of this session, the object itself.",
        defaultSet: "ScriptBlock",
        parameters: [
            Parameter(
                "ScriptBlock", \.scriptBlock, position: 0, mandatory: true, sets: ["ScriptBlock"], validate: [.notNullOrEmpty],
                help: "What it runs."),
            Parameter(
                "FilePath", \.filePath, position: 0, mandatory: true, sets: ["FilePath"], validate: [.notNullOrEmpty],
                completer: .paths, help: "The script that it runs."),
            Parameter("Name", \.name, validate: [.notNullOrEmpty], help: "The job's name."),
            Parameter("InitializationScript", \.initializationScript, validate: [.notNull], help: "What it runs first."),
            Parameter("InputObject", \.inputObject, pipeline: .byValue, validate: [.notNull], help: "What is $input in it."),
            Parameter("ArgumentList", \.argumentList, help: "Arguments for the code."),
            Parameter(
                "ThrottleLimit", \.throttleLimit, validate: [.range(min: 1, max: 1_000_000)], default: "5",
                help: "How many thread jobs run at a time from now on; others wait."),
            Parameter("StreamingHost", \.streamingHost, validate: [.notNull], help: "The host to which Write-Host of it writes."),
        ],
        outputs: ["Microsoft.PowerShell.ThreadJob.ThreadJob"],
        examples: [
            Example(
                "$n = 4; Start-ThreadJob { $using:n * 2 } | Receive-Job -Wait -AutoRemoveJob", "A variable of this session.",
                output: "8")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if runtime.isBound("InputObject") { input.append(inputObject) }
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
            host: runtime.isBound("StreamingHost") ? engine.host : nil, queue: engine.threadJobs, in: engine)
        engine.jobs.add(job)
        try runtime.write(.object(job))
    }
}
