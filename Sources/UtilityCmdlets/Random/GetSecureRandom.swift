import CmdletKit
import Values

/// Get-SecureRandom: draws numbers or objects with `RandomChoice` from the system's generator.
struct GetSecureRandom: Cmdlet {
    private var choice = RandomChoice()
    private var source = RandomSource.system

    static let declaration = CmdletDeclaration<Self>(
        "Get-SecureRandom", synopsis: "Gets random numbers that nobody can foresee, or objects of a collection by chance.",
        description: """
            Does what Get-Random does with bits of the kernel's generator, which is fit for passwords and keys. There \
            is no seed: no row of numbers comes again.
            """,
        defaultSet: "RandomNumberParameterSet",
        parameters: .group(\.choice),
        outputs: ["System.Int32", "System.Int64", "System.Double", "System.Object"],
        examples: [
            Example(
                "(-join ('a'..'z' | Get-SecureRandom -Count 12)).Length",
                "Makes a password of twelve letters.",
                output: "12"),
            Example("(Get-SecureRandom -Maximum 10) -lt 10", "Draws a number below ten.", output: "True"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if runtime.isBound(\Self.choice.inputObject) { choice.addInput(&source) }
    }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        try choice.write(to: runtime, hasInput: runtime.isBound(\Self.choice.inputObject), &source)
    }
}
