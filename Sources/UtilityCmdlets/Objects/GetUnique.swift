import CmdletKit
import Values

/// Get-Unique: one of each run of equal objects.
struct GetUnique: Cmdlet {
    var inputObject: Value = .nothing
    var asString: Switch = false
    var onType: Switch = false
    var caseInsensitive: Switch = false
    private var last: Value?

    static let declaration = CmdletDeclaration<GetUnique>(
        "Get-Unique", aliases: ["gu"], synopsis: "Returns unique items from a sorted list.",
        description: "Compares each object with the one before it; the list should be sorted.",
        parameters: [
            Parameter("InputObject", \.inputObject, pipeline: .byValue, help: "The object to compare."),
            Parameter("AsString", \.asString, help: "Compares the objects' texts."),
            Parameter("OnType", \.onType, help: "Writes one object of each type."),
            Parameter("CaseInsensitive", \.caseInsensitive, help: "Takes texts of different case for equal."),
        ],
        examples: [Example("1, 1, 2 | Get-Unique", "Leaves out repeats.", output: "1\n2")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        guard runtime.isBound("InputObject") else { return }
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
