import SourceText
import Values

/// System.Management.Automation.ErrorRecord: one error as `$Error` keeps it and the error view shows it.
public final class ErrorRecord: Object {
    public let exception: ExceptionObject
    /// The id without the command (`PathNotFound`).
    public let errorID: String
    /// The name of the category (`ObjectNotFound`).
    public var category: String
    public let target: Value
    /// A message that is shown instead of the exception's (ErrorDetails), and what goes with it.
    public var details: Value = .null
    /// Texts that take the place of the computed ones of CategoryInfo.
    public var categoryActivity: String?
    public var categoryReason: String?
    public var categoryTargetName: String?
    public var categoryTargetType: String?
    /// What the user should do, shown behind the message where set.
    public var recommendedAction: String?
    /// The command that reported it, as it stands behind the comma of the full id
    /// (`Microsoft.PowerShell.Commands.GetItemCommand`); empty for the language's own errors.
    public var commandType: String = ""
    /// The command's name, which the concise view puts before the message (`Get-Item`).
    public var commandName: String = ""
    /// The command as an object, where it is a script's function.
    public var command: Value = .null
    /// Where in the source it happened.
    public var position: ErrorPosition?
    /// Lines of `at <function>, <file>: line n`.
    public var stackTrace: String = ""
    /// Ends the whole script unless it is caught: what `throw` and -ErrorAction Stop raise.
    public var endsScript = false
    /// Whom the id names in the command's place: Write-Error speaks for the function that calls it. Empty for nobody.
    public var origin: String?
    /// It came from another runspace: whoever hands it on is neither its command nor its place.
    public var isForeign = false
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
            if let inner, let id = error.innerErrorID { inner.record = .object(ErrorRecord(exception: inner, id: id)) }
            let exception = ExceptionObject(error.message, typeName: error.exceptionType, inner: inner)
            return ErrorRecord(exception: exception, id: error.errorID, category: error.category)
        default: return ErrorRecord(String(describing: error), id: "UnhandledException")
        }
    }

    /// What is shown: the details' message where there is one.
    public var message: String {
        if let text = details.property("Message")?.text, !text.isEmpty { return text }
        return exception.message
    }
    /// `PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand`.
    public var fullyQualifiedErrorID: String { [errorID, origin ?? commandType].filter { !$0.isEmpty }.joined(separator: ",") }

    public override var type: ObjectType { Self.objectType }
    public override var stringForm: String? { message }

    static func read(_ value: Value) -> ErrorRecord? { value.asObject(ErrorRecord.self) }

    public static let objectType = ObjectType(
        "System.Management.Automation.ErrorRecord", base: .object,
        members: [
            .property("Exception", "System.Exception") { value in read(value).map { .object($0.exception) } ?? .null },
            .property("TargetObject", "System.Object") { read($0)?.target ?? .null },
            .property("CategoryInfo", "System.Management.Automation.ErrorCategoryInfo") { value in
                read(value).map { .object(ErrorCategoryInfo($0)) } ?? .null
            },
            .property("FullyQualifiedErrorId", "string") { .string(read($0)?.fullyQualifiedErrorID ?? "") },
            .property(
                "ErrorDetails", "System.Management.Automation.ErrorDetails", set: { read($0)?.details = ErrorDetails.from($1) }
            ) { read($0)?.details ?? .null },
            .property("InvocationInfo", "System.Management.Automation.InvocationInfo") { value in
                read(value).map { .object(InvocationInfo($0)) } ?? .null
            },
            .property("ScriptStackTrace", "string") { .string(read($0)?.stackTrace ?? "") },
            .property("PipelineIterationInfo", "System.Collections.ObjectModel.ReadOnlyCollection[int]") { _ in .array([]) },
        ],
        construct: { arguments in
            guard arguments.count == 4 else {
                throw ValueError(
                    "ErrorRecord takes an exception, an error id, a category and a target object.",
                    id: "MethodCountCouldNotFindBest",
                    exception: "System.Management.Automation.MethodException", category: "NotSpecified")
            }
            let exception =
                arguments[0].asObject(ExceptionObject.self) ?? ExceptionObject(arguments.string(0), typeName: "System.Exception")
            let category = try Conversion.convert(arguments[2], to: ErrorCategory.type)
            return .object(
                ErrorRecord(exception: exception, id: arguments.string(1), category: category.displayText, target: arguments[3]))
        })
}

/// An error that ends the statement or the pipeline: what `throw`, -ErrorAction Stop and a cmdlet's own failure raise.
public struct TerminatingError: Error, @unchecked Sendable {
    // Unchecked: Swift asks it of every error. A record stays in the runspace that raised it.
    public let record: ErrorRecord
    public init(_ record: ErrorRecord) { self.record = record }
}
