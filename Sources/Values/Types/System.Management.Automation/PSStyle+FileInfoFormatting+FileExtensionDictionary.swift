/// `$PSStyle.FileInfo.Extension`: texts are its keys, whatever their case.
public final class FileExtensionStyles: Object, IndexAssignableObject {
    private var codes: [String: String] = [:]
    private(set) var names: [String] = []

    package override init() {
        super.init()
        for name in ["zip", "tgz", "gz", "tar", "nupkg", "cab", "7z"] { set("." + name, StyleSection.escape("31;1")) }
        for name in ["ps1", "psd1", "psm1", "ps1xml"] { set("." + name, StyleSection.escape("33;1")) }
    }

    public override var type: ObjectType { StyleTypes.extensions }

    /// The sequence of an extension with its dot, in any case; nil where it has none.
    public subscript(name: String) -> String? { codes[name.lowercased()] }

    func set(_ name: String, _ code: String) {
        if codes.updateValue(code, forKey: name.lowercased()) == nil { names.append(name) }
    }

    /// The escape sequence that colours files of an extension (`.ps1`); nil where the extension has none.
    public func element(_ index: Value) -> Value? { self[index.displayText].map { .string($0) } }

    /// Sets the escape sequence that colours files of an extension.
    /// - Throws: `ValueError` if the extension does not begin with a period, or the value holds anything besides escape sequences.
    public func setElement(_ index: Value, to value: Value) throws {
        set(try Self.key(index), try StyleSection.sequences(value))
    }

    func remove(_ name: String) {
        codes[name.lowercased()] = nil
        names.removeAll { $0.equalsIgnoringCase(name) }
    }

    func removeAll() {
        codes = [:]
        names = []
    }

    /// An index as the name of an extension.
    /// - Throws: `ValueError` ArgumentException if the name does not begin with a period.
    static func key(_ value: Value) throws -> String {
        let name = value.displayText
        guard name.hasPrefix(".") else {
            throw ValueError(
                "When adding or removing extensions, the extension must start with a period: '\(name)'.", id: "ArgumentException",
                exception: "System.ArgumentException", category: "InvalidArgument")
        }
        return name
    }
}

extension StyleTypes {
    private static func extensions(_ value: Value) -> FileExtensionStyles? { value.asObject(FileExtensionStyles.self) }

    static let extensions = ObjectType(
        "System.Management.Automation.PSStyle+FileInfoFormatting+FileExtensionDictionary", base: .object,
        members: [
            .property("Keys", "System.Collections.Generic.IEnumerable[string]") { value in
                .array((extensions(value)?.names ?? []).map { .string($0) })
            },
            .method("Add", "string extension", "string decoration", returns: "void") { value, arguments in
                extensions(value)?.set(try FileExtensionStyles.key(arguments[0]), try StyleSection.sequences(arguments[1]))
                return .nothing
            },
            .method("Remove", "string extension", returns: "void") { value, arguments in
                extensions(value)?.remove(try FileExtensionStyles.key(arguments[0]))
                return .nothing
            },
            .method("Clear", returns: "void") { value, _ in
                extensions(value)?.removeAll()
                return .nothing
            },
            .method("ContainsKey", "string extension", returns: "bool") { value, arguments in
                .bool(extensions(value)?[arguments.string(0)] != nil)
            },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSStyle+FileInfoFormatting+FileExtensionDictionary") { StyleTypes.extensions }
}
