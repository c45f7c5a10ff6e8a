import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Select-Object: selects objects, or properties of objects.
struct SelectObject: Cmdlet {
    var inputObject: Value = .nothing
    var property: [Value] = []
    var excludeProperty: [String] = []
    var expandProperty = ""
    var unique: Switch = false
    var caseInsensitive: Switch = false
    var first: Int?
    var last: Int?
    var skip = 0
    var skipLast = 0
    var wait: Switch = false
    var index: [Int] = []
    var skipIndex: [Int] = []
    private var properties: [PropertyExpression] = []
    private var excluded: [Wildcard] = []
    private var seen: Set<ObjectKey> = []
    private var place = 0
    private var taken = 0
    private var queue = RingBuffer()
    private var indexes: Set<Int> = []
    private var isSatisfied = false

    static let declaration = CmdletDeclaration<SelectObject>(
        "Select-Object", aliases: ["select"], synopsis: "Takes some of the objects, or some of their properties.",
        description: """
            With -Property, makes a new object of each input object that has the named and computed properties only. \
            With -First, -Last, -Skip, -SkipLast, -Index or -SkipIndex passes on objects by their place, with -Unique \
            equal ones once, and with -ExpandProperty a property's value instead of the object. As soon as -First or \
            -Index have all they want, the commands before this one are stopped, unless -Wait is given.
            """,
        defaultSet: "DefaultParameter",
        parameters: [
            Parameter(
                \.inputObject, pipeline: .byValue,
                help: "The objects to select from; usually piped in. A collection given here is one object."),
            Parameter(
                \.property, position: 0, sets: ["DefaultParameter", "SkipLastParameter"],
                help: """
                    The properties of the new objects: names, wildcards, script blocks, or hashtables with Name and \
                    Expression. A name that an object lacks gives a property that is $null.
                    """),
            Parameter(
                \.excludeProperty, sets: ["DefaultParameter", "SkipLastParameter"],
                help: "Properties to leave out, with wildcards; without -Property all the others are kept."),
            Parameter(
                \.expandProperty, sets: ["DefaultParameter", "SkipLastParameter"],
                help: "The property whose value is written instead of the object; a collection is written element by element."),
            Parameter(\.unique, help: "Writes equal objects once; texts of different case differ."),
            Parameter(
                \.caseInsensitive,
                help: "Lets -Unique take texts for equal that differ in upper and lower case only."),
            Parameter(
                \.first, sets: ["DefaultParameter"], validate: [.range(min: 0, max: 2_147_483_647)],
                help: "How many objects to take from the start."),
            Parameter(
                \.last, sets: ["DefaultParameter"], validate: [.range(min: 0, max: 2_147_483_647)],
                help: "How many objects to take from the end."),
            Parameter(
                \.skip, sets: ["DefaultParameter", "SkipLastParameter"], validate: [.range(min: 0, max: 2_147_483_647)],
                help: "How many objects to leave out at the start, or with -Last at the end."),
            Parameter(
                \.skipLast, sets: ["SkipLastParameter"], validate: [.range(min: 0, max: 2_147_483_647)],
                help: "How many objects to leave out at the end."),
            Parameter(
                \.wait, sets: ["DefaultParameter", "IndexParameter"],
                help: "Lets the commands before this one run to their end, although enough objects have come."),
            Parameter(\.index, sets: ["IndexParameter"], help: "The places of the objects to take, counted from 0."),
            Parameter(
                \.skipIndex, mandatory: true, sets: ["SkipIndexParameter"],
                help: "The places of the objects to leave out, counted from 0."),
        ],
        outputs: ["System.Management.Automation.PSCustomObject", "System.Object"],
        examples: [
            Example("1..10 | Select-Object -First 2", "Takes the first two objects.", output: "1\n2"),
            Example(
                "'abc' | Select-Object Length, @{ Name = 'Upper'; Expression = { $_.ToUpper() } }",
                "Makes an object of a property and a computed one.",
                output: """

                    Length Upper
                    ------ -----
                         3 ABC

                    """),
            Example(
                "'fig', 'cherry' | Select-Object -ExpandProperty Length",
                "Takes a property's values.",
                output: "3\n6"),
            Example(
                "(1..5 | Select-Object -Skip 1 | Select-Object -SkipLast 1) -join ' '",
                "Leaves out the first and the last object.",
                output: "2 3 4"),
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        for block in property where block.asObject(ScriptBlock.self)?.stringForm?.trimmingSpaces().isEmpty == true {
            throw ValueError(
                "A calculated property needs a name: its script block is empty.", id: "EmptyScriptBlockAndNoName",
                exception: "System.Management.Automation.PSArgumentException", category: "InvalidArgument")
        }
        properties = try property.propertyExpressions([.name, .label])
        excluded = excludeProperty.map { Wildcard($0) }
        if properties.isEmpty, !excluded.isEmpty, expandProperty.isEmpty {
            properties = try [Value.string("*")].propertyExpressions([])
        }
        indexes = Set(index.isEmpty ? skipIndex : index)
        if first == 0, !wait.isOn { runtime.stopUpstream() }
    }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        guard runtime.isBound(\Self.inputObject), !inputObject.isNull, !isSatisfied else { return }
        let here = place
        place += 1
        if !index.isEmpty {
            if indexes.contains(here) { try pass(inputObject, runtime) }
            if let highest = indexes.max(), here >= highest { satisfy(runtime) }
            return
        }
        if !skipIndex.isEmpty {
            if !indexes.contains(here) { try pass(inputObject, runtime) }
            return
        }
        if skipLast > 0 {
            guard here >= skip else { return }
            if let old = queue.push(inputObject, limit: skipLast) { try pass(old, runtime) }
            return
        }
        if let last {
            // With -First as well, the first objects after the skipped ones are written at once, and the last ones at the end.
            if let first {
                guard here >= skip else { return }
                if here < skip + first { try pass(inputObject, runtime) } else { _ = queue.push(inputObject, limit: last) }
            } else {
                _ = queue.push(inputObject, limit: last + skip)
            }
            return
        }
        guard here >= skip else { return }
        guard let first else { return try pass(inputObject, runtime) }
        if taken < first {
            try pass(inputObject, runtime)
            taken += 1
        }
        if taken >= first { satisfy(runtime) }
    }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        guard let last else { return }
        for value in queue.values.dropLast(first == nil ? skip : 0).suffix(last) { try pass(value, runtime) }
    }

    private mutating func satisfy(_ runtime: any CmdletRuntime) {
        isSatisfied = true
        if !wait.isOn { runtime.stopUpstream() }
    }

    // MARK: One object

    private mutating func pass(_ object: Value, _ runtime: any CmdletRuntime) throws {
        let frame = try runtime.frame
        if !expandProperty.isEmpty { return try expand(object, frame, runtime) }
        let result = properties.isEmpty ? object : try selected(object, frame)
        if properties.isEmpty { mark(object) }
        if unique.isOn {
            guard seen.insert(ObjectKey(result, ignoreCase: caseInsensitive.isOn)).inserted else { return }
        }
        if try runtime.write(result.orNull) == .enough { isSatisfied = true }
    }

    /// A custom object that is passed on gets the type name Selected.…, as in PowerShell; the object itself changes.
    private func mark(_ object: Value) {
        guard let custom = object.asObject(CustomObject.self) else { return }
        let name = "Selected.System.Management.Automation.PSCustomObject"
        if !custom.typeNames.contains(where: { $0.hasPrefix("Selected.") }) {
            custom.attached?.typeNames = [name] + custom.typeNames
        }
    }

    private func selected(_ object: Value, _ frame: Frame) throws -> Value {
        var notes: [(String, Value)] = []
        for property in properties {
            for single in property.expanded(for: object, excluding: excluded, frame.engine) {
                let name = single.displayName(for: object)
                if excluded.contains(where: { $0.matches(name) }) { continue }
                if notes.contains(where: { $0.0.equalsIgnoringCase(name) }) { continue }
                notes.append((name, try single.value(of: object, frame)))
            }
        }
        return .object(
            CustomObject(
                notes, typeNames: ["Selected." + object.typeName, "System.Management.Automation.PSCustomObject", "System.Object"]))
    }

    private mutating func expand(_ object: Value, _ frame: Frame, _ runtime: any CmdletRuntime) throws {
        let name = expandProperty
        guard let value = try ObjectProperty.read(object, name, frame) else {
            return try runtime.writeError(
                ErrorRecord(
                    "Property \"\(name)\" cannot be found.", id: "ExpandPropertyNotFound", category: "InvalidArgument",
                    exception: "System.Management.Automation.PSArgumentException", target: object))
        }
        if value.isNull { return }
        for element in value.enumerated ?? [value] {
            for property in properties {
                for single in property.expanded(for: object, excluding: excluded, frame.engine) {
                    guard let target = element.reference else { continue }
                    let members = target.attached ?? AttachedMembers()
                    members[single.displayName(for: object)] = .note(try single.value(of: object, frame))
                    target.attached = members
                }
            }
            if unique.isOn {
                guard seen.insert(ObjectKey(element, ignoreCase: caseInsensitive.isOn)).inserted else { continue }
            }
            if try runtime.write(element.orNull) == .enough {
                isSatisfied = true
                return
            }
        }
    }
}

/// The latest objects, up to a limit.
private struct RingBuffer {
    private var storage: [Value] = []
    private var start = 0

    /// Adds an object and returns the oldest one, if there are more than the limit now.
    mutating func push(_ value: Value, limit: Int) -> Value? {
        guard limit > 0 else { return value }
        if storage.count < limit {
            storage.append(value)
            return nil
        }
        let old = storage[start]
        storage[start] = value
        start = (start + 1) % storage.count
        return old
    }

    /// The objects, oldest first.
    var values: [Value] { Array(storage[start...] + storage[..<start]) }
}
