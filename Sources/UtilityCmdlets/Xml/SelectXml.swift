import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// Select-Xml: finds nodes by an XPath expression.
struct SelectXml: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []
    private var xml: [Value] = []
    private var content: [String] = []
    private var xpath = ""
    private var namespace: HashtableArgument?

    static let declaration = CmdletDeclaration<Self>(
        "Select-Xml", synopsis: "Finds nodes of XML by an XPath expression.",
        description: """
            Searches texts, documents, nodes or files, and writes for each node that the expression finds an object \
            with the Node itself, the Path of its file (InputStream for other input) and the Pattern. An element with \
            a name space is found by a prefix that -Namespace declares, even where the document has a default name \
            space.
            """, defaultSet: "Xml",
        parameters: [
            Parameter(
                \.path, position: 1, mandatory: true, pipeline: .byPropertyName, sets: ["Path"], completer: .paths,
                help: "The files to search; wildcards are allowed."),
            Parameter(
                \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralPath"],
                completer: .paths, help: "The files to search, their names taken as they are, without wildcards."),
            Parameter(
                \.xml, aliases: ["Node"], position: 1, mandatory: true, pipeline: [.byValue, .byPropertyName], sets: ["Xml"],
                help: "Documents or nodes to search; may be piped in."),
            Parameter(
                \.content, mandatory: true, pipeline: .byValue, sets: ["Content"], help: "XML as text; may be piped in."),
            Parameter(
                \.xpath, named: "XPath", position: 0, mandatory: true, help: "The XPath 1.0 expression; names differ by case."),
            Parameter(
                \.namespace,
                help: "A hashtable of the prefixes that the expression uses, with the name spaces they stand for."),
        ],
        outputs: ["Microsoft.PowerShell.Commands.SelectXmlInfo"],
        examples: [
            Example(
                "(Select-Xml -Content '<a><b>x</b></a>' -XPath '//b').Node.InnerText",
                "Reads an element's text.",
                output: "x"),
            Example(
                "[xml]'<a><b n=\"1\"/><b n=\"2\"/></a>' | Select-Xml -XPath '//b[@n > 1]' | ForEach-Object { $_.Node.n }",
                "Reads an attribute of the elements that fit.",
                output: "2"),
            Example(
                "(Select-Xml -Content '<f xmlns=\"urn:x\"><t>News</t></f>' -XPath '//p:t' -Namespace @{ p = 'urn:x' }).Node.InnerText",
                "Finds an element of a name space.",
                output: "News"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        var prefixes: [String: String] = [:]
        for pair in namespace?.table.pairs ?? [] {
            guard !pair.value.isNull, !pair.key.displayText.isEmpty else {
                return try runtime.writeError(
                    ErrorRecord(
                        "The prefix '\(pair.key.displayText)' has no name space: give it the text of one.", id: "PrefixError",
                        category: "InvalidOperation",
                        exception: "System.Management.Automation.PSInvalidOperationException"))
            }
            prefixes[pair.key.displayText] = pair.value.displayText
        }
        let expression = try XPath(xpath, prefixes)
        if runtime.isBound(\Self.content) {
            for text in content { try write(try document(.string(text)), "InputStream", expression, runtime) }
            return
        }
        if runtime.isBound(\Self.xml) {
            for value in xml { try write(try document(value), "InputStream", expression, runtime) }
            return
        }
        let isLiteral = runtime.isBound(\Self.literalPath)
        for path in isLiteral ? literalPath : path {
            do {
                for file in try PathResolver(engine: engine, showsHidden: true).files(path, literal: isLiteral) {
                    try write(
                        try XMLParser.document(TextEncoding.decode(try engine.fileSystem.readBytes(file.path), nil)), file.path,
                        expression, runtime)
                }
            } catch let error as ValueError {
                try runtime.writeError(
                    ErrorRecord(
                        "The file '\(path)' cannot be read: \(error.message)", id: "ProcessingFile", category: "InvalidArgument",
                        exception: "System.ArgumentException", target: .string(path)))
            }
        }
    }

    private func document(_ value: Value) throws -> XMLNode {
        if let node = value.asObject(XMLObject.self)?.node { return node }
        guard let node = try Conversion.convert(value, to: XMLTypes.document).asObject(XMLObject.self)?.node else {
            throw PathResolver.notFound("")
        }
        return node
    }

    private func write(_ node: XMLNode, _ path: String, _ expression: XPath, _ runtime: any CmdletRuntime) throws {
        for found in try expression.nodes(from: node) {
            let info = SelectXmlInfo(node: XMLObject(found), path: path, pattern: xpath)
            if try runtime.write(.object(info)) == .enough { return }
        }
    }
}
