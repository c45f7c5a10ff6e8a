import CmdletKit
import Values

/// Get-Culture: the invariant culture, which formats all output.
struct GetCulture: Cmdlet {
    private var noUserOverrides: Switch = false
    private var name: [String] = []
    private var listAvailable: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Get-Culture", synopsis: "Gets the culture that numbers, dates and texts follow: the invariant one.",
        description: """
            Writes a CultureInfo. This shell formats numbers and dates in the form of the invariant culture, whatever \
            LANG and LC_ALL say, so that scripts print the same on every machine. -Name gives another culture's names \
            and number.
            """,
        defaultSet: "CurrentCulture",
        parameters: [
            Parameter(
                \.noUserOverrides, sets: ["CurrentCulture", "Name"],
                help: "Taken for compatibility: on Linux there are no settings of the user's to leave out."),
            Parameter(
                \.name, position: 0, pipeline: .byValue, sets: ["Name"], validate: [.allowNull, .allowEmptyString],
                help: "Another culture, by its name (de-DE) or its number (1031)."),
            Parameter(
                \.listAvailable, sets: ["ListAvailable"],
                help: "Lists the cultures that can be chosen: the invariant one."),
        ],
        outputs: ["System.Globalization.CultureInfo"],
        examples: [
            Example("(Get-Culture).Name.Length", "The invariant culture has no name.", output: "0"),
            Example("(Get-Culture -Name de-DE).LCID", "Reads another culture's number.", output: "1031"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        guard runtime.isBound(\Self.name) else {
            try runtime.write(Culture.invariant.boxed)
            return
        }
        for name in name {
            do { try runtime.write(try CultureType.make(name)) } catch let error as ValueError {
                try runtime.writeError(
                    ErrorRecord(
                        error.message, id: "ItemNotFoundException", category: "ObjectNotFound", exception: error.exceptionType,
                        target: .string(name)))
            }
        }
    }
}
