import CmdletKit
import Glibc
import Values

/// Start-Sleep.
struct StartSleep: Cmdlet {
    private var seconds: Double = 0
    private var milliseconds: Int64 = 0
    private var duration: TimeSpan?

    static let declaration = CmdletDeclaration<Self>(
        "Start-Sleep", aliases: ["sleep"], synopsis: "Waits.", defaultSet: "Seconds",
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
        var left = runtime.isBound("Milliseconds") ? Double(milliseconds) / 1000 : duration?.totalSeconds ?? seconds
        // In short naps, so that Ctrl-C is noticed.
        while left > 0 {
            try runtime.checkStop()
            let nap = min(left, 0.05)
            runtime.blocking { _ = usleep(useconds_t(nap * 1_000_000)) }
            left -= nap
        }
        try runtime.checkStop()
    }
}
