import SourceText
import Values

/// System.Management.Automation.ErrorRecord: one error as `$Error` keeps it and the error view shows it.
public final class ErrorRecord: Object {
    public let exception: ExceptionObject
    /// The id without the command (`PathNotFound`).
    public let errorID: String
    /// The name of the category (`ObjectNotFound`).
    public let category: String
    public let target: Value
    /// What the user should do, shown behind the message where set.
    public var recommendedAction: String?
    /// The command that reported it, as it stands behind the comma of the full id
    /// (`Microsoft.PowerShell.Commands.GetItemCommand`); empty for the language's own errors.
    public var commandType: String = ""
    /// The command's name, which the concise view puts before the message (`Get-Item`).
    public var commandName: String = ""
    /// Where in the source it happened.
    public var position: ErrorPosition?
    /// Lines of `at <function>, <file>: line n`.
    public var stackTrace: String = ""
    /// Ends the whole script unless it is caught: what `throw` and -ErrorAction Stop raise.
    public var endsScript = false
    /// Raised by `throw`.
    public var isThrown = false

    public init(
        _ message: String, id: String, category: String = "NotSpecified",
        exception: String = "System.Management.Automation.RuntimeException", target: Value = .null
    ) {
        self.exception = ExceptionObject(message, typeName: exception)
        errorID = id
        self.category = category
        self.target = target
        super.init()
    }

    public init(exception: ExceptionObject, id: String, category: String = "NotSpecified", target: Value = .null) {
        self.exception = exception
        errorID = id
        self.category = category
        self.target = target
        super.init()
    }

    /// Any Swift error as a record: `ValueError` and `ErrorRecord` keep what they say.
    public static func wrapping(_ error: any Error) -> ErrorRecord {
        switch error {
        case let error as TerminatingError: return error.record
        case let error as ValueError:
            let inner = error.innerExceptionType.map { ExceptionObject(error.message, typeName: $0) }
            let exception = ExceptionObject(error.message, typeName: error.exceptionType, inner: inner)
            return ErrorRecord(exception: exception, id: error.errorID, category: error.category)
        default: return ErrorRecord(String(describing: error), id: "UnhandledException")
        }
    }

    public var message: String { exception.message }
    /// `PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand`.
    public var fullyQualifiedErrorID: String { commandType.isEmpty ? errorID : "\(errorID),\(commandType)" }

    public override var type: ObjectType { Self.objectType }
    public override var stringForm: String? { message }

    static func read(_ value: Value) -> ErrorRecord? { value.asObject(ErrorRecord.self) }

    static let objectType = ObjectType(
        "System.Management.Automation.ErrorRecord", base: .object,
        members: [
            .property("Exception", "System.Exception") { value in read(value).map { .object($0.exception) } ?? .null },
            .property("TargetObject", "System.Object") { read($0)?.target ?? .null },
            .property("CategoryInfo", "System.Management.Automation.ErrorCategoryInfo") { value in
                read(value).map { .object(ErrorCategoryInfo($0)) } ?? .null
            },
            .property("FullyQualifiedErrorId", "string") { .string(read($0)?.fullyQualifiedErrorID ?? "") },
            .property("ErrorDetails", "System.Management.Automation.ErrorDetails") { _ in .null },
            .property("InvocationInfo", "System.Management.Automation.InvocationInfo") { value in
                read(value).map { .object(InvocationInfoObject($0)) } ?? .null
            },
            .property("ScriptStackTrace", "string") { .string(read($0)?.stackTrace ?? "") },
        ])
}

/// An error that ends the statement or the pipeline: what `throw`, -ErrorAction Stop and a cmdlet's own failure raise.
public struct TerminatingError: Error, @unchecked Sendable {
    // Unchecked: Swift asks it of every error. A record stays in the runspace that raised it.
    public let record: ErrorRecord
    public init(_ record: ErrorRecord) { self.record = record }
}

/// System.Exception and the types that derive from it, known by name.
public final class ExceptionObject: Object {
    public let typeName: String
    public var message: String
    public var inner: ExceptionObject?
    /// The record that a script threw along, so that rethrowing keeps it.
    public var record: Value = .null

    public init(_ message: String, typeName: String = "System.Exception", inner: ExceptionObject? = nil) {
        self.message = message
        self.typeName = typeName
        self.inner = inner
        super.init()
    }

    public override var type: ObjectType { ExceptionTypes.find(typeName) }
    public override var stringForm: String? { "\(typeName): \(message)" }
}

/// System.Management.Automation.ErrorCategoryInfo.
final class ErrorCategoryInfo: Object {
    init(_ record: ErrorRecord) {
        super.init()
        attached = AttachedMembers(notes: [
            ("Category", .string(record.category)), ("Activity", .string(record.commandName)),
            ("Reason", .string(record.exception.type.shortName)),
            ("TargetName", .string(record.target.displayText)),
            ("TargetType", .string(record.target.isNull ? "" : record.target.type.shortName)),
        ])
        text =
            "\(record.category): (\(record.target.displayText):\(record.target.isNull ? "" : record.target.type.shortName)) [\(record.commandName)], \(record.exception.type.shortName)"
    }

    private var text = ""
    override var stringForm: String? { text }
    private static let objectType = ObjectType("System.Management.Automation.ErrorCategoryInfo", base: .object)
    override var type: ObjectType { Self.objectType }
}

/// System.Management.Automation.InvocationInfo, of an error.
final class InvocationInfoObject: Object {
    init(_ record: ErrorRecord) {
        super.init()
        let position = record.position
        attached = AttachedMembers(notes: [
            ("ScriptLineNumber", Value.integer(position?.start.line ?? 0)),
            ("OffsetInLine", Value.integer(position?.start.column ?? 0)),
            ("Line", .string(position?.line ?? "")), ("ScriptName", .string(position?.file.path ?? "")),
            ("MyCommand", .string(record.commandName)), ("InvocationName", .string(record.commandName)),
            ("PositionMessage", .string(position?.message ?? "")),
        ])
    }

    private static let objectType = ObjectType("System.Management.Automation.InvocationInfo", base: .object)
    override var type: ObjectType { Self.objectType }
}

/// A span in its file.
public struct ErrorPosition: Sendable {
    public let file: SourceFile
    public let span: SourceSpan

    public init(file: SourceFile, span: SourceSpan) {
        self.file = file
        self.span = span
    }

    public var start: SourcePosition { file.position(of: span.start) }
    /// The text of the line on which it starts.
    public var line: String { file.line(start.line) }
    /// `At line:1 char:5` with the marked excerpt.
    public var message: String {
        let start = start
        let place = file.path.map { "At \($0):\(start.line) char:\(start.column)" } ?? "At line:\(start.line) char:\(start.column)"
        let width = max(1, min(file.text(of: span).prefix { $0 != "\n" }.count, 200))
        return
            "\(place)\n+ \(line)\n+ \(String(repeating: " ", count: max(0, start.column - 1)))\(String(repeating: "~", count: width))"
    }
}
