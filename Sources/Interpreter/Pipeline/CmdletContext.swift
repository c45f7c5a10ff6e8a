import CmdletKit
import Values

/// `$PSCmdlet` of an advanced function (about_Functions_CmdletBindingAttribute): the streams and invocation of its running call.
final class CmdletContext: Object {
    let frame: Frame
    let streams: CommandStreams
    let invocation: InvocationInfo
    let parameterSetName: String
    let confirmImpact: String
    /// The session state that the function was called from.
    let caller: SessionState

    init(
        _ frame: Frame, _ streams: CommandStreams, _ invocation: InvocationInfo, caller: SessionState, parameterSetName: String,
        confirmImpact: String = "Medium"
    ) {
        self.frame = frame
        self.streams = streams
        self.invocation = invocation
        self.parameterSetName = parameterSetName
        self.confirmImpact = confirmImpact
        self.caller = caller
        super.init()
    }

    override var type: ObjectType { Self.objectType }

    /// An error under the function's name, at the position of its call.
    func located(_ value: Value) -> ErrorRecord {
        let record = value.asObject(ErrorRecord.self) ?? ErrorRecord(value.displayText, id: value.displayText)
        // The name in the definition, whatever alias or path the call used.
        let name = invocation.command.asObject(CommandObject.self)?.leafName ?? invocation.invocationName
        record.commandName = name
        record.commandType = name
        record.position = invocation.position ?? record.position
        record.command = invocation.command
        return record
    }

    private static func context(_ value: Value) throws -> CmdletContext {
        guard let context = value.asObject(CmdletContext.self) else {
            throw ValueError("This is no running advanced function.", id: "InvalidOperation")
        }
        return context
    }

    private static func writer(
        _ name: String, _ parameter: String, _ write: @escaping @Sendable (CmdletContext, Arguments) throws -> Void
    ) -> Member {
        .method(name, parameter, returns: "void") { value, arguments in
            try write(try context(value), arguments)
            return .nothing
        }
    }

    static let objectType = ObjectType(
        "System.Management.Automation.PSScriptCmdlet", base: .object,
        members: [
            .property("ParameterSetName", "string") { .string(try context($0).parameterSetName) },
            .property("MyInvocation", "System.Management.Automation.InvocationInfo") { .object(try context($0).invocation) },
            .property("SessionState", "System.Management.Automation.SessionState") {
                .object(SessionStateObject(try context($0).caller, engine: try context($0).frame.engine))
            },
            .property("CommandRuntime", "System.Management.Automation.ICommandRuntime") { $0 },
            .property("Host", "System.Management.Automation.Host.PSHost") {
                try context($0).frame.engine.global.own("Host") ?? .null
            },
            .property("InvokeCommand", "System.Management.Automation.CommandInvocationIntrinsics") {
                .object(CommandInvocationObject(try context($0).frame.engine))
            },
            .property("Stopping", "bool") { .bool(try context($0).frame.engine.interrupt.isRequested) },
            writer("WriteError", "System.Management.Automation.ErrorRecord errorRecord") {
                try $0.streams.error($0.located($1[0]))
            },
            writer("WriteWarning", "string text") { try $0.streams.warning($1.string(0)) },
            writer("WriteVerbose", "string text") { try $0.streams.verbose($1.string(0)) },
            writer("WriteDebug", "string text") { try $0.streams.debug($1.string(0)) },
            writer("WriteProgress", "object progressRecord") { _, _ in },
            .method(
                "WriteObject",
                overloads: [
                    Overload("object sendToPipeline", returns: "void") { value, arguments in
                        _ = try context(value).frame.output.write(arguments[0])
                        return .nothing
                    },
                    Overload("object sendToPipeline", "bool enumerateCollection", returns: "void") { value, arguments in
                        let frame = try context(value).frame
                        if arguments.bool(1) { _ = try frame.emit(arguments[0]) } else { _ = try frame.output.write(arguments[0]) }
                        return .nothing
                    },
                ]),
            .method("WriteInformation", "object messageData", "string[] tags", returns: "void") { value, arguments in
                let context = try context(value)
                try context.streams.information(
                    arguments[0], tags: arguments.list(1).map(\.displayText), source: context.invocation.invocationName)
                return .nothing
            },
            .method("ThrowTerminatingError", "System.Management.Automation.ErrorRecord errorRecord", returns: "void") {
                value, arguments in
                let record = try context(value).located(arguments[0])
                throw TerminatingError(record)
            },
            .method(
                "ShouldProcess",
                overloads: [
                    Overload("string target", returns: "bool") { value, arguments in
                        let context = try context(value)
                        return .bool(
                            try context.streams.shouldProcess(
                                target: arguments.string(0), action: context.invocation.invocationName,
                                impact: context.confirmImpact))
                    },
                    Overload("string target", "string action", returns: "bool") { value, arguments in
                        let context = try context(value)
                        return .bool(
                            try context.streams.shouldProcess(
                                target: arguments.string(0), action: arguments.string(1), impact: context.confirmImpact))
                    },
                    Overload(
                        "string verboseDescription", "string verboseWarning", "string caption", "object reason?", returns: "bool"
                    ) { value, arguments in
                        let context = try context(value)
                        return .bool(
                            try context.streams.shouldProcess(
                                description: arguments.string(0), query: arguments.string(1), caption: arguments.string(2),
                                impact: context.confirmImpact))
                    },
                ]),
            .method("ShouldContinue", "string query", "string caption", "object yesToAll?", "object noToAll?", returns: "bool") {
                value, arguments in
                .bool(try context(value).streams.shouldContinue(query: arguments.string(0), caption: arguments.string(1)))
            },
            .method("GetVariableValue", "string name", "object defaultValue?", returns: "object") { value, arguments in
                try context(value).caller.current.value(arguments.string(0)) ?? arguments[1]
            },
            .method("GetUnresolvedProviderPathFromPSPath", "string path", returns: "string") { value, arguments in
                let view = try context(value).frame.engine.fileSystem
                return .string(view.display(view.hostPath(arguments.string(0))))
            },
            .method("GetResolvedProviderPathFromPSPath", "string path", "object provider", returns: "string[]") {
                value, arguments in
                let view = try context(value).frame.engine.fileSystem
                return .array([.string(view.display(view.hostPath(arguments.string(0))))])
            },
            .method("CurrentProviderLocation", "string providerId", returns: "object") { value, _ in
                .string(try context(value).frame.engine.fileSystem.location)
            },
        ])
}
