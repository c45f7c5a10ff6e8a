import CmdletKit
import Engine
import Values

/// ConvertTo-Csv.
struct ConvertToCsv: Cmdlet {
    var inputObject: Value = .nothing
    var delimiter = ","
    var useCulture: Switch = false
    var includeTypeInformation: Switch = false
    var noTypeInformation: Switch = false
    var quoteFields: [String] = []
    var useQuotes = CSVQuoting.always
    var noHeader: Switch = false
    private var names: [String]?

    static let declaration = CmdletDeclaration<ConvertToCsv>(
        "ConvertTo-Csv", synopsis: "Converts objects into a series of character-separated value (CSV) strings.",
        description: "The first object's properties are the columns.",
        parameters: [
            Parameter("InputObject", \.inputObject, position: 0, mandatory: true, pipeline: .byValue, help: "The object."),
            Parameter("Delimiter", \.delimiter, position: 1, default: ",", help: "What stands between the fields."),
            Parameter("UseCulture", \.useCulture, help: "Takes the invariant culture's delimiter, a comma."),
            Parameter(
                "IncludeTypeInformation", \.includeTypeInformation, aliases: ["ITI"], help: "Begins with a line of the type's name."
            ),
            Parameter("NoTypeInformation", \.noTypeInformation, aliases: ["NTI"], help: "Leaves that line out, as is done anyway."),
            Parameter("QuoteFields", \.quoteFields, aliases: ["QF"], help: "The columns that are put in quotes."),
            Parameter("UseQuotes", \.useQuotes, aliases: ["UQ"], default: "Always", help: "When fields are put in quotes."),
            Parameter("NoHeader", \.noHeader, help: "Leaves out the line of the columns' names."),
        ],
        outputs: ["System.String"],
        examples: [
            Example("[pscustomobject]@{ A = 1; B = 'x' } | ConvertTo-Csv", "Writes an object.", output: "\"A\",\"B\"\n\"1\",\"x\"")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        guard !inputObject.isNull else { return }
        let frame = try runtime.frame
        let separator = try CSVText.delimiter(useCulture.isOn ? "," : delimiter)
        let quoted = quoteFields.isEmpty ? nil : Set(quoteFields.map { $0.lowercased() })
        let columns: [String]
        if let names {
            columns = names
        } else {
            columns = propertyNames()
            names = columns
            if includeTypeInformation.isOn { try runtime.write(.string("#TYPE \(inputObject.typeName)")) }
            if !noHeader.isOn {
                try runtime.write(
                    .string(CSVText.line(columns, names: columns, delimiter: separator, quoting: useQuotes, quoted: quoted)))
            }
        }
        let fields = try columns.map { name -> String? in
            let value: Value?
            if let table = inputObject.asObject(HashtableObject.self) {
                value = table[name]
            } else {
                value = try ObjectProperty.read(inputObject, name, frame)
            }
            guard let value, !value.isNull else { return nil }
            return value.displayText
        }
        try runtime.write(.string(CSVText.line(fields, names: columns, delimiter: separator, quoting: useQuotes, quoted: quoted)))
    }

    private func propertyNames() -> [String] {
        if let table = inputObject.asObject(HashtableObject.self) { return table.keys.map(\.displayText) }
        return inputObject.propertyNames
    }
}
