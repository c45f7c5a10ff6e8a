import CmdletKit
import Values

/// New-TimeSpan: makes a time span from its parts or from two dates.
struct NewTimeSpan: Cmdlet {
    private var start: DateTime?
    private var end: DateTime?
    private var days = 0
    private var hours = 0
    private var minutes = 0
    private var seconds = 0
    private var milliseconds = 0

    static let declaration = CmdletDeclaration<Self>(
        "New-TimeSpan", synopsis: "Makes a span of time, of its parts or between two moments.",
        description: """
            Writes a TimeSpan: the sum of -Days, -Hours, -Minutes, -Seconds and -Milliseconds, or the time from -Start \
            to -End, negative where -End is earlier.
            """, defaultSet: "Date",
        parameters: [
            Parameter(
                \.start, aliases: ["LastWriteTime"], position: 0, pipeline: [.byValue, .byPropertyName], sets: ["Date"],
                help:
                    "The moment it begins: a DateTime or a text that is one; now without it. Files' LastWriteTime may be piped in."),
            Parameter(
                \.end, position: 1, pipeline: .byPropertyName, sets: ["Date"],
                help: "The moment it ends: a DateTime or a text that is one; now without it."),
            Parameter(\.days, sets: ["Time"], help: "Days of the span."),
            Parameter(\.hours, sets: ["Time"], help: "Hours of the span."),
            Parameter(\.minutes, sets: ["Time"], help: "Minutes of the span."),
            Parameter(\.seconds, sets: ["Time"], help: "Seconds of the span."),
            Parameter(\.milliseconds, sets: ["Time"], help: "Milliseconds of the span."),
        ],
        outputs: ["System.TimeSpan"],
        examples: [
            Example("(New-TimeSpan -Hours 1 -Minutes 30).TotalMinutes", "Adds up an hour and a half.", output: "90"),
            Example(
                "(New-TimeSpan -Start '2016-02-01' -End '2016-03-01').Days",
                "Counts the days between two dates.",
                output: "29"),
        ])

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
