import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Get-Random: draws numbers or objects with `RandomChoice`, from a seeded or the system's generator.
struct GetRandom: Cmdlet {
    private var setSeed: Int?
    private var inputObject: [Value] = []
    private var choice = RandomChoice()
    private var source = RandomSource.system

    static let declaration = CmdletDeclaration<Self>(
        "Get-Random", synopsis: "Gets random numbers, or objects of a collection by chance.",
        description: """
            Without input, writes a number of the range from -Minimum to just below -Maximum: whole where both ends \
            are, else a Double. With input, writes -Count of its objects, none twice, or with -Shuffle all of them in \
            any order. Numbers for passwords and keys should come from Get-SecureRandom.
            """,
        defaultSet: "RandomNumberParameterSet",
        parameters: [
            Parameter(
                \.setSeed, help: "Begins a row of numbers that is the same whenever the same seed is set; for tests."),
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
            Example("(Get-Random -Minimum 1 -Maximum 7) -in 1..6", "Throws a die.", output: "True"),
            Example("(1..10 | Get-Random -Count 3).Count", "Takes three of ten numbers.", output: "3"),
            Example(
                "(Get-Random -SetSeed 7) -eq (Get-Random -SetSeed 7)",
                "Gets the same number again from the same seed.",
                output: "True"),
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        if let setSeed {
            RandomSeed.of(try runtime.frame.engine).source = .seeded(UInt64(bitPattern: Int64(setSeed)))
        }
        source = RandomSeed.of(try runtime.frame.engine).source
    }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        guard runtime.isBound(\Self.inputObject) else { return }
        for value in inputObject { choice.add(value, &source) }
    }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        try choice.write(to: runtime, &source)
        RandomSeed.of(try runtime.frame.engine).source = source
    }
}

/// The state of the session's random numbers; seeded by -SetSeed.
private final class RandomSeed {
    var source = RandomSource.system

    /// The state of an engine's session.
    static func of(_ engine: Engine) -> RandomSeed {
        if let known = engine.service(RandomSeed.self) { return known }
        let seed = RandomSeed()
        engine.provide(seed)
        return seed
    }
}
