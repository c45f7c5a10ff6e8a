import CmdletKit
import Engine
import Values

/// Compare-Object: what two lists have not in common.
struct CompareObject: Cmdlet {
    var reference: [Value] = []
    var difference: [Value] = []
    var property: [Value] = []
    var syncWindow = Int(Int32.max)
    var includeEqual: Switch = false
    var excludeDifferent: Switch = false
    var passThru: Switch = false
    var caseSensitive: Switch = false
    var culture: String?
    private var piped: [Value] = []

    static let declaration = CmdletDeclaration<CompareObject>(
        "Compare-Object", aliases: ["compare", "diff"], synopsis: "Compares two sets of objects.",
        description: "The side of each object is shown by an arrow: <= for the reference, => for the difference, == for both.",
        parameters: [
            Parameter(
                "ReferenceObject", \.reference, position: 0, mandatory: true, validate: [.allowEmptyCollection],
                help: "The objects to compare with."),
            Parameter(
                "DifferenceObject", \.difference, position: 1, mandatory: true, pipeline: .byValue,
                validate: [.allowEmptyCollection],
                help: "The objects that are compared."),
            Parameter(
                "Property", \.property, position: 2, help: "The properties that count; without them, the objects as a whole."),
            Parameter(
                "SyncWindow", \.syncWindow, validate: [.range(min: 0, max: 2_147_483_647)], default: "all",
                help: "How far apart equal objects may stand."),
            Parameter("IncludeEqual", \.includeEqual, help: "Shows the equal objects too."),
            Parameter("ExcludeDifferent", \.excludeDifferent, help: "Shows the equal objects only."),
            Parameter("PassThru", \.passThru, help: "Writes the objects themselves, with a SideIndicator."),
            Parameter("CaseSensitive", \.caseSensitive, help: "Tells texts of different case apart."),
            Parameter("Culture", \.culture, help: "Taken for compatibility: texts are compared as the invariant culture does."),
        ],
        examples: [
            Example("(Compare-Object 1, 2, 3 2, 3, 4).InputObject", "Finds what only one of two lists has.", output: "4\n1"),
            Example(
                "(Compare-Object 1, 2 2, 3 -IncludeEqual -ExcludeDifferent).InputObject", "Finds what both lists have.", output: "2"
            ),
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws { try CultureArgument.check(culture) }

    mutating func process(_ runtime: any CmdletRuntime) throws { piped += difference }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        let frame = try runtime.frame
        let properties = try property.propertyExpressions([])
        func key(_ value: Value) throws -> ObjectKey {
            let values = properties.isEmpty ? [value] : try properties.map { try $0.value(of: value, frame) }
            // Objects without a value of their own are compared as PowerShell compares them: by their text.
            let comparable = values.map { value -> Value in
                if case .object(let object) = value, !(object is CustomObject) { return .string(value.displayText) }
                return value
            }
            return ObjectKey(comparable, ignoreCase: !caseSensitive.isOn)
        }
        var open: [ObjectKey: [Int]] = [:]
        for (place, value) in reference.enumerated() { open[try key(value), default: []].append(place) }
        var isMatched = [Bool](repeating: false, count: reference.count)
        var onlyDifference: [Value] = []
        for (place, value) in piped.enumerated() {
            let here = try key(value)
            if let index = open[here]?.firstIndex(where: { abs($0 - place) <= syncWindow }),
                let match = open[here]?.remove(at: index)
            {
                isMatched[match] = true
                if includeEqual.isOn || excludeDifferent.isOn { try show(reference[match], "==", properties, frame, runtime) }
            } else {
                onlyDifference.append(value)
            }
        }
        guard !excludeDifferent.isOn else { return }
        for value in onlyDifference { try show(value, "=>", properties, frame, runtime) }
        for (place, value) in reference.enumerated() where !isMatched[place] { try show(value, "<=", properties, frame, runtime) }
    }

    private func show(
        _ value: Value, _ side: String, _ properties: [PropertyExpression], _ frame: Frame, _ runtime: any CmdletRuntime
    ) throws {
        if passThru.isOn {
            if let target = value.reference {
                let members = target.attached ?? AttachedMembers()
                members["SideIndicator"] = .note(.string(side))
                target.attached = members
            }
            try runtime.write(value)
            return
        }
        var notes: [(String, Value)] = []
        if properties.isEmpty { notes.append(("InputObject", value)) }
        for property in properties { notes.append((property.displayName(for: value), try property.value(of: value, frame))) }
        notes.append(("SideIndicator", .string(side)))
        try runtime.write(.object(CustomObject(notes)))
    }
}
