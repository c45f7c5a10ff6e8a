import CmdletKit
import Interpreter
import SourceText
import Values

/// The records that a job's process sends, as CLIXML and back. Errors and records of the other streams are rebuilt as such; objects
/// are read as by Import-Clixml.
package enum JobClixml {
    /// The default depth of PowerShell's remoting serializer.
    private static let depth = 2

    /// A record of a stream as CLIXML. Warning, verbose and debug records are sent as their text, error and information records as
    /// a table.
    /// - Throws: what reading the objects' properties throws.
    package static func text(_ kind: StreamKind, _ value: Value, _ engine: Engine) throws -> String {
        let sent: Value
        switch kind {
        case .output: sent = value.asObject(ErrorRecord.self).map { .object(ErrorParts.table($0)) } ?? value
        case .error: sent = value.asObject(ErrorRecord.self).map { .object(ErrorParts.table($0)) } ?? value
        case .information: sent = value.asObject(InformationRecord.self).map { .object(informationTable($0)) } ?? value
        case .warning, .verbose, .debug: sent = .string(value.displayText)
        case .progress: sent = value
        }
        return try text(sent, depth: kind == .error ? depth + 1 : depth, engine)
    }

    /// A single object as CLIXML; script properties and type data are written as well.
    /// - Parameter depth: the levels of nested objects to write.
    /// - Throws: what reading the object's properties throws.
    package static func text(_ value: Value, depth: Int, _ engine: Engine) throws -> String {
        var writer = ClixmlWriter { value in
            value.propertyNames.map { PropertyValue(name: $0, value: engine.property($0, of: value) ?? .null) }
        }
        return try writer.document([value], depth: depth)
    }

    /// The first object of a CLIXML document; $null if it holds none.
    /// - Throws: what `ClixmlReader.objects(of:)` throws.
    package static func value(_ text: String) throws -> Value {
        var reader = ClixmlReader()
        return try reader.objects(of: text).first ?? .null
    }

    /// A record of a stream from its CLIXML.
    /// - Throws: what `ClixmlReader.objects(of:)` throws.
    package static func value(_ kind: StreamKind, _ text: String) throws -> Value {
        let value = try value(text)
        switch kind {
        case .output, .error: return ErrorParts.record(value).map { .object($0) } ?? value
        case .information: return information(value) ?? value
        case .warning, .verbose, .debug: return StreamRecord.make(kind, value.displayText)
        case .progress: return progress(value)
        }
    }

    private static func progress(_ value: Value) -> Value {
        func text(_ name: String) -> String { value.property(name)?.displayText ?? "" }
        func number(_ name: String) -> Int { value.property(name).flatMap { try? Conversion.integer($0) }.map { Int($0) } ?? -1 }
        let record = ProgressRecord(id: number("ActivityId"), activity: text("Activity"), status: text("StatusDescription"))
        record.operation = text("CurrentOperation")
        record.percent = number("PercentComplete")
        record.seconds = number("SecondsRemaining")
        record.parentID = number("ParentActivityId")
        record.isCompleted = text("RecordType") == "Completed"
        return .object(record)
    }

    private static func informationTable(_ record: InformationRecord) -> HashtableObject {
        let table = HashtableObject(ordered: true)
        table["Tags"] = .array(record.tags.map { .string($0) })
        table["Source"] = .string(record.source)
        if let message = record.hostMessage {
            table["Text"] = .string(message.text)
            table["Newline"] = .bool(message.newline)
            table["Foreground"] = message.foreground.map { .string($0) } ?? .null
            table["Background"] = message.background.map { .string($0) } ?? .null
        } else {
            table["Data"] = record.messageData
        }
        return table
    }

    private static func information(_ value: Value) -> Value? {
        guard let table = value.asObject(HashtableObject.self) else { return nil }
        let data: Value
        if let text = table["Text"] {
            data = .object(
                HostMessage(
                    text.displayText, newline: Conversion.bool(table["Newline"] ?? .null), foreground: table["Foreground"]?.text,
                    background: table["Background"]?.text))
        } else {
            data = table["Data"] ?? .null
        }
        return .object(
            InformationRecord(
                data, tags: (table["Tags"] ?? .null).enumeratedOrSelf.map(\.displayText),
                source: table["Source"]?.displayText ?? ""))
    }
}

/// Error records as tables of their parts, for CLIXML, and back.
package enum ErrorParts {
    /// The key that marks a table as an error record's.
    private static let mark = "bulkhead.ErrorRecord"

    /// The parts of an error record. Its position is not among them.
    package static func table(_ record: ErrorRecord) -> HashtableObject {
        let table = HashtableObject(ordered: true)
        table[mark] = .bool(true)
        table["Message"] = .string(record.exception.message)
        table["Exception"] = .string(record.exception.typeName)
        table["Id"] = .string(record.errorID)
        table["CommandType"] = .string(record.origin ?? record.commandType)
        table["CommandName"] = .string(record.commandName)
        table["Category"] = .string(record.category)
        table["Target"] = record.target
        table["StackTrace"] = .string(record.stackTrace)
        table["IsThrown"] = .bool(record.isThrown)
        table["Details"] = record.details.property("Message")?.text.map { .string($0) } ?? .null
        for (name, text) in [
            ("Activity", record.categoryActivity), ("Reason", record.categoryReason), ("TargetName", record.categoryTargetName),
            ("TargetType", record.categoryTargetType), ("Advice", record.recommendedAction),
        ] { table[name] = text.map { .string($0) } ?? .null }
        return table
    }

    /// The error record of a table, its exception wrapped in a RemoteException as PowerShell's jobs do; nil if the value is no such
    /// table.
    package static func record(_ value: Value) -> ErrorRecord? {
        guard let table = value.asObject(HashtableObject.self), table[mark] != nil else { return nil }
        func text(_ name: String) -> String { table[name]?.text ?? "" }
        let original = ExceptionObject(text("Message"), typeName: text("Exception"))
        let exception = ExceptionObject(
            text("Message"), typeName: "System.Management.Automation.RemoteException", inner: original)
        let record = ErrorRecord(exception: exception, id: text("Id"), category: text("Category"), target: table["Target"] ?? .null)
        record.commandType = text("CommandType")
        record.commandName = text("CommandName")
        record.stackTrace = text("StackTrace")
        record.isThrown = Conversion.bool(table["IsThrown"] ?? .null)
        record.categoryActivity = table["Activity"]?.text
        record.categoryReason = table["Reason"]?.text ?? original.type.shortName
        record.categoryTargetName = table["TargetName"]?.text
        record.categoryTargetType = table["TargetType"]?.text
        record.recommendedAction = table["Advice"]?.text
        if let details = table["Details"]?.text { record.details = ErrorDetails.from(.string(details)) }
        // The position is one in the job's script and would mislead in the session that receives the error.
        record.position = ErrorPosition(file: SourceFile(text: ""), span: SourceSpan(start: 0, end: 0))
        return record
    }
}
