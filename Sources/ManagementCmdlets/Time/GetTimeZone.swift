import CmdletKit
import Interpreter
import LinuxSystem
import Values

/// Get-TimeZone: writes zones of the tz database.
struct GetTimeZone: Cmdlet {
    private var id: [String] = []
    private var name: [String] = []
    private var listAvailable: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Get-TimeZone", aliases: ["gtz"], synopsis: "Gets the time zone of the session, or the time zones there are.",
        description: """
            The time zone of the session is the one of TZ, else the one that /etc/localtime leads to. Zones have the \
            names of the tz database, such as Europe/Berlin, which come from /usr/share/zoneinfo. Takes names from \
            the pipeline and writes a System.TimeZoneInfo for each zone.
            """,
        defaultSet: "Name",
        parameters: [
            Parameter(
                \.id, mandatory: true, pipeline: .byPropertyName, sets: ["Id"], help: "Ids of zones, such as Europe/Berlin."),
            Parameter(
                \.name, position: 0, pipeline: .byValue, sets: ["Name"], help: "Names of zones; wildcards are allowed."),
            Parameter(
                \.listAvailable, mandatory: true, sets: ["ListAvailable"],
                help: "Gets all zones that the system knows."
            ),
        ],
        outputs: ["System.TimeZoneInfo"],
        examples: [
            Example("(Get-TimeZone -Id UTC).BaseUtcOffset.TotalHours", "A time zone by its id.", output: "0"),
            Example("(Get-TimeZone).Id.Length -gt 0", "That of the session.", output: "True"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let environment = try runtime.service(Engine.self).environment
        if listAvailable.isOn { return try runtime.writeAll(Self.zones.map { Self.zone($0) }) }
        if id.isEmpty, name.isEmpty {
            try runtime.write(Self.zone(Self.current(environment)))
            return
        }
        for wanted in id.isEmpty ? name : id {
            let found = Self.zones.filter { id.isEmpty ? Wildcard(wanted).matches($0) : $0.equalsIgnoringCase(wanted) }
            try runtime.writeAll(found.map { Self.zone($0) })
            if found.isEmpty, !Wildcard.isPattern(wanted) {
                try runtime.writeError(
                    ErrorRecord(
                        "The time zone ID '\(wanted)' was not found on the local computer.", id: "TimeZoneNotFound",
                        category: "ObjectNotFound",
                        exception: "System.TimeZoneNotFoundException", target: .string(wanted)))
            }
        }
    }

    private static let folder = "/usr/share/zoneinfo"

    /// The ID of the session's zone: TZ, or else the target of /etc/localtime, or else UTC.
    private static func current(_ environment: EnvironmentVariables) -> String {
        if let zone = environment["TZ"], !zone.isEmpty {
            return zone.hasPrefix(":") ? String(zone.dropFirst()) : zone
        }
        if let path = Files.resolved("/etc/localtime"), path.hasPrefix(folder + "/") {
            return String(path.dropFirst(folder.count + 1))
        }
        return "UTC"
    }

    /// The IDs of all zones and links, from tzdata.zi of the tz database.
    private static var zones: [String] {
        let text = (try? Files.readText(folder + "/tzdata.zi", limit: 4 << 20)) ?? ""
        var names: Set<String> = ["UTC"]
        for line in text.split(separator: "\n") {
            let fields = line.split(separator: " ")
            if line.hasPrefix("Z "), fields.count > 1 { names.insert(String(fields[1])) }
            if line.hasPrefix("L "), fields.count > 2 { names.insert(String(fields[2])) }
        }
        return names.sorted()
    }

    private static func zone(_ id: String) -> Value {
        let rule = TimeZoneRule.of(id) ?? TimeZoneRule(posix: id)
        let offset = rule?.baseOffset ?? 0
        return .object(
            CustomObject(
                [
                    ("Id", .string(id)), ("HasIanaId", .bool(true)),
                    ("DisplayName", .string("(UTC\(offset == 0 ? "" : sign(offset))) \(id)")),
                    ("StandardName", .string(id)), ("DaylightName", .string(id)),
                    ("BaseUtcOffset", TimeSpan(seconds: Double(offset)).boxed),
                    ("SupportsDaylightSavingTime", .bool(rule?.daylightOffset != nil)),
                ], type: TimeZoneInfo.type))
    }

    private static func sign(_ offset: Int) -> String {
        let minutes = abs(offset) / 60
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return (offset < 0 ? "-" : "+") + two(minutes / 60) + ":" + two(minutes % 60)
    }
}
