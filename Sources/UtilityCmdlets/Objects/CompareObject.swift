import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Compare-Object.
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
        "Compare-Object",
        synopsis: "Compares two sets of objects and says which side each difference is on.",
        description: """
            Looks for a partner of each reference object among the difference objects, and writes what has none. \
            SideIndicator tells where an object was found: <= in the reference only, => in the difference only, == in \
            both (with -IncludeEqual). Objects are compared as a whole, or by -Property; texts without regard to case \
            unless -CaseSensitive is given. The order of the two sets does not matter as long as partners stand within \
            -SyncWindow of each other.
            """,
        parameters: [
            Parameter(
                \.reference, named: "ReferenceObject", position: 0, mandatory: true, validate: [.allowEmptyCollection],
                help: "The objects to compare with; an empty collection is allowed, $null is not."),
            Parameter(
                \.difference, named: "DifferenceObject", position: 1, mandatory: true, pipeline: .byValue,
                validate: [.allowEmptyCollection],
                help: "The objects that are compared with the reference; may be piped in."),
            Parameter(
                \.property, position: 2,
                help: """
                    The properties that are compared and shown: names, script blocks, or hashtables with Expression. \
                    Without it the objects as a whole are compared, under the name InputObject.
                    """),
            Parameter(
                \.syncWindow, validate: [.range(min: 0, max: 2_147_483_647)], default: "all",
                help:
                    """
                    How many places apart two equal objects may stand and still count as equal: 0 or more. Without it \
                    any distance will do.
                    """
            ),
            Parameter(\.includeEqual, help: "Writes the objects that both sides have as well, marked ==."),
            Parameter(
                \.excludeDifferent,
                help: "Leaves out what only one side has; what both have is written, as with -IncludeEqual."),
            Parameter(
                \.passThru,
                help: "Writes the compared objects themselves with a SideIndicator property added, instead of new objects."),
            Parameter(\.caseSensitive, help: "Tells texts apart that differ in upper and lower case only."),
            Parameter(
                \.culture,
                help: "The name of a culture, taken for compatibility: texts are always compared as the invariant culture does."),
        ],
        outputs: ["System.Management.Automation.PSCustomObject"],
        examples: [
            Example(
                "Compare-Object -ReferenceObject 1, 2, 3 -DifferenceObject 2, 3, 4",
                "Finds what only one of two lists has.",
                output: """

                    InputObject SideIndicator
                    ----------- -------------
                              4 =>
                              1 <=

                    """),
            Example(
                "(Compare-Object 1, 2 2, 3 -IncludeEqual -ExcludeDifferent).InputObject",
                "Finds what both lists have.",
                output: "2"),
            Example(
                "(Compare-Object one, three two, seven, ten -Property Length -PassThru) -join ' '",
                "Compares by a property, and hands on the objects themselves.",
                output: "ten"),
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws { try CultureArgument.check(culture) }

    mutating func process(_ runtime: any CmdletRuntime) throws { piped += difference }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        let frame = try runtime.frame
        let properties = try property.propertyExpressions([])
        // A string that is compared with a number or a date is converted to its type, if it can be.
        let pattern = properties.isEmpty ? reference.first?.type : nil
        func key(_ value: Value) throws -> ObjectKey {
            var value = value
            if let pattern, pattern.isValueType, value.text != nil {
                value = (try? Conversion.convert(value, to: pattern)) ?? value
            }
            let values = properties.isEmpty ? [value] : try properties.map { try $0.value(of: value, frame) }
            // Objects without an order or equality of their own are compared by their text, as in PowerShell.
            let comparable = values.map { value -> Value in
                if case .object(let object) = value, !(object is CustomObject) { return .string(value.displayText) }
                return value
            }
            return ObjectKey(comparable, ignoreCase: !caseSensitive.isOn)
        }
        // -ExcludeDifferent implies -IncludeEqual, unless that is switched off explicitly: then nothing is written.
        let showsEqual = runtime.isBound(\Self.includeEqual) ? includeEqual.isOn : excludeDifferent.isOn
        func match(_ value: Value) throws { if showsEqual { try show(value, "==", properties, frame, runtime) } }
        func differ(_ value: Value, _ side: String) throws {
            if !excludeDifferent.isOn { try show(value, side, properties, frame, runtime) }
        }
        var references = Backlog(limit: syncWindow)
        var differences = Backlog(limit: syncWindow)
        // Walks through both lists at once. An object without a partner waits for one, until -SyncWindow others have come after it.
        for place in 0..<max(piped.count, reference.count) {
            let left = place < reference.count ? (value: reference[place], key: try key(reference[place])) : nil
            let right = place < piped.count ? (value: piped[place], key: try key(piped[place])) : nil
            if let left, let right, left.key == right.key {
                try match(left.value)
                continue
            }
            let earlier = right.flatMap { references.take($0.key) }
            if let earlier { try match(earlier) }
            let isLate = left.map { differences.take($0.key) != nil } ?? false
            if let left, isLate { try match(left.value) }
            if let right, earlier == nil {
                for old in differences.add(right.value, right.key) { try differ(old, "=>") }
            }
            if let left, !isLate {
                for old in references.add(left.value, left.key) { try differ(old, "<=") }
            }
        }
        for value in differences.remaining { try differ(value, "=>") }
        for value in references.remaining { try differ(value, "<=") }
    }

    /// The objects of one side that still wait for a partner, oldest first. `-SyncWindow` limits their number.
    private struct Backlog {
        let limit: Int
        private var values: [Value?] = []
        private var keys: [ObjectKey] = []
        private var places: [ObjectKey: [Int]] = [:]
        private var start = 0
        private var count = 0

        init(limit: Int) { self.limit = limit }

        var remaining: [Value] { values[start...].compactMap { $0 } }

        /// Removes and returns the oldest object with a key; nil if none waits.
        mutating func take(_ key: ObjectKey) -> Value? {
            guard var waiting = places[key], !waiting.isEmpty else { return nil }
            let place = waiting.removeFirst()
            places[key] = waiting.isEmpty ? nil : waiting
            defer { values[place] = nil }
            count -= 1
            return values[place]
        }

        /// Adds an object and returns those that have waited too long.
        mutating func add(_ value: Value, _ key: ObjectKey) -> [Value] {
            guard limit > 0 else { return [value] }
            var old: [Value] = []
            while count >= limit {
                while values[start] == nil { start += 1 }
                if let first = take(keys[start]) { old.append(first) }
            }
            places[key, default: []].append(values.count)
            values.append(value)
            keys.append(key)
            count += 1
            return old
        }
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
