import CmdletKit
import Values

/// ConvertFrom-Json.
struct ConvertFromJson: Cmdlet {
    var inputObject = ""
    var asHashtable: Switch = false
    var depth = 1024
    var noEnumerate: Switch = false
    private var texts: [String] = []

    static let declaration = CmdletDeclaration<ConvertFromJson>(
        "ConvertFrom-Json", synopsis: "Converts a JSON-formatted string to a custom object or a hash table.",
        parameters: [
            Parameter(
                "InputObject", \.inputObject, position: 0, mandatory: true, pipeline: .byValue, validate: [.allowEmptyString],
                help: "The text; several are joined, unless each is JSON by itself."),
            Parameter("AsHashtable", \.asHashtable, help: "Makes ordered hashtables, whose keys may differ in case only."),
            Parameter(
                "Depth", \.depth, validate: [.range(min: 1, max: 1024)], default: "1024", help: "How deeply the text may nest."),
            Parameter("NoEnumerate", \.noEnumerate, help: "Writes an array as one object."),
        ],
        outputs: ["System.Management.Automation.PSCustomObject", "System.Collections.Hashtable"],
        examples: [
            Example("('{\"a\": {\"b\": 5}}' | ConvertFrom-Json).a.b", "Reads a nested value.", output: "5"),
            Example("'[1, 2]' | ConvertFrom-Json", "Reads an array.", output: "1\n2"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws { texts.append(inputObject) }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        let filled = texts.contains { !$0.allSatisfy(\.isWhitespace) }
        guard filled else { return }
        if texts.count > 1, (try? value(of: texts[0])) != nil {
            for text in texts where !text.allSatisfy(\.isWhitespace) { try write(try converted(text), runtime) }
            return
        }
        try write(try converted(texts.joined(separator: "\n")), runtime)
    }

    private func value(of text: String) throws -> Value {
        // The reader recurses; a text may not nest deeper than the stack allows.
        var reader = JSONReader(text, maximumDepth: depth, asHashtable: asHashtable.isOn)
        return try reader.read()
    }

    private func converted(_ text: String) throws -> Value {
        do { return try value(of: text) } catch let failure as JSONReader.Failure {
            throw ValueError(
                "Conversion from JSON failed with error: \(failure.message) Line \(failure.line), position \(failure.column).",
                id: "System.ArgumentException", exception: "System.ArgumentException", category: "NotSpecified")
        }
    }

    private func write(_ value: Value, _ runtime: any CmdletRuntime) throws {
        if case .array(let array) = value, !noEnumerate.isOn {
            try runtime.writeAll(array.elements)
        } else {
            try runtime.write(value)
        }
    }
}
