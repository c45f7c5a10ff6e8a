import CmdletKit
import CmdletSupport
import Values

/// Start-Sleep.
struct StartSleep: Cmdlet {
    private var seconds: Double = 0
    private var milliseconds: Int64 = 0
    private var duration: TimeSpan?

    static let declaration = CmdletDeclaration<Self>(
        "Start-Sleep", synopsis: "Waits.", defaultSet: "Seconds",
        parameters: [
            Parameter(
                "Seconds", \.seconds, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName], sets: ["Seconds"],
                validate: [.range(min: 0, max: 2_147_483)], help: "How long."),
            Parameter(
                "Milliseconds", \.milliseconds, aliases: ["ms"], mandatory: true, pipeline: .byPropertyName, sets: ["Milliseconds"],
                validate: [.range(min: 0, max: 2_147_483_647)], help: "How long."),
            Parameter(
                "Duration", \.duration, aliases: ["ts"], mandatory: true, sets: ["FromTimeSpan"], help: "How long, as a time span."),
        ],
        examples: [Example("Start-Sleep -Milliseconds 1", "A moment.")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        try runtime.pause(
            seconds: runtime.isBound("Milliseconds") ? Double(milliseconds) / 1000 : duration?.totalSeconds ?? seconds)
    }
}
