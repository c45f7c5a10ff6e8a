import CmdletKit
import SourceText
import Syntax
import Values

extension ScriptBlock {
    private static func block(_ value: Value) throws -> ScriptBlock {
        guard let block = value.asObject(ScriptBlock.self) else {
            throw ValueError("This is no script block.", id: "InvalidOperation")
        }
        return block
    }

    /// The type; its `internals` are the members that scripts reach by reflection (Pester does).
    package static let objectType = ObjectType(
        "System.Management.Automation.ScriptBlock", base: .object,
        members: [
            .property("File", "string") { try block($0).syntax.file.path.map { .string($0) } ?? .null },
            .property("Ast", "System.Management.Automation.Language.Ast") { .object(try block($0).tree) },
            .property("Module", "psmoduleinfo") { try block($0).session?.module.map { .object($0) } ?? .null },
            .property("StartPosition", "System.Management.Automation.PSToken") { value in
                let block = try block(value)
                return PSTokens.value(block.syntax.file, "Position", block.syntax.span, block.stringForm ?? "")
            },
            .property("Attributes", "System.Collections.Generic.List[System.Attribute]") { value in
                .object(ListObject(try block(value).syntax.attributes.map { .string($0.name.name) }))
            },
            .property("IsFilter", "bool") { .bool(try block($0).blockCode.definition?.isFilter ?? false) },
            .property("IsConfiguration", "bool") { _ in .bool(false) },
        ],
        internals: [
            .property(
                "SessionStateInternal", "System.Management.Automation.SessionStateInternal",
                set: { value, state in
                    let internals = state.asObject(SessionStateInternal.self)
                    try block(value).rebind(to: internals?.state, closure: internals?.closure)
                }
            ) { value in
                let block = try block(value)
                return block.session.map { .object(SessionStateInternal($0, closure: block.closure)) } ?? .null
            },
            .method(".ctor", "object ast", "bool isFilter", returns: "scriptblock") { _, arguments in
                guard let syntax = arguments[0].asObject(AstObject.self)?.scriptBlock else {
                    throw ValueError(
                        "A script block is made of a ScriptBlockAst or a FunctionDefinitionAst.", id: "ArgumentException")
                }
                return .object(ScriptBlock(BlockCode(syntax), session: nil))
            },
        ],
        convert: { value in
            if let block = value.asObject(ScriptBlock.self) { return .object(block) }
            return nil
        })
}

/// System.Management.Automation.SessionStateInternal: a session state as scripts reach it by reflection, to rebind script blocks to
/// it.
final class SessionStateInternal: Object, EquatableObject {
    let state: SessionState
    /// The scope of a closure; PowerShell gives a closure a session state of its own (a dynamic module).
    let closure: Scope?

    init(_ state: SessionState, closure: Scope? = nil) {
        self.state = state
        self.closure = closure
        super.init()
    }

    override var type: ObjectType { Self.objectType }

    func equals(_ other: Value) -> Bool? {
        guard let other = other.asObject(SessionStateInternal.self) else { return false }
        return state === other.state && closure === other.closure
    }

    static let objectType = ObjectType(
        "System.Management.Automation.SessionStateInternal", base: .object,
        internals: [
            .property("Module", "psmoduleinfo") { value in
                guard let internals = value.asObject(SessionStateInternal.self) else { return .null }
                if internals.closure != nil {
                    return .object(ModuleInfo(name: "__DynamicModule_" + ModuleInfo.noGuid, session: nil))
                }
                return internals.state.module.map { .object($0) } ?? .null
            }
        ])
}
