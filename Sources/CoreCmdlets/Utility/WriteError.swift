import CmdletKit
import Engine
import Values

/// Write-Error: an error that ends nothing.
struct WriteError: Cmdlet {
    var message = ""
    var exception: ExceptionArgument?
    var errorRecord: ErrorRecord?
    var errorID = ""
    var category = ""
    var target: Value = .null
    var recommendedAction = ""
    var activity = ""
    var reason = ""
    var targetName: String?
    var targetType: String?

    private static let categories = [
        "NotSpecified", "OpenError", "CloseError", "DeviceError", "DeadlockDetected", "InvalidArgument", "InvalidData",
        "InvalidOperation", "InvalidResult", "InvalidType", "MetadataError", "NotImplemented", "NotInstalled", "ObjectNotFound",
        "OperationStopped", "OperationTimeout", "SyntaxError", "ParserError", "PermissionDenied", "ResourceBusy", "ResourceExists",
        "ResourceUnavailable", "ReadError", "WriteError", "FromStdErr", "SecurityError", "ProtocolError", "ConnectionError",
        "AuthenticationError", "LimitsExceeded", "QuotaExceeded", "NotEnabled",
    ]

    static let declaration = CmdletDeclaration<WriteError>(
        "Write-Error", synopsis: "Writes an object to the error stream.",
        description: "The error ends nothing, unless -ErrorAction or $ErrorActionPreference says Stop.", defaultSet: "NoException",
        parameters: [
            Parameter(
                "Exception", \.exception, position: 0, mandatory: true, sets: ["WithException"], help: "The exception behind it."),
            Parameter(
                "Message", \.message, aliases: ["Msg"],
                memberships: [
                    .init(set: "NoException", position: 0, isMandatory: true, pipeline: .byValue), .init(set: "WithException"),
                ], validate: [.allowEmptyString, .allowNull], help: "What went wrong."),
            Parameter(
                "ErrorRecord", \.errorRecord, position: 0, mandatory: true, sets: ["ErrorRecord"],
                help: "A whole record to write again."),
            Parameter(
                "Category", \.category, sets: ["NoException", "WithException"], validate: [.set(categories, ignoreCase: true)],
                completer: .values(categories), help: "The kind of error."),
            Parameter("ErrorId", \.errorID, sets: ["NoException", "WithException"], help: "An id by which it is known."),
            Parameter("TargetObject", \.target, sets: ["NoException", "WithException"], help: "What was being worked on."),
            Parameter("RecommendedAction", \.recommendedAction, help: "What the user should do."),
            Parameter("CategoryActivity", \.activity, aliases: ["Activity"], help: "What was being done."),
            Parameter("CategoryReason", \.reason, aliases: ["Reason"], help: "Why it happened."),
            Parameter("CategoryTargetName", \.targetName, aliases: ["TargetName"], help: "The name of what was being worked on."),
            Parameter("CategoryTargetType", \.targetType, aliases: ["TargetType"], help: "Its type."),
        ],
        examples: [
            Example(
                "Write-Error 'no such thing' -ErrorAction SilentlyContinue; $Error[0].Exception.Message", "Records an error.",
                output: "no such thing")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if let record = errorRecord {
            describe(record)
            if !recommendedAction.isEmpty { record.recommendedAction = recommendedAction }
            return try runtime.writeError(record)
        }
        let record: ErrorRecord
        let kind = Self.categories.first { $0.equalsIgnoringCase(category) } ?? "NotSpecified"
        if let thrown = exception?.exception {
            record = ErrorRecord(
                exception: message.isEmpty ? thrown : ExceptionObject(message, typeName: thrown.typeName, inner: thrown),
                id: errorID.isEmpty ? thrown.typeName : errorID, category: kind, target: target)
        } else {
            let type = "Microsoft.PowerShell.Commands.WriteErrorException"
            record = ErrorRecord(message, id: errorID.isEmpty ? type : errorID, category: kind, exception: type, target: target)
        }
        if !recommendedAction.isEmpty { record.recommendedAction = recommendedAction }
        describe(record)
        record.origin = try runtime.service(Engine.self).callStackEntries(at: nil).first?.command ?? ""
        try runtime.writeError(record)
    }

    private func describe(_ record: ErrorRecord) {
        if !activity.isEmpty { record.categoryActivity = activity }
        if !reason.isEmpty { record.categoryReason = reason }
        if let targetName { record.categoryTargetName = targetName }
        if let targetType { record.categoryTargetType = targetType }
    }
}
