import CmdletKit
import Values

/// Get-Uptime: writes the time since the kernel started.
struct GetUptime: Cmdlet {
    private var since: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Get-Uptime", synopsis: "Says how long the machine has been running.",
        description: """
            Writes a System.TimeSpan of whole seconds since the kernel started, or with -Since the moment at which \
            it did. In a container it is the time of the kernel that the container runs on. Takes nothing from the \
            pipeline.
            """,
        defaultSet: "Timespan",
        parameters: [Parameter(\.since, sets: ["Since"], help: "Writes the moment at which the machine started.")],
        outputs: ["System.TimeSpan", "System.DateTime"],
        examples: [
            Example("(Get-Uptime).TotalSeconds -gt 0", "How long.", output: "True"),
            Example("(Get-Uptime -Since) -lt (Get-Date)", "Since when.", output: "True"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let seconds = EnvironmentFacts.uptime.rounded(.down)
        let span = TimeSpan(seconds: seconds)
        try runtime.write(since.isOn ? try DateTime.now().adding(span.negated).boxed : span.boxed)
    }
}
