/// An option of a docker verb.
struct DockerOption: Sendable {
    var long: String
    var short: Character?
    /// What its value is (`string`, `int`); nil for one that is on or off.
    var value: String?
    var help: String
    /// Values that completion offers.
    var choices: [String]
    /// False: known to docker's users, and not built here yet.
    var isAvailable = true

    static func flag(_ long: String, _ short: Character? = nil, _ help: String) -> DockerOption {
        DockerOption(long: long, short: short, help: help, choices: [])
    }

    static func value(
        _ long: String, _ short: Character? = nil, _ value: String, _ help: String, choices: [String] = []
    ) -> DockerOption {
        DockerOption(long: long, short: short, value: value, help: help, choices: choices)
    }

    /// One that ends in an error that says so, instead of `unknown flag`.
    static func missing(_ long: String, _ short: Character? = nil, value: Bool = true) -> DockerOption {
        DockerOption(long: long, short: short, value: value ? "string" : nil, help: "", choices: [], isAvailable: false)
    }
}
