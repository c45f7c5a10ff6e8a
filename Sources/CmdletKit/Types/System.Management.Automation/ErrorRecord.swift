import SourceText
import Values

/// System.Management.Automation.ErrorRecord: one error, as `$Error` keeps it and the error view shows it.
public final class ErrorRecord: Object {
    /// The exception (`$_.Exception`).
    public let exception: ExceptionObject
    /// The first part of FullyQualifiedErrorId, without the command (`PathNotFound`).
    public let errorID: String
    /// The name of a value of `ErrorCategory` (`ObjectNotFound`).
    public var category: String
    /// The object that was being worked on (TargetObject).
    public let target: Value
    /// An `ErrorDetails` object whose message is shown in place of the exception's; null if there is none.
    public var details: Value = .null
    /// CategoryInfo.Activity if a script set it; otherwise the command's name is used.
    public var categoryActivity: String?
    /// CategoryInfo.Reason if a script set it; otherwise the short name of the exception's type is used.
    public var categoryReason: String?
    /// CategoryInfo.TargetName if a script set it; otherwise the target's text is used.
    public var categoryTargetName: String?
    /// CategoryInfo.TargetType if a script set it; otherwise the short name of the target's type is used.
    public var categoryTargetType: String?
    /// Advice that is shown behind the message (ErrorDetails.RecommendedAction).
    public var recommendedAction: String?
    /// The .NET class of the command that reported the error, the second part of FullyQualifiedErrorId
    /// (`Microsoft.PowerShell.Commands.GetItemCommand`); empty for errors of the language.
    public var commandType: String = ""
    /// The name of the command that reported the error (`Get-Item`), which the concise view puts before the message.
    public var commandName: String = ""
    /// The command as a FunctionInfo, if a script's function reported the error; otherwise null.
    public var command: Value = .null
    /// The place in the source; nil until the engine has located the error.
    public var position: ErrorPosition?
    /// ScriptStackTrace: lines of `at <function>, <file>: line n`, innermost first.
    public var stackTrace: String = ""
    /// Whether the error ends the whole script unless it is caught. `throw` and -ErrorAction Stop set it; other terminating errors
    /// end only their statement.
    public var endsScript = false
    /// The name that takes the command's place in FullyQualifiedErrorId: Write-Error reports for the function that calls it. nil to
    /// use `commandType`, an empty text to name no command.
    public var origin: String?
    /// Whether the error comes from another runspace or process. A command that passes it on must not put its own name and place on
    /// it.
    public var isForeign = false
    /// Whether `throw` raised the error.
    public var isThrown = false

    /// Makes a record together with its exception.
    /// - Parameters:
    ///   - message: the exception's message.
    ///   - id: the error id without the command (`PathNotFound`).
    ///   - category: the name of a value of `ErrorCategory`.
    ///   - exception: the full name of the exception's type.
    ///   - target: the object that was being worked on.
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

    /// Makes a record of an exception that exists.
    /// - Parameters:
    ///   - id: the error id without the command (`PathNotFound`).
    ///   - category: the name of a value of `ErrorCategory`.
    ///   - target: the object that was being worked on.
    public init(exception: ExceptionObject, id: String, category: String = "NotSpecified", target: Value = .null) {
        self.exception = exception
        errorID = id
        self.category = category
        self.target = target
        super.init()
    }

    /// The record of any Swift error. A `TerminatingError` gives its own record, a `ValueError` its id, category and exception
    /// type; anything else gets the id `UnhandledException`.
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

    /// The message to show: that of the details if there is one, otherwise the exception's.
    public var message: String {
        if let text = details.property("Message")?.text, !text.isEmpty { return text }
        return exception.message
    }
    /// The id and the command, as `-ErrorId` filters and `$Error[0].FullyQualifiedErrorId` give it:
    /// `PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand`.
    public var fullyQualifiedErrorID: String { [errorID, origin ?? commandType].filter { !$0.isEmpty }.joined(separator: ",") }

    public override var type: ObjectType { Self.objectType }
    public override var stringForm: String? { message }

    static func read(_ value: Value) -> ErrorRecord? { value.asObject(ErrorRecord.self) }

    /// The object type, with its members and the constructor `[ErrorRecord]::new(exception, id, category, target)`.
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

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.ErrorRecord") { ErrorRecord.objectType }
}
