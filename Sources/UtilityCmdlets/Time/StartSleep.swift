import CmdletKit
import CmdletSupport
import Values

/// Start-Sleep: waits, in short steps so that Ctrl-C and events' actions are heeded.
struct StartSleep: Cmdlet {
    private var seconds: Double = 0
    private var milliseconds: Int64 = 0
    private var duration: TimeSpan?

    static let declaration = CmdletDeclaration<Self>(
        "Start-Sleep", synopsis: "Waits.",
        description: """
            Does nothing for the given time; Ctrl-C ends it. Actions of events run meanwhile. Nothing is written.
            """, defaultSet: "Seconds",
        parameters: [
            Parameter(
                \.seconds, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName], sets: ["Seconds"],
                validate: [.range(min: 0, max: 2_147_483)],
                help: "How many seconds to wait, 0 to 2147483; parts of a second as well."),
            Parameter(
                \.milliseconds, aliases: ["ms"], mandatory: true, pipeline: .byPropertyName, sets: ["Milliseconds"],
                validate: [.range(min: 0, max: 2_147_483_647)], help: "How many milliseconds to wait, 0 to 2147483647."),
            Parameter(
                \.duration, aliases: ["ts"], mandatory: true, sets: ["FromTimeSpan"],
                help: "How long to wait, as a TimeSpan."),
        ],
        examples: [
            Example("Start-Sleep -Milliseconds 50", "Waits a twentieth of a second.", output: ""),
            Example(
                "(Measure-Command { Start-Sleep -Duration (New-TimeSpan -Milliseconds 20) }).TotalMilliseconds -ge 20",
                "Waits as long as a span of time.",
                output: "True"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        try runtime.pause(
            seconds: runtime.isBound(\Self.milliseconds) ? Double(milliseconds) / 1000 : duration?.totalSeconds ?? seconds)
    }
}
