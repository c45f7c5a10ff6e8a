import CmdletKit
import CmdletSupport
import Values

/// ConvertTo-Csv: makes lines of objects with `CSVWriter`.
struct ConvertToCsv: Cmdlet {
    var inputObject: Value = .nothing
    var format = CSVFormat()
    private var writer: CSVWriter?

    static let declaration = CmdletDeclaration<ConvertToCsv>(
        "ConvertTo-Csv", synopsis: "Writes objects as lines of comma-separated values (CSV).",
        description: """
            The properties of the first object are the columns: a header line with their names comes first, then a \
            line for each object. Properties that later objects have beyond these are left out, and missing ones leave \
            their field empty. Values are written as text, in the form of the invariant culture. Export-Csv writes the \
            same lines to a file, ConvertFrom-Csv reads them.
            """, defaultSet: "DelimiterPath",
        parameters: .of(
            [
                Parameter(
                    \.inputObject, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName],
                    help: "The objects to write; usually piped in.")
            ],
            .group(\.format, CSVFormat.parameters(delimiterSet: "DelimiterPath", cultureSet: "CulturePath"))),
        outputs: ["System.String"],
        examples: [
            Example(
                "[pscustomobject]@{ Name = 'fig'; Grams = 50 } | ConvertTo-Csv",
                "Writes an object as two lines.",
                output: "\"Name\",\"Grams\"\n\"fig\",\"50\""),
            Example(
                "[pscustomobject]@{ Name = 'plum, dried'; Grams = 20 } | ConvertTo-Csv -UseQuotes AsNeeded",
                "Quotes only what needs it.",
                output: "Name,Grams\n\"plum, dried\",20"),
            Example(
                "[pscustomobject]@{ A = 1; B = 2 } | ConvertTo-Csv -NoHeader",
                "Adds lines to those that have a header already.",
                output: "\"1\",\"2\""),
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        try format.check(\Self.format, runtime)
        writer = try format.makeWriter()
    }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        guard !inputObject.isNull else { return }
        for line in try writer?.lines(inputObject, try runtime.frame) ?? [] { try runtime.write(.string(line)) }
    }
}
