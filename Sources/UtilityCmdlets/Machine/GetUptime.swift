import CmdletKit
import Values

/// Get-Uptime.
struct GetUptime: Cmdlet {
    private var since: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Get-Uptime", synopsis: "Says how long the system has been running.", defaultSet: "Timespan",
        parameters: [Parameter("Since", \.since, sets: ["Since"], help: "The moment at which it started.")],
        outputs: ["System.TimeSpan", "System.DateTime"],
        examples: [Example("(Get-Uptime).TotalSeconds -gt 0", "Some time.", output: "True")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let seconds = EnvironmentFacts.uptime.rounded(.down)
        let span = TimeSpan(seconds: seconds)
        try runtime.write(since.isOn ? try DateTime.now().adding(span.negated).boxed : span.boxed)
    }
}
