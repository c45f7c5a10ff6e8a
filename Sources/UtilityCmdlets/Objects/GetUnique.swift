import CmdletKit
import Values

/// Get-Unique: leaves out objects that equal the one before.
struct GetUnique: Cmdlet {
    var inputObject: Value = .nothing
    var asString: Switch = false
    var onType: Switch = false
    var caseInsensitive: Switch = false
    private var last: Value?

    static let declaration = CmdletDeclaration<GetUnique>(
        "Get-Unique", aliases: ["gu"], synopsis: "Writes one object of each run of equal objects.",
        description: """
            Compares each object with the one before it and leaves it out where the two are equal, so that a sorted \
            list loses all its repeats. Unlike most comparisons of the shell, texts of different case differ, unless \
            -CaseInsensitive is given. For input that is not sorted use Sort-Object -Unique or Select-Object -Unique.
            """,
        parameters: [
            Parameter(
                \.inputObject, pipeline: .byValue,
                help: "The objects to compare; usually piped in. A collection given here is one object."),
            Parameter(\.asString, help: "Compares what the objects print as, so that 1 and '1' are equal."),
            Parameter(\.onType, help: "Compares the objects' types: writes the first object of each run of one type."),
            Parameter(
                \.caseInsensitive, help: "Takes texts for equal that differ in upper and lower case only."),
        ],
        outputs: ["System.Object"],
        examples: [
            Example(
                "3, 1, 3, 2, 1 | Sort-Object | Get-Unique",
                "Leaves out repeats of a sorted list.",
                output: "1\n2\n3"),
            Example(
                "1, 1, 2, 1 | Get-Unique",
                "Only neighbours are compared: a later repeat stays.",
                output: "1\n2\n1"),
            Example(
                "'Yes', 'yes', 'no' | Get-Unique -CaseInsensitive",
                "Takes words for equal whatever their case.",
                output: "Yes\nno"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        guard runtime.isBound(\Self.inputObject) else { return }
        defer { last = inputObject }
        if let last, isSame(last, inputObject) { return }
        try runtime.write(inputObject)
    }

    private func isSame(_ left: Value, _ right: Value) -> Bool {
        if onType.isOn { return left.typeName == right.typeName }
        if asString.isOn {
            return caseInsensitive.isOn
                ? left.displayText.equalsIgnoringCase(right.displayText) : left.displayText == right.displayText
        }
        return ObjectKey(left, ignoreCase: caseInsensitive.isOn) == ObjectKey(right, ignoreCase: caseInsensitive.isOn)
    }
}
