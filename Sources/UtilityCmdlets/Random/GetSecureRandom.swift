import CmdletKit
import Values

/// Get-SecureRandom.
struct GetSecureRandom: Cmdlet {
    private var inputObject: [Value] = []
    private var choice = RandomChoice()
    private var source = RandomSource.system

    static let declaration = CmdletDeclaration<Self>(
        "Get-SecureRandom", synopsis: "Gets a random number that nobody can foresee, or objects of a collection by chance.",
        defaultSet: "RandomNumberParameterSet",
        parameters: [
            Parameter(
                "Maximum", \.choice.maximum, position: 0, sets: ["RandomNumberParameterSet"],
                help: "The number that it stays below."),
            Parameter("Minimum", \.choice.minimum, sets: ["RandomNumberParameterSet"], help: "The lowest number."),
            Parameter(
                "InputObject", \.inputObject, position: 0, mandatory: true, pipeline: .byValue,
                sets: ["RandomListItemParameterSet", "ShuffleParameterSet"],
                validate: [.allowNull, .allowEmptyCollection, .allowEmptyString],
                help: "The objects to choose from."),
            Parameter(
                "Count", \.choice.count, sets: ["RandomNumberParameterSet", "RandomListItemParameterSet"],
                validate: [.range(min: 1, max: 2_147_483_647)], default: "1", help: "How many."),
            Parameter(
                "Shuffle", \.choice.shuffle, mandatory: true, sets: ["ShuffleParameterSet"], help: "All objects, in any order."),
        ],
        outputs: ["System.Int32", "System.Int64", "System.Double", "System.Object"],
        examples: [Example("(1..10 | Get-SecureRandom -Count 3).Count", "Three of ten.", output: "3")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        guard runtime.isBound("InputObject") else { return }
        for value in inputObject { choice.add(value, &source) }
    }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        try choice.write(to: runtime, &source)
    }
}
