import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// ForEach-Object.
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
        "ForEach-Object", aliases: ["%", "foreach"], synopsis: "Does something with each object of the pipeline.",
        description: """
            Runs a script block for each object, which is $_ in it, or reads a property or calls a method of each. \
            Writes what the script block writes. With -Parallel several objects are worked on at a time, each in a \
            runspace with variables of its own; $using:name is the value of a variable of this session, and results \
            come in the order in which they are ready. Runspaces overlap in what waits, such as programs and sleeps, \
            not in computing.
            """,
        defaultSet: "ScriptBlockSet",
        parameters: [
            Parameter(\.inputObject, pipeline: .byValue, help: "The object to work on; usually from the pipeline."),
            Parameter(
                \.processBlocks, named: "Process", position: 0, mandatory: true, sets: ["ScriptBlockSet"],
                help: "What is run for each object. Of several blocks, the first is run before all objects and the last after them."
            ),
            Parameter(
                \.beginBlock, named: "Begin", sets: ["ScriptBlockSet"], validate: [.allowNull],
                help: "What is run before the first object."),
            Parameter(
                \.endBlock, named: "End", sets: ["ScriptBlockSet"], validate: [.allowNull],
                help: "What is run after the last object."),
            Parameter(
                \.remaining, named: "RemainingScripts", remaining: true, sets: ["ScriptBlockSet"],
                help: "Further blocks for -Process."),
            Parameter(
                \.memberName, position: 0, mandatory: true, sets: ["PropertyAndMethodSet"],
                help: "The property to read or the method to call; a wildcard must fit one member only."),
            Parameter(
                \.arguments, named: "ArgumentList", aliases: ["Args"], remaining: true, sets: ["PropertyAndMethodSet"],
                help: "Arguments for the method."),
            Parameter(
                \.parallel, mandatory: true, sets: [parallelSet],
                help: "What is run for each object, for several objects at a time."),
            Parameter(
                \.throttleLimit, sets: [parallelSet], validate: [.range(min: 1, max: 2_147_483_647)], default: "5",
                help: "How many objects are worked on at a time; 5 by default."),
            Parameter(
                \.timeoutSeconds, sets: [parallelSet], validate: [.range(min: 0, max: 2_147_483)], default: "0",
                help: "Seconds after which what still runs is stopped; 0, the default, is never."),
            Parameter(\.asJob, sets: [parallelSet], help: "Writes a job at once, in place of the results."),
            Parameter(
                \.useNewRunspace, sets: [parallelSet],
                help: "Runs each object in a new runspace, where functions of the ones before are not defined."),
        ],
        outputs: ["System.Object"],
        examples: [
            Example("1..3 | ForEach-Object { $_ * 2 }", "Doubles each number.", output: "2\n4\n6"),
            Example("'a', 'b' | ForEach-Object ToUpper", "Calls a method of each text.", output: "A\nB"),
            Example(
                "1..3 | ForEach-Object -Begin { $sum = 0 } -Process { $sum += $_ } -End { $sum }",
                "Code before and after all objects.", output: "6"),
            Example(
                "1..3 | ForEach-Object -Parallel { $_ * 2 } | Sort-Object",
                "Several objects at a time.", output: "2\n4\n6"),
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        if let parallel {
            parallelRun = try ParallelRun(
                parallel, limit: throttleLimit, timeout: runtime.isBound(\Self.timeoutSeconds) ? timeoutSeconds : nil,
                asJob: asJob.isOn,
                newRunspaces: useNewRunspace.isOn, runtime)
        }
        guard memberName.isEmpty, parallel == nil else { return }
        let frame = try runtime.frame
        let output = ClosureSink { try runtime.write($0) }
        var process = processBlocks + remaining
        var first = beginBlock
        var last = endBlock
        // `-Begin $null` means that there is no such block; without -Begin the first of several process blocks is it.
        if first == nil, !runtime.isBound(\Self.beginBlock), process.count > 1 { first = process.removeFirst() }
        if last == nil, !runtime.isBound(\Self.endBlock), process.count > 1 { last = process.removeLast() }
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
