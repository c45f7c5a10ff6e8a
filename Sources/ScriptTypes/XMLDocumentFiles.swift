import Glibc
import Interpreter
import Values

/// Reads and writes the files of `Load` and `Save` of System.Xml.XmlDocument, resolving paths by the session's drives.
final class XMLDocumentFiles: DocumentFiles {
    package func invoke(_ receiver: Value, _ name: String, _ arguments: [Value], _ frame: Frame) throws -> Value? {
        guard arguments.count == 1, case .object(let object) = receiver, let document = object as? XMLObject,
            document.node.kind == .document
        else { return nil }
        let files = FileType(paths: MachinePaths(frame.engine.fileSystem))
        switch name.lowercased() {
        case "save": try save(document.node, to: arguments[0], files)
        case "load":
            let text =
                try arguments[0].text.map { try frame.engine.fileSystem.readText(files.paths.full($0)) }
                ?? read(arguments[0], frame)
            _ = try MethodInvoker.invoke(receiver, "LoadXml", [.string(text)], frame)
        default: return nil
        }
        return .nothing
    }

    private func read(_ source: Value, _ frame: Frame) throws -> String {
        if source.asObject(TextReaderObject.self) != nil {
            return try MethodInvoker.invoke(source, "ReadToEnd", [], frame).displayText
        }
        guard let stream = source.asObject(StreamObject.self) else { throw unusable(source) }
        return TextEncoding.decode(try stream.readToEnd(), nil)
    }

    private func save(_ node: XMLNode, to target: Value, _ files: FileType) throws {
        let text = XMLWriter.text(node, indent: 2)
        if let writer = target.asObject(TextWriterObject.self) { return try writer.write(text) }
        if let stream = target.asObject(StreamObject.self) { return try stream.write(Array(text.utf8)) }
        guard let path = target.text ?? target.property("FullName")?.text else { throw unusable(target) }
        let stream = try files.open(path, O_WRONLY | O_CREAT | O_TRUNC)
        defer { stream.close() }
        try stream.write(Array(text.utf8))
    }

    private func unusable(_ value: Value) -> ValueError {
        ValueError(
            "A path, a stream, or a reader or writer of text is needed; this is a \(value.typeName).", id: "ArgumentException",
            exception: "System.ArgumentException", category: "NotSpecified")
    }
}

extension Engine {
    /// Lets documents be loaded from files and saved to them (`[xml]::Load`, `.Save`).
    public func provideDocumentFiles() { provide(XMLDocumentFiles(), as: (any DocumentFiles).self) }
}
