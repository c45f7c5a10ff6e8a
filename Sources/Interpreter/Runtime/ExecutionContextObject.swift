import CmdletKit
import SourceText
import Syntax
import Values

/// `$ExecutionContext` (System.Management.Automation.EngineIntrinsics).
final class ExecutionContextObject: EngineObject {
    override var type: ObjectType { Self.objectType }

    static let objectType = ObjectType(
        "System.Management.Automation.EngineIntrinsics", base: .object,
        members: [
            .property("Host", "System.Management.Automation.Internal.Host.InternalHost") {
                try engine($0).global.own("Host") ?? .null
            },
            .property("InvokeCommand", "System.Management.Automation.CommandInvocationIntrinsics") {
                .object(CommandInvocationObject(try engine($0)))
            },
            .property("InvokeProvider", "System.Management.Automation.ProviderIntrinsics") {
                .object(ProviderIntrinsics(try engine($0)))
            },
            .property("SessionState", "System.Management.Automation.SessionState") {
                let engine = try engine($0)
                return .object(SessionStateObject(engine.current.session, engine: engine))
            },
        ])
}

/// `$ExecutionContext.InvokeCommand`.
final class CommandInvocationObject: EngineObject {
    override var type: ObjectType { Self.objectType }

    private static func command(_ engine: Engine, _ name: String, _ types: String) -> Value {
        let wanted = types.lowercased()
        if let alias = engine.findAlias(name), wanted.contains("all") || wanted.contains("alias") {
            return .object(CommandObject(alias: alias, engine: engine))
        }
        guard let found = engine.findCommand(name) else { return .null }
        let object = CommandObject(found, engine: engine)
        return wanted.contains("all") || wanted.contains(object.kind.lowercased()) ? .object(object) : .null
    }

    private static let objectType = ObjectType(
        "System.Management.Automation.CommandInvocationIntrinsics", base: .object,
        members: [
            .method("ExpandString", "string source", returns: "string") { value, arguments in
                .string(try engine(value).expand(arguments.string(0)))
            },
            .method("NewScriptBlock", "string scriptText", returns: "scriptblock") { value, arguments in
                .object(try ScriptBlock.parse(arguments.string(0), session: try engine(value).current.session))
            },
            .method("InvokeScript", "object script", "params object[] args", returns: "object") { value, arguments in
                let engine = try engine(value)
                let block =
                    try arguments[0].asObject(ScriptBlock.self)
                    ?? ScriptBlock.parse(arguments.string(0), session: engine.current.session)
                let frame = Frame(
                    engine: engine, scope: engine.current, file: block.syntax.file, output: NullSink(), streams: Streams())
                return .array(try engine.invoke(block, arguments: arguments.list(1), in: frame))
            },
            .method("GetCommand", "string commandName", "object type", "object arguments?", returns: "object") { value, arguments in
                command(try engine(value), arguments.string(0), arguments.string(1))
            },
            .method("GetCmdlet", "string commandName", returns: "object") { value, arguments in
                command(try engine(value), arguments.string(0), "Cmdlet")
            },
            .method("GetCommandName", "string name", "bool nameIsPattern", "bool returnFullName", returns: "object") {
                value, arguments in
                let engine = try engine(value)
                let pattern = Wildcard(arguments.string(0))
                let names = engine.commands.allCmdlets.map(\.name) + engine.visibleFunctions.map(\.name)
                return .array(names.filter { pattern.matches($0) }.map { .string($0) })
            },
        ])
}

extension Engine {
    /// Expands variables and subexpressions of a text as a double-quoted string does.
    func expand(_ text: String) throws -> String {
        // A here-string, because quotes inside it stand for themselves.
        let file = SourceFile(text: "@\"\n" + text + "\n\"@")
        let block = ScriptBlock(try ParsedScript.parse(file), session: current.session)
        let frame = Frame(engine: self, scope: current, file: file, output: NullSink(), streams: Streams())
        return Value.collapsing(try invokeInline(block, current: current.value("_") ?? .null, in: frame)).displayText
    }
}
