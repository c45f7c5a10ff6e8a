import CmdletKit
import Values

/// ConvertFrom-Csv.
struct ConvertFromCsv: Cmdlet {
    var inputObject: [String] = []
    var delimiter = ","
    var header: [String] = []
    var useCulture: Switch = false
    private var lines: [String] = []

    static let declaration = CmdletDeclaration<ConvertFromCsv>(
        "ConvertFrom-Csv",
        synopsis: "Converts object properties in character-separated value (CSV) format into CSV versions of the original objects.",
        parameters: [
            Parameter(
                "InputObject", \.inputObject, position: 0, mandatory: true, pipeline: .byValue, validate: [.allowEmptyString],
                help: "The lines."),
            Parameter("Delimiter", \.delimiter, position: 1, default: ",", help: "What stands between the fields."),
            Parameter("Header", \.header, help: "The columns' names, where the text has none."),
            Parameter("UseCulture", \.useCulture, help: "Takes the invariant culture's delimiter, a comma."),
        ],
        outputs: ["System.Management.Automation.PSCustomObject"],
        examples: [Example("('A,B', '1,\"x y\"' | ConvertFrom-Csv).B", "Reads a field.", output: "x y")])

    mutating func process(_ runtime: any CmdletRuntime) throws { lines += inputObject }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        let text = lines.filter { !$0.hasPrefix("#TYPE") }.joined(separator: "\n")
        var records = CSVText.records(text, delimiter: try CSVText.delimiter(useCulture.isOn ? "," : delimiter))[...]
        var names = header
        if names.isEmpty {
            guard let first = records.popFirst() else { return }
            names = first.enumerated().map { $1 ?? "H\($0 + 1)" }
            if first.contains(where: { $0 == nil }) {
                try runtime.writeWarning(
                    "One or more headers were not specified. Default names starting with \"H\" have been used in place of any missing headers."
                )
            }
        }
        var seen: Set<String> = []
        for name in names where !seen.insert(name.lowercased()).inserted {
            throw ValueError(
                "The member \"\(name)\" is already present.", id: "AlreadyPresentPSMemberInfoInternalCollectionAdd",
                exception: "System.Management.Automation.ExtendedTypeSystemException", category: "InvalidOperation")
        }
        for record in records {
            let notes = names.enumerated().map { place, name -> (String, Value) in
                // A field that is there and empty is an empty text; one that is missing is null.
                (name, place < record.count ? .string(record[place] ?? "") : .null)
            }
            if try runtime.write(.object(CustomObject(notes))) == .enough { return }
        }
    }
}
