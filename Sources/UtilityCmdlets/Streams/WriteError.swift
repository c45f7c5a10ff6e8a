import CmdletKit
import Interpreter
import Values

/// Write-Error: writes a non-terminating error.
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
        "Write-Error", synopsis: "Writes an error to the error stream, and goes on.",
        description: """
            Makes an error record of a message, an exception or another record and writes it: it is shown, and kept in \
            $Error and -ErrorVariable. The script goes on, unless -ErrorAction or $ErrorActionPreference says Stop; \
            throw ends it in any case.
            """, defaultSet: "NoException",
        parameters: [
            Parameter(
                \.exception, position: 0, mandatory: true, sets: ["WithException"],
                help: "The exception that the record is about."),
            Parameter(
                \.message, aliases: ["Msg"],
                memberships: [
                    .init(set: "NoException", position: 0, isMandatory: true, pipeline: .byValue), .init(set: "WithException"),
                ], validate: [.allowEmptyString, .allowNull], help: "What went wrong, for the user; may be piped in."),
            Parameter(
                \.errorRecord, position: 0, mandatory: true, sets: ["ErrorRecord"],
                help: "A whole record to write again."),
            Parameter(
                \.category, sets: ["NoException", "WithException"], validate: [.set(categories, ignoreCase: true)],
                completer: .values(categories),
                help: "The kind of error, such as ObjectNotFound, InvalidArgument or PermissionDenied; NotSpecified without it."),
            Parameter(
                \.errorID, named: "ErrorId", sets: ["NoException", "WithException"],
                help: "A text by which scripts tell the error from others, kept in FullyQualifiedErrorId."),
            Parameter(
                \.target, named: "TargetObject", sets: ["NoException", "WithException"],
                help: "The object that was worked on when the error came up."),
            Parameter(\.recommendedAction, help: "What the user should do; shown below the message."),
            Parameter(
                \.activity, named: "CategoryActivity", aliases: ["Activity"],
                help: "What was being done, for the record's CategoryInfo; Write-Error without it."),
            Parameter(
                \.reason, named: "CategoryReason", aliases: ["Reason"],
                help: "Why it failed, for CategoryInfo; the exception's type without it."),
            Parameter(
                \.targetName, named: "CategoryTargetName", aliases: ["TargetName"],
                help: "The name of what was worked on, for CategoryInfo; the text of -TargetObject without it."),
            Parameter(
                \.targetType, named: "CategoryTargetType", aliases: ["TargetType"],
                help: "The type of what was worked on, for CategoryInfo; the type of -TargetObject without it."),
        ],
        examples: [
            Example(
                "Write-Error 'no such fruit' -ErrorId NoFruit -ErrorAction SilentlyContinue; $Error[0].FullyQualifiedErrorId",
                "Records an error without showing it.",
                output: "NoFruit"),
            Example(
                "try { Write-Error 'no such fruit' -ErrorAction Stop } catch { \"caught: $_\" }",
                "Ends what is being done, and tells the caller why.",
                output: "caught: no such fruit"),
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
