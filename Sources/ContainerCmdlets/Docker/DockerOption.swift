/// An option of a docker verb.
package struct DockerOption: Sendable {
    /// The name after two hyphens.
    var long: String
    /// The letter after one hyphen.
    var short: Character?
    /// The type of its value as the help shows it (`string`, `int`); nil for an option without one.
    var value: String?
    /// The line of the verb's help.
    var help: String
    /// The values that completion offers.
    var choices: [String]
    /// False for an option that docker has and this command does not.
    var isAvailable = true

    /// An option without a value, which is true or false.
    package static func flag(_ long: String, _ short: Character? = nil, _ help: String) -> DockerOption {
        DockerOption(long: long, short: short, help: help, choices: [])
    }

    /// An option with a value.
    /// - Parameter value: the value's type as the help shows it.
    package static func value(
        _ long: String, _ short: Character? = nil, _ value: String, _ help: String, choices: [String] = []
    ) -> DockerOption {
        DockerOption(long: long, short: short, value: value, help: help, choices: choices)
    }

    /// An option that docker has and this command does not: the error says so, instead of `unknown flag`.
    /// - Parameter value: whether docker's option takes a value.
    package static func missing(_ long: String, _ short: Character? = nil, value: Bool = true) -> DockerOption {
        DockerOption(long: long, short: short, value: value ? "string" : nil, help: "", choices: [], isAvailable: false)
    }
}
