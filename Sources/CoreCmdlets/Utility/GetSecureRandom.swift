import CmdletKit
import Values

/// Get-SecureRandom.
struct GetSecureRandom: Cmdlet {
    private var maximum: Value = .null
    private var minimum: Value = .null
    private var inputObject: [Value] = []
    private var count: Int?
    private var shuffle: Switch = false
    private var choice = RandomChoice()
    private var source = RandomSource.system

    static let declaration = CmdletDeclaration<Self>(
        "Get-SecureRandom", synopsis: "Gets a random number that nobody can foresee, or objects of a collection by chance.",
        defaultSet: "RandomNumberParameterSet",
        parameters: [
            Parameter(
                "Maximum", \.maximum, position: 0, sets: ["RandomNumberParameterSet"], help: "The number that it stays below."),
            Parameter("Minimum", \.minimum, sets: ["RandomNumberParameterSet"], help: "The lowest number."),
            Parameter(
                "InputObject", \.inputObject, position: 0, mandatory: true, pipeline: .byValue,
                sets: ["RandomListItemParameterSet", "ShuffleParameterSet"],
                validate: [.allowNull, .allowEmptyCollection, .allowEmptyString],
                help: "The objects to choose from."),
            Parameter(
                "Count", \.count, sets: ["RandomNumberParameterSet", "RandomListItemParameterSet"],
                validate: [.range(min: 1, max: 2_147_483_647)], default: "1", help: "How many."),
            Parameter("Shuffle", \.shuffle, mandatory: true, sets: ["ShuffleParameterSet"], help: "All objects, in any order."),
        ],
        outputs: ["System.Int32", "System.Int64", "System.Double", "System.Object"],
        examples: [Example("(1..10 | Get-SecureRandom -Count 3).Count", "Three of ten.", output: "3")])

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        choice.minimum = minimum
        choice.maximum = maximum
        choice.count = count ?? 1
        choice.shuffles = shuffle.isOn
    }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        guard runtime.isBound("InputObject") else { return }
        for value in inputObject { choice.add(value, &source) }
    }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        if runtime.isBound("InputObject") || shuffle.isOn || runtime.parameterSet != "RandomNumberParameterSet" {
            try runtime.writeAll(choice.chosen(&source))
        } else {
            for _ in 0..<(count ?? 1) where try runtime.write(try choice.number(&source, command: runtime.commandName)) == .enough {
                break
            }
        }
    }
}
