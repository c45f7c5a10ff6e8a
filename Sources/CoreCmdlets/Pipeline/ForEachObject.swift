import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// ForEach-Object: does something with each object.
struct ForEachObject: Cmdlet {
    var inputObject: Value = .nothing
    var beginBlock: ScriptBlock?
    var processBlocks: [ScriptBlock] = []
    var endBlock: ScriptBlock?
    var remaining: [ScriptBlock] = []
    var memberName = ""
    var arguments: [Value] = []
    var parallel: ScriptBlock?
    var throttleLimit = 5
    var timeoutSeconds = 0
    var asJob: Switch = false
    var useNewRunspace: Switch = false
    private var parallelRun: ParallelRun?
    private var blocks: [InlineBlock] = []

    private static let parallelSet = "ParallelParameterSet"

    static let declaration = CmdletDeclaration<ForEachObject>(
        "ForEach-Object", aliases: ["%", "foreach"],
        synopsis: "Performs an operation against each item in a collection of input objects.",
        description:
            "Runs a script block for each input object, which is $_ in it, or gives a property or the result of a method of each.",
        defaultSet: "ScriptBlockSet",
        parameters: [
            Parameter("InputObject", \.inputObject, pipeline: .byValue, help: "The object to work on."),
            Parameter(
                "Process", \.processBlocks, position: 0, mandatory: true, sets: ["ScriptBlockSet"],
                help: "What is run for each object. Of several blocks, the first and the last are for the begin and the end."),
            Parameter(
                "Begin", \.beginBlock, sets: ["ScriptBlockSet"], validate: [.allowNull],
                help: "What is run before the first object."),
            Parameter(
                "End", \.endBlock, sets: ["ScriptBlockSet"], validate: [.allowNull], help: "What is run after the last object."),
            Parameter(
                "RemainingScripts", \.remaining, remaining: true, sets: ["ScriptBlockSet"], help: "Further blocks for -Process."),
            Parameter(
                "MemberName", \.memberName, position: 0, mandatory: true, sets: ["PropertyAndMethodSet"],
                help: "The property to give, or the method to call."),
            Parameter(
                "ArgumentList", \.arguments, aliases: ["Args"], remaining: true, sets: ["PropertyAndMethodSet"],
                help: "The method's arguments."),
            Parameter(
                "Parallel", \.parallel, mandatory: true, sets: [parallelSet],
                help: "What is run for each object, for several at a time. $using:name is a variable of this session."),
            Parameter(
                "ThrottleLimit", \.throttleLimit, sets: [parallelSet], validate: [.range(min: 1, max: 2_147_483_647)], default: "5",
                help: "For how many at a time."),
            Parameter(
                "TimeoutSeconds", \.timeoutSeconds, sets: [parallelSet], validate: [.range(min: 0, max: 2_147_483)], default: "0",
                help: "Stops when so many seconds are over."),
            Parameter("AsJob", \.asJob, sets: [parallelSet], help: "Writes a job and goes on."),
            Parameter(
                "UseNewRunspace", \.useNewRunspace, sets: [parallelSet], help: "Each object has a runspace that is new."),
        ],
        examples: [
            Example("1..3 | ForEach-Object { $_ * 2 }", "Doubles each number.", output: "2\n4\n6"),
            Example("'a', 'b' | ForEach-Object ToUpper", "Calls a method of each string.", output: "A\nB"),
            Example(
                "1..3 | ForEach-Object -Parallel { $_ * 2 } | Sort-Object", "Doubles numbers beside each other.",
                output: "2\n4\n6"),
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        if let parallel {
            parallelRun = try ParallelRun(
                parallel, limit: throttleLimit, timeout: runtime.isBound("TimeoutSeconds") ? timeoutSeconds : nil,
                asJob: asJob.isOn,
                newRunspaces: useNewRunspace.isOn, runtime)
        }
        guard memberName.isEmpty, parallel == nil else { return }
        let frame = try runtime.frame
        let output = ClosureSink { try runtime.write($0) }
        var process = processBlocks + remaining
        var first = beginBlock
        var last = endBlock
        // `-Begin $null` says that there is none, where leaving it out makes the first block of several one.
        if first == nil, !runtime.isBound("Begin"), process.count > 1 { first = process.removeFirst() }
        if last == nil, !runtime.isBound("End"), process.count > 1 { last = process.removeLast() }
        blocks = try process.map { try InlineBlock($0, in: frame, output: output) }
        endBlock = last
        if let first { _ = try InlineBlock(first, in: frame, output: output).run(.null) }
    }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if let parallelRun { return try parallelRun.add(inputObject.orNull, runtime) }
        guard memberName.isEmpty else { return try processMember(runtime) }
        let current = inputObject.orNull
        for block in blocks where try !block.run(current) {
            runtime.stopUpstream()
            return
        }
    }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        if let parallelRun { return try parallelRun.finish(runtime) }
        guard let endBlock else { return }
        let output = ClosureSink { try runtime.write($0) }
        _ = try InlineBlock(endBlock, in: try runtime.frame, output: output).run(.null)
    }

    private func processMember(_ runtime: any CmdletRuntime) throws {
        if case .nothing = inputObject { return }
        let frame = try runtime.frame
        let name = inputObject.isNull || !Wildcard.isPattern(memberName) ? memberName : try expandedName()
        let result: Value
        if let value = try ObjectProperty.read(inputObject, name, frame), arguments.isEmpty {
            result = value
        } else if let table = inputObject.asObject(HashtableObject.self), let value = table[name], arguments.isEmpty {
            result = value
        } else if hasMethod(name) {
            result = try MethodInvoker.invoke(inputObject, name, arguments, frame)
        } else {
            guard arguments.isEmpty else {
                throw ValueError(
                    "The method '\(name)' cannot be found on an object of type [\(inputObject.typeName)].", id: "MethodNotFound",
                    exception: "System.Management.Automation.RuntimeException", category: "InvalidOperation")
            }
            result = try MemberAccessor.value(inputObject, name, frame)
        }
        if let elements = result.enumerated { try runtime.writeAll(elements) } else { try runtime.write(result.orNull) }
    }

    private func hasMethod(_ name: String) -> Bool {
        if case .method? = inputObject.reference?.attached?[name] { return true }
        return inputObject.type.member(name)?.isMethod ?? false
    }

    private func expandedName() throws -> String {
        let pattern = Wildcard(memberName)
        let names = (inputObject.propertyNames + inputObject.type.allMembers.filter(\.isMethod).map(\.name)).filter {
            pattern.matches($0)
        }
        guard names.count == 1 else {
            throw ValueError(
                names.isEmpty
                    ? "No member of [\(inputObject.typeName)] fits '\(memberName)'."
                    : "The pattern '\(memberName)' fits several members: \(names.joined(separator: ", ")).",
                id: names.isEmpty ? "MethodNotFound" : "AmbiguousPropertyOrMethodName",
                exception: "System.Management.Automation.PSArgumentException", category: "InvalidArgument")
        }
        return names[0]
    }
}
