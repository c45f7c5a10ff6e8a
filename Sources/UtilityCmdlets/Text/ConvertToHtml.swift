import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// ConvertTo-Html: writes objects as an HTML table or list, a line at a time.
struct ConvertToHtml: Cmdlet {
    private var inputObject: Value = .nothing
    private var property: [Value] = []
    private var body: [String] = []
    private var head: [String] = []
    private var title = "HTML TABLE"
    private var shape = "Table"
    private var cssUri: String?
    private var fragment: Switch = false
    private var postContent: [String] = []
    private var preContent: [String] = []
    private var meta: HashtableArgument?
    private var charset: String?
    private var transitional: Switch = false
    private var properties: [PropertyExpression] = []
    private var columns: [PropertyExpression]?

    static let declaration = CmdletDeclaration<Self>(
        "ConvertTo-Html", synopsis: "Writes objects as a page of HTML: as a table or a list.",
        description: """
            The first object's properties, or those of -Property, are the columns of a table with a row for each \
            object; with -As List each property has a row. Texts are escaped. Without -Fragment a whole page is \
            written, from its document type to its end, with a title and what -Head, -Body, -Meta and -CssUri add. The \
            lines are written one by one.
            """, defaultSet: "Page",
        parameters: [
            Parameter(\.inputObject, pipeline: .byValue, help: "The objects to write; usually piped in."),
            Parameter(
                \.property, position: 0,
                help:
                    """
                    The columns: names, wildcards, script blocks, or hashtables with Expression, Label, Width, \
                    Alignment and FormatString.
                    """
            ),
            Parameter(\.body, position: 3, sets: ["Page"], help: "Lines that come right behind the <body> tag."),
            Parameter(\.head, position: 1, sets: ["Page"], help: "Lines of the page's <head>, instead of its title."),
            Parameter(
                \.title, position: 2, sets: ["Page"], validate: [.notNullOrEmpty],
                help: "The page's title; HTML TABLE without it."),
            Parameter(
                \.shape, named: "As", validate: [.set(["Table", "List"], ignoreCase: true)], completer: .values(["Table", "List"]),
                default: "Table",
                help: "Table for a row for each object, List for a row for each property."),
            Parameter(
                \.cssUri, aliases: ["cu", "uri"], sets: ["Page"], validate: [.notNullOrEmpty],
                help: "The address of a style sheet, to which the page links."),
            Parameter(\.fragment, sets: ["Fragment"], help: "Writes the table alone, without a page around it."),
            Parameter(\.postContent, help: "Lines behind the table."),
            Parameter(\.preContent, help: "Lines before the table."),
            Parameter(
                \.meta, sets: ["Page"], help: "A hashtable of names and contents, each of which becomes a <meta> tag."),
            Parameter(
                \.charset, sets: ["Page"], validate: [.notNullOrEmpty],
                help: "The page's character set, for a <meta> tag: UTF-8."),
            Parameter(
                \.transitional, sets: ["Page"],
                help: "Gives the page the document type XHTML 1.0 Transitional instead of Strict."),
        ],
        outputs: ["System.String"],
        examples: [
            Example(
                "[pscustomobject]@{ Name = 'fig & co'; Grams = 50 } | ConvertTo-Html -Fragment",
                "Writes a table alone.",
                output: """
                    <table>
                    <colgroup><col/><col/></colgroup>
                    <tr><th>Name</th><th>Grams</th></tr>
                    <tr><td>fig &amp; co</td><td>50</td></tr>
                    </table>
                    """),
            Example(
                "[pscustomobject]@{ Name = 'fig' } | ConvertTo-Html -Fragment -As List -PreContent '<h1>Fruit</h1>'",
                "Writes a list with text before it.",
                output: """
                    <h1>Fruit</h1>
                    <table>
                    <tr><td>Name:</td><td>fig</td></tr>
                    </table>
                    """),
        ])

    private var isList: Bool { shape.equalsIgnoringCase("List") }

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        properties = try property.propertyExpressions([.name, .label, .width, .alignment, .formatString])
        func write(_ text: String) throws { try runtime.write(.string(text)) }
        if !fragment.isOn {
            try write(
                transitional.isOn
                    ? "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\"  \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">"
                    : "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\"  \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\">"
            )
            try write("<html xmlns=\"http://www.w3.org/1999/xhtml\">")
            try write("<head>")
            if let charset { try write("<meta charset=\"\(charset)\">") }
            for pair in meta?.table.pairs ?? [] {
                let name = pair.key.displayText
                let isEquivalent = ["content-type", "default-style", "x-ua-compatible", "refresh", "content-security-policy"]
                    .contains(name.lowercased())
                try write("<meta \(isEquivalent ? "http-equiv" : "name")=\"\(name)\" content=\"\(pair.value.displayText)\">")
            }
            for line in head.isEmpty ? ["<title>\(title)</title>"] : head { try write(line) }
            if !head.isEmpty, runtime.isBound(\Self.title) { try write("<title>\(title)</title>") }
            if let cssUri { try write("<link rel=\"stylesheet\" type=\"text/css\" href=\"\(cssUri)\" />") }
            try write("</head><body>")
            for line in body { try write(line) }
        }
        for line in preContent { try write(line) }
        try write("<table>")
    }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        guard runtime.isBound(\Self.inputObject), !inputObject.isNull else { return }
        let frame = try runtime.frame
        let isFirst = columns == nil
        let shown = try columns ?? expanded(inputObject, try runtime.service(Engine.self))
        columns = shown
        let cells = try shown.map { column -> String in
            let value = try column.value(of: inputObject, frame)
            let text =
                column.format.flatMap { try? CompositeFormat.format($0.contains("{") ? $0 : "{0:\($0)}", [value]) }
                ?? value.displayText
            return Self.escaped(text)
        }
        let labels = shown.map { Self.escaped($0.displayName(for: inputObject)) }
        if isList {
            if !isFirst { try runtime.write(.string("<tr><td><hr></td></tr>")) }
            for (label, cell) in zip(labels, cells) { try runtime.write(.string("<tr><td>\(label):</td><td>\(cell)</td></tr>")) }
            return
        }
        if isFirst {
            let sizes = shown.map { column in
                "<col" + (column.width.map { " width=\"\($0)\"" } ?? "") + (column.alignment.map { " align=\"\($0)\"" } ?? "")
                    + "/>"
            }
            try runtime.write(.string("<colgroup>\(sizes.joined())</colgroup>"))
            try runtime.write(.string("<tr>" + labels.map { "<th>\($0)</th>" }.joined() + "</tr>"))
        }
        try runtime.write(.string("<tr>" + cells.map { "<td>\($0)</td>" }.joined() + "</tr>"))
    }

    private func expanded(_ object: Value, _ engine: Engine) throws -> [PropertyExpression] {
        if !properties.isEmpty { return properties.flatMap { $0.expanded(for: object, engine) } }
        let names = engine.propertyNames(of: object)
        if object.text != nil || names.isEmpty { return [] }
        return try names.map { try PropertyExpression(.string($0), keys: []) }
    }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        try runtime.write(.string("</table>"))
        for line in postContent { try runtime.write(.string(line)) }
        if !fragment.isOn { try runtime.write(.string("</body></html>")) }
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
            .replacing("'", with: "&#39;")
    }
}
