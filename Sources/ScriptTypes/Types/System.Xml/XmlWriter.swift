import Glibc
import Interpreter
import Values

/// System.Xml.XmlWriter: writes elements, attributes and texts one after the other.
final class XMLWriterObject: Object {
    /// The destination of the text.
    enum Target {
        case stream(StreamObject)
        case writer(TextWriterObject)
        case builder(StringBuilderObject)
    }

    struct Settings {
        var indents = false
        var indentation = "  "
        var omitsDeclaration = false
    }

    let target: Target
    let settings: Settings
    let closesTarget: Bool
    /// The open elements. White space must not be added to an element that holds text.
    var open: [(name: String, hasText: Bool, hasChildren: Bool)] = []
    /// Whether the last element's start tag still takes attributes.
    var isInTag = false
    var attribute: (name: String, value: String)?
    var isEmpty = true

    init(_ target: Target, _ settings: Settings, closesTarget: Bool) {
        self.target = target
        self.settings = settings
        self.closesTarget = closesTarget
        super.init()
    }

    override var type: ObjectType { Self.objectType }

    func put(_ text: String) throws {
        isEmpty = false
        switch target {
        case .stream(let stream): try stream.write(Array(text.utf8))
        case .writer(let writer): try writer.write(text)
        case .builder(let builder): builder.append(text)
        }
    }

    /// Writes the XML declaration. As in .NET, a string is declared as UTF-16 and a stream as UTF-8.
    func declare(standalone: String) throws {
        guard !settings.omitsDeclaration else { return }
        let encoding = if case .stream = target { "utf-8" } else { "utf-16" }
        try put("<?xml version=\"1.0\" encoding=\"\(encoding)\"\(standalone)?>")
    }

    func closeTag() throws {
        if isInTag { try put(">") }
        isInTag = false
    }

    /// Begins an indented line, where the settings indent and no open element holds text.
    /// - Parameter depth: the number of open elements around the new line.
    func breakLine(_ depth: Int) throws {
        guard settings.indents, !isEmpty, !open.contains(where: \.hasText) else { return }
        try put("\n" + String(repeating: settings.indentation, count: depth))
    }

    func startElement(_ name: String) throws {
        if isEmpty { try declare(standalone: "") }
        try closeTag()
        try breakLine(open.count)
        if !open.isEmpty { open[open.count - 1].hasChildren = true }
        try put("<" + name)
        open.append((name, false, false))
        isInTag = true
    }

    func endElement() throws {
        guard let element = open.popLast() else { throw Self.misplaced("There was no XML start tag open.") }
        if isInTag {
            isInTag = false
            return try put(" />")
        }
        if element.hasChildren, !element.hasText { try breakLine(open.count) }
        try put("</\(element.name)>")
    }

    func text(_ text: String) throws {
        if attribute != nil {
            attribute?.value += text
            return
        }
        guard !open.isEmpty else { throw Self.misplaced("Text stands inside of elements only.") }
        try closeTag()
        open[open.count - 1].hasText = true
        try put(text)
    }

    func writeAttribute(_ name: String, _ value: String) throws {
        guard isInTag else { throw Self.misplaced("An attribute stands right behind its element's start.") }
        try put(" \(name)=\"\(XMLWriter.escaped(value, quotes: true))\"")
    }

    static func misplaced(_ reason: String) -> ValueError {
        ValueError(
            reason, id: "InvalidOperationException", exception: "System.InvalidOperationException", category: "InvalidOperation")
    }

    func close() throws {
        while !open.isEmpty { try endElement() }
        guard closesTarget, case .stream(let stream) = target else { return }
        stream.close()
    }

    // MARK: Members

    static func writer(_ value: Value) throws -> XMLWriterObject {
        guard let writer = value.asObject(XMLWriterObject.self) else {
            throw ValueError("This is no XML writer.", id: "InvalidOperation")
        }
        return writer
    }

    static func action(
        _ name: String, _ parameters: String..., act: @escaping @Sendable (XMLWriterObject, Arguments) throws -> Void
    ) -> Member {
        Member(
            name,
            .method([
                Overload(parameters, returns: "void") { value, arguments in
                    try act(try writer(value), arguments)
                    return .nothing
                }
            ]))
    }

    /// The name and value of an attribute by the number of arguments: `(localName)`, `(localName, value)`, `(localName, namespace, value)`, `(prefix, localName, namespace, value)`.
    static func attribute(_ arguments: Arguments) -> (name: String, value: String) {
        let prefix = arguments.count > 3 && !arguments.string(0).isEmpty ? arguments.string(0) + ":" : ""
        return (prefix + arguments.string(arguments.count > 3 ? 1 : 0), arguments.string(arguments.count - 1))
    }

    static let abstract = ObjectType("System.Xml.XmlWriter", base: .object, interfaces: ["System.IDisposable"])

    /// XmlWriter with Create, over the paths of a session.
    static func type(_ files: FileType) -> ObjectType {
        ObjectType(
            abstract.name, base: .object, interfaces: abstract.interfaces,
            statics: [
                .function("Create", "object output", "object settings?", returns: abstract.name) { arguments in
                    var settings = Settings()
                    let flag = { (name: String) in arguments[1].property(name).map { Conversion.bool($0) } ?? false }
                    settings.indents = flag("Indent")
                    settings.omitsDeclaration = flag("OmitXmlDeclaration")
                    if let blanks = arguments[1].property("IndentChars") { settings.indentation = blanks.displayText }
                    if let stream = arguments[0].asObject(StreamObject.self) {
                        return .object(XMLWriterObject(.stream(stream), settings, closesTarget: flag("CloseOutput")))
                    }
                    if let writer = arguments[0].asObject(TextWriterObject.self) {
                        return .object(XMLWriterObject(.writer(writer), settings, closesTarget: false))
                    }
                    if let builder = arguments[0].asObject(StringBuilderObject.self) {
                        return .object(XMLWriterObject(.builder(builder), settings, closesTarget: false))
                    }
                    let stream = try files.open(arguments.string(0), O_WRONLY | O_CREAT | O_TRUNC)
                    return .object(XMLWriterObject(.stream(stream), settings, closesTarget: true))
                }
            ])
    }
}

@section("bulkhead_session_types") @used private let registration: SessionTypeRegistrar = {
    $0.addOfSession("System.Xml.XmlWriter") { session in XMLWriterObject.type(FileType(paths: session.paths)) }
}
