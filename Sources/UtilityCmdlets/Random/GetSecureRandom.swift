import CmdletKit
import Values

/// Get-SecureRandom: draws numbers or objects with `RandomChoice` from the system's generator.
struct GetSecureRandom: Cmdlet {
    private var inputObject: [Value] = []
    private var choice = RandomChoice()
    private var source = RandomSource.system

    static let declaration = CmdletDeclaration<Self>(
        "Get-SecureRandom", synopsis: "Gets random numbers that nobody can foresee, or objects of a collection by chance.",
        description: """
            Does what Get-Random does with bits of the kernel's generator, which is fit for passwords and keys. There \
            is no seed: no row of numbers comes again.
            """,
        defaultSet: "RandomNumberParameterSet",
        parameters: [
            Parameter(
                \.choice.maximum, position: 0, sets: ["RandomNumberParameterSet"],
                help: "The end of the range, which no number reaches; 2147483647 without it."),
            Parameter(
                \.choice.minimum, sets: ["RandomNumberParameterSet"], help: "The start of the range; 0 without it."),
            Parameter(
                \.inputObject, position: 0, mandatory: true, pipeline: .byValue,
                sets: ["RandomListItemParameterSet", "ShuffleParameterSet"],
                validate: [.allowNull, .allowEmptyCollection, .allowEmptyString],
                help: "The objects to choose from; usually piped in."),
            Parameter(
                \.choice.count, sets: ["RandomNumberParameterSet", "RandomListItemParameterSet"],
                validate: [.range(min: 1, max: 2_147_483_647)], default: "1", help: "How many numbers or objects to write."),
            Parameter(
                \.choice.shuffle, mandatory: true, sets: ["ShuffleParameterSet"],
                help: "Writes all objects in any order."),
        ],
        outputs: ["System.Int32", "System.Int64", "System.Double", "System.Object"],
        examples: [
            Example(
                "(-join ('a'..'z' | Get-SecureRandom -Count 12)).Length",
                "Makes a password of twelve letters.",
                output: "12"),
            Example("(Get-SecureRandom -Maximum 10) -lt 10", "Draws a number below ten.", output: "True"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        guard runtime.isBound(\Self.inputObject) else { return }
        for value in inputObject { choice.add(value, &source) }
    }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        try choice.write(to: runtime, &source)
    }
}
