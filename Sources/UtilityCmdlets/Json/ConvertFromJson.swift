import CmdletKit
import Values

/// ConvertFrom-Json: makes objects of JSON with `JSONReader`.
struct ConvertFromJson: Cmdlet {
    var inputObject = ""
    var asHashtable: Switch = false
    var depth = 1024
    var noEnumerate: Switch = false
    private var texts: [String] = []

    static let declaration = CmdletDeclaration<ConvertFromJson>(
        "ConvertFrom-Json", synopsis: "Makes objects of JSON.",
        description: """
            JSON objects become custom objects, or ordered hashtables with -AsHashtable, which also take keys that \
            differ in case only. Whole numbers become Int64, or BigInteger where they are larger, others Double, and \
            texts that are ISO 8601 dates DateTime. The elements of an array are written one by one. Piped lines are \
            joined to one text, unless the first is JSON by itself.
            """,
        parameters: [
            Parameter(
                \.inputObject, position: 0, mandatory: true, pipeline: .byValue, validate: [.allowEmptyString],
                help: "The JSON text; usually piped in, as a text or as the lines of a file."),
            Parameter(
                \.asHashtable,
                help: "Makes ordered hashtables instead of custom objects; their keys may be empty or differ in case only."),
            Parameter(
                \.depth, validate: [.range(min: 1, max: 1024)], default: "1024",
                help: "How deeply the text may nest, 1 to 1024; deeper text is an error."),
            Parameter(\.noEnumerate, help: "Writes an array as one object instead of its elements."),
        ],
        outputs: ["System.Management.Automation.PSCustomObject", "System.Collections.Specialized.OrderedDictionary"],
        examples: [
            Example("('{\"a\": {\"b\": 5}}' | ConvertFrom-Json).a.b", "Reads a nested value.", output: "5"),
            Example(
                "'[{\"n\": 1}, {\"n\": 2}]' | ConvertFrom-Json | ForEach-Object n",
                "The elements of an array pass one by one.",
                output: "1\n2"),
            Example(
                "('{\"a\": 1, \"A\": 2}' | ConvertFrom-Json -AsHashtable).Count",
                "Reads keys that differ in case only.",
                output: "2"),
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
        // The reader recurses once for each level, so -Depth (at most 1024) also bounds its use of the stack.
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
