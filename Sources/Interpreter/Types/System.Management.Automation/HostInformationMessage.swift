import Glibc
import LinuxSystem
import Values

/// System.Management.Automation.HostInformationMessage: a message of Write-Host with its colours.
public final class HostMessage: Object {
    /// The text to show.
    public let text: String
    /// Whether a line break follows the text (without -NoNewline).
    public let newline: Bool
    /// The name of the foreground's System.ConsoleColor; nil: the terminal's own.
    public let foreground: String?
    /// The name of the background's System.ConsoleColor; nil: the terminal's own.
    public let background: String?

    /// Makes a message; colours are names of System.ConsoleColor.
    public init(_ text: String, newline: Bool, foreground: String?, background: String?) {
        self.text = text
        self.newline = newline
        self.foreground = foreground
        self.background = background
        super.init()
    }

    public override var type: ObjectType { Self.objectType }
    public override var stringForm: String? { text }

    private static func own(_ value: Value) -> HostMessage? { value.asObject(HostMessage.self) }

    static let objectType = ObjectType(
        "System.Management.Automation.HostInformationMessage", base: .object,
        members: [
            .property("Message", "string") { .string(own($0)?.text ?? "") },
            .property("NoNewLine", "bool") { .bool(!(own($0)?.newline ?? true)) },
            .property("ForegroundColor", "System.ConsoleColor") { own($0)?.foreground.map { .string($0) } ?? .null },
            .property("BackgroundColor", "System.ConsoleColor") { own($0)?.background.map { .string($0) } ?? .null },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.HostInformationMessage") { HostMessage.objectType }
}
