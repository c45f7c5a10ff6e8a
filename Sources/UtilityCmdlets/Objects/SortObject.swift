import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Sort-Object.
struct SortObject: Cmdlet {
    var inputObject: Value = .nothing
    var property: [Value] = []
    var descending: Switch = false
    var unique: Switch = false
    var caseSensitive: Switch = false
    var stable: Switch = false
    var top: Int?
    var bottom: Int?
    var culture: String?
    private var values: [Value] = []

    static let declaration = CmdletDeclaration<SortObject>(
        "Sort-Object", synopsis: "Sorts objects by their values or properties.",
        description: """
            Reads all its input and writes it in order: by the objects' own values, or by the properties and script \
            blocks of -Property, the first of which counts most. Texts are sorted as people do, without regard to \
            case. Equal objects keep the order in which they came; -Unique keeps one of them.
            """,
        parameters: [
            Parameter(
                \.inputObject, pipeline: .byValue,
                help: "The objects to sort; usually piped in. A collection given here is one object."),
            Parameter(
                \.property, position: 0,
                help: "What to sort by: names, wildcards, script blocks, or hashtables with Expression and Ascending or Descending."
            ),
            Parameter(\.descending, help: "Sorts from the largest to the smallest."),
            Parameter(\.unique, help: "Keeps one of several objects that are equal in what they are sorted by."),
            Parameter(
                \.caseSensitive,
                help: "Tells texts apart that differ in upper and lower case only; lower case comes first."),
            Parameter(\.stable, help: "Keeps the order of equal objects, which is always done."),
            Parameter(
                \.top, validate: [.range(min: 1, max: 2_147_483_647)],
                help: "Writes only this many objects from the start of the order: 1 or more."),
            Parameter(
                \.bottom, validate: [.range(min: 1, max: 2_147_483_647)],
                help: "Writes only this many objects from the end of the order: 1 or more."),
            Parameter(
                \.culture,
                help: "The name of a culture, taken for compatibility: texts are always sorted as the invariant culture does."),
        ],
        outputs: ["System.Object"],
        examples: [
            Example("3, 1, 2 | Sort-Object -Descending", "Sorts numbers from the largest.", output: "3\n2\n1"),
            Example("'bb', 'a', 'ccc' | Sort-Object Length -Top 1", "Takes the shortest text.", output: "a"),
            Example(
                "'b 1', 'a 1', 'c 2' | ConvertFrom-Csv -Delimiter ' ' -Header N, S | Sort-Object @{ e = 'S'; Descending = $true }, N",
                "Sorts by one property downwards and by another upwards.",
                output: """

                    N S
                    - -
                    c 2
                    a 1
                    b 1

                    """),
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws { try CultureArgument.check(culture) }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if runtime.isBound(\Self.inputObject) { values.append(inputObject) }
    }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        let properties = try property.propertyExpressions([.ascending, .descending])
        let sorter = ObjectSorter(properties, isDescending: descending.isOn, ignoreCase: !caseSensitive.isOn, try runtime.frame)
        var sorted = unique.isOn ? sorter.withoutRepeats(try sorter.sort(values)).map(\.value) : try sorter.sorted(values)
        values = []
        if let top { sorted = Array(sorted.prefix(top)) }
        if let bottom { sorted = sorted.suffix(bottom) }
        try runtime.writeAll(sorted)
    }
}

/// Sorts objects by the values of expressions, which are evaluated once for each object.
struct ObjectSorter {
    /// An object with the values that it is sorted by.
    struct Entry {
        let value: Value
        let keys: [Value]
    }

    private let properties: [PropertyExpression]
    private let isDescending: Bool
    private let ignoreCase: Bool
    private let frame: Frame

    init(_ properties: [PropertyExpression], isDescending: Bool, ignoreCase: Bool, _ frame: Frame) {
        self.properties = properties
        self.isDescending = isDescending
        self.ignoreCase = ignoreCase
        self.frame = frame
    }

    /// The sorted objects. With a single key of plain numbers or strings it uses `SortKeys` and makes no entries.
    /// - Throws: what reading a property throws.
    func sorted(_ values: [Value]) throws -> [Value] {
        let single = properties.count == 1 ? properties[0].plainName : nil
        guard properties.isEmpty || single != nil else { return try sort(values).map(\.value) }
        let keys = properties.isEmpty ? values : try values.map { try properties[0].value(of: $0, frame) }
        let direction = properties.first?.isDescending ?? isDescending
        if let places = SortKeys(keys, ignoreCase: ignoreCase)?.order(isDescending: direction) { return places.map { values[$0] } }
        return try sort(values).map(\.value)
    }

    /// The sorted objects with their keys; equal ones keep their order.
    /// - Throws: what reading a property throws.
    func sort(_ values: [Value]) throws -> [Entry] {
        var expanded = properties
        if let first = values.first { expanded = properties.flatMap { $0.expanded(for: first, frame.engine) } }
        let entries = try values.map { value in
            Entry(value: value, keys: expanded.isEmpty ? [value] : try expanded.map { try $0.value(of: value, frame) })
        }
        let directions = expanded.isEmpty ? [isDescending] : expanded.map { $0.isDescending ?? isDescending }
        // Swift's sort is stable.
        return entries.sorted { left, right in
            for (place, descending) in directions.enumerated() {
                let order = compare(left.keys[place], right.keys[place])
                if order != 0 { return descending ? order > 0 : order < 0 }
            }
            return false
        }
    }

    /// The entries without those that equal the one before (-Unique).
    func withoutRepeats(_ entries: [Entry]) -> [Entry] {
        var result: [Entry] = []
        for entry in entries {
            if let last = result.last, zip(last.keys, entry.keys).allSatisfy({ compare($0, $1) == 0 }) { continue }
            result.append(entry)
        }
        return result
    }

    /// The order of two values: negative, 0 or positive. Values without an order are compared by their text.
    func compare(_ left: Value, _ right: Value) -> Int {
        if let order = try? Comparison.order(left, right, ignoreCase: ignoreCase) { return order }
        return Comparison.order(left.displayText, right.displayText, ignoreCase: ignoreCase)
    }
}
