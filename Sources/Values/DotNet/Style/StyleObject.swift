/// `$PSStyle`: how the session renders text (System.Management.Automation.PSStyle, about_ANSI_Terminals).
public final class StyleObject: Object {
    /// What happens to escape sequences in output.
    public enum Rendering: Int64, Sendable {
        /// Kept on a terminal, left out elsewhere.
        case host = 0
        case plainText
        case ansi
    }

    public var rendering = Rendering.host
    // Made when they are asked for: their types cost the shell's start a twentieth.
    public private(set) lazy var formatting = StyleSection(StyleLayouts.formatting, StyleTypes.formatting)
    private(set) lazy var foreground = StyleSection(StyleLayouts.foreground, StyleTypes.foreground)
    private(set) lazy var background = StyleSection(StyleLayouts.background, StyleTypes.background)
    public private(set) lazy var fileInfo = FileInfoStyles(StyleLayouts.fileInfo, StyleTypes.fileInfo)
    public private(set) lazy var progress = ProgressStyle()

    public override init() { super.init() }
    public override var type: ObjectType { StyleTypes.style }

    /// Whether output keeps escape sequences.
    /// - Parameter isTerminal: whether it goes to a terminal.
    public func keepsEscapes(isTerminal: Bool) -> Bool {
        switch rendering {
        case .host: isTerminal
        case .plainText: false
        case .ansi: true
        }
    }

    public static let reset = StyleSection.escape("0")

    /// A text in a style, as it stands between the sequence and Reset.
    public func wrap(_ text: String, in sequence: String) -> String { sequence.isEmpty ? text : sequence + text + Self.reset }
}

/// `$PSStyle.FileInfo`: how names of files and folders are coloured.
public final class FileInfoStyles: StyleSection {
    /// By a file name's extension, with its dot.
    public private(set) lazy var extensions = FileExtensionStyles()
}

/// `$PSStyle.Progress`.
public final class ProgressStyle: Object {
    public internal(set) var style = StyleSection.escape("33;1")
    public internal(set) var maximumWidth = 120
    var isClassic = false
    var usesOSCIndicator = false

    public override var type: ObjectType { StyleTypes.progress }
}

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

    public subscript(name: String) -> String? { codes[name.lowercased()] }

    func set(_ name: String, _ code: String) {
        if codes.updateValue(code, forKey: name.lowercased()) == nil { names.append(name) }
    }

    public func element(_ index: Value) -> Value? { self[index.displayText].map { .string($0) } }

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

    /// - Throws: for a name without its dot.
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
