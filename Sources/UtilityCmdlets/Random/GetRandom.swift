import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Get-Random.
struct GetRandom: Cmdlet {
    private var setSeed: Int?
    private var inputObject: [Value] = []
    private var choice = RandomChoice()
    private var source = RandomSource.system

    static let declaration = CmdletDeclaration<Self>(
        "Get-Random", synopsis: "Gets a random number, or objects of a collection by chance.",
        defaultSet: "RandomNumberParameterSet",
        parameters: [
            Parameter("SetSeed", \.setSeed, help: "Begins the same row of numbers again."),
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
        examples: [Example("(1..10 | Get-Random -Count 3).Count", "Three of ten.", output: "3")])

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        if let setSeed {
            RandomSeed.of(try runtime.frame.engine).source = .seeded(UInt64(bitPattern: Int64(setSeed)))
        }
        source = RandomSeed.of(try runtime.frame.engine).source
    }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        guard runtime.isBound("InputObject") else { return }
        for value in inputObject { choice.add(value, &source) }
    }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        try choice.write(to: runtime, &source)
        RandomSeed.of(try runtime.frame.engine).source = source
    }
}

/// Where the session's row of numbers stands, once a seed was set.
private final class RandomSeed {
    var source = RandomSource.system

    static func of(_ engine: Engine) -> RandomSeed {
        if let known = engine.service(RandomSeed.self) { return known }
        let seed = RandomSeed()
        engine.provide(seed)
        return seed
    }
}
