import CmdletKit
import Values

/// New-TimeSpan.
struct NewTimeSpan: Cmdlet {
    private var start: DateTime?
    private var end: DateTime?
    private var days = 0
    private var hours = 0
    private var minutes = 0
    private var seconds = 0
    private var milliseconds = 0

    static let declaration = CmdletDeclaration<Self>(
        "New-TimeSpan", synopsis: "Makes a span of time, of its parts or between two moments.", defaultSet: "Date",
        parameters: [
            Parameter(
                "Start", \.start, aliases: ["LastWriteTime"], position: 0, pipeline: [.byValue, .byPropertyName], sets: ["Date"],
                help: "The moment it begins; now where none is given."),
            Parameter(
                "End", \.end, position: 1, pipeline: .byPropertyName, sets: ["Date"],
                help: "The moment it ends; now where none is given."),
            Parameter("Days", \.days, sets: ["Time"], help: "Days."),
            Parameter("Hours", \.hours, sets: ["Time"], help: "Hours."),
            Parameter("Minutes", \.minutes, sets: ["Time"], help: "Minutes."),
            Parameter("Seconds", \.seconds, sets: ["Time"], help: "Seconds."),
            Parameter("Milliseconds", \.milliseconds, sets: ["Time"], help: "Milliseconds."),
        ],
        outputs: ["System.TimeSpan"],
        examples: [Example("(New-TimeSpan -Hours 1 -Minutes 30).TotalMinutes", "An hour and a half.", output: "90")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if runtime.parameterSet == "Time" {
            let thousandths = [(days, 86_400_000), (hours, 3_600_000), (minutes, 60_000), (seconds, 1000), (milliseconds, 1)]
                .reduce(0.0) {
                    $0 + Double($1.0) * Double($1.1)
                }
            guard let ticks = Int64(exactly: thousandths * 10_000) else {
                throw ValueError(
                    "TimeSpan overflowed because the duration is too long.", id: "Overflow", exception: "System.OverflowException",
                    category: "InvalidArgument")
            }
            try runtime.write(TimeSpan(ticks: ticks).boxed)
            return
        }
        let now = DateTime.now()
        try runtime.write(TimeSpan(ticks: (end ?? now).ticks - (start ?? now).ticks).boxed)
    }
}
