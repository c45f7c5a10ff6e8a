import SourceText
import Syntax
import Values

/// The classes of System.Management.Automation.Language that the syntax tree consists of.
enum AstTypes {
    private static let namespace = "System.Management.Automation.Language."

    private static func node(_ value: Value) throws -> AstObject {
        guard let node = value.asObject(AstObject.self) else {
            throw ValueError("This is no node of a tree.", id: "InvalidOperation")
        }
        return node
    }

    /// Each class with its base class and its properties other than Extent and Parent.
    private static let classes: [(name: String, base: String, properties: [String])] = [
        ("ScriptBlockAst", "Ast", ["ParamBlock", "BeginBlock", "ProcessBlock", "EndBlock", "DynamicParamBlock", "CleanBlock"]),
        ("ParamBlockAst", "Ast", ["Attributes", "Parameters"]),
        ("NamedBlockAst", "Ast", ["Unnamed", "BlockKind", "Statements", "Traps"]),
        ("ParameterAst", "Ast", ["Attributes", "Name", "DefaultValue", "StaticType"]),
        ("StatementBlockAst", "Ast", ["Statements", "Traps"]), ("CatchClauseAst", "Ast", ["CatchTypes", "IsCatchAll", "Body"]),
        ("NamedAttributeArgumentAst", "Ast", ["ArgumentName", "Argument", "ExpressionOmitted"]),
        ("AttributeBaseAst", "Ast", ["TypeName"]),
        ("AttributeAst", "AttributeBaseAst", ["PositionalArguments", "NamedArguments"]),
        ("TypeConstraintAst", "AttributeBaseAst", []),
        ("MemberAst", "Ast", ["Name"]),
        ("PropertyMemberAst", "MemberAst", ["Attributes", "PropertyType", "InitialValue", "IsStatic", "IsHidden", "IsPublic"]),
        (
            "FunctionMemberAst", "MemberAst",
            ["Attributes", "ReturnType", "Parameters", "Body", "IsStatic", "IsHidden", "IsPublic", "IsConstructor"]
        ),
        ("StatementAst", "Ast", []), ("PipelineBaseAst", "StatementAst", []), ("ChainableAst", "PipelineBaseAst", []),
        ("PipelineAst", "ChainableAst", ["PipelineElements", "Background"]),
        ("PipelineChainAst", "ChainableAst", ["LhsPipelineChain", "RhsPipeline", "Operator", "Background"]),
        ("AssignmentStatementAst", "PipelineBaseAst", ["Left", "Operator", "Right"]),
        ("IfStatementAst", "StatementAst", ["Clauses", "ElseClause"]),
        ("LabeledStatementAst", "StatementAst", ["Label", "Condition"]),
        ("LoopStatementAst", "LabeledStatementAst", ["Body"]), ("WhileStatementAst", "LoopStatementAst", []),
        ("DoWhileStatementAst", "LoopStatementAst", []), ("DoUntilStatementAst", "LoopStatementAst", []),
        ("ForStatementAst", "LoopStatementAst", ["Initializer", "Iterator"]),
        ("ForEachStatementAst", "LoopStatementAst", ["Variable"]),
        ("SwitchStatementAst", "LabeledStatementAst", ["Clauses", "Default"]), ("BreakStatementAst", "StatementAst", ["Label"]),
        ("ContinueStatementAst", "StatementAst", ["Label"]), ("ReturnStatementAst", "StatementAst", ["Pipeline"]),
        ("ExitStatementAst", "StatementAst", ["Pipeline"]), ("ThrowStatementAst", "StatementAst", ["Pipeline", "IsRethrow"]),
        ("TryStatementAst", "StatementAst", ["Body", "CatchClauses", "Finally"]),
        ("TrapStatementAst", "StatementAst", ["TrapType", "Body"]),
        ("FunctionDefinitionAst", "StatementAst", ["Name", "IsFilter", "IsWorkflow", "Parameters", "Body"]),
        (
            "TypeDefinitionAst", "StatementAst", ["Name", "Attributes", "BaseTypes", "Members", "IsClass", "IsEnum", "IsInterface"]
        ),
        ("DataStatementAst", "StatementAst", ["Variable", "CommandsAllowed", "Body"]), ("ErrorStatementAst", "PipelineBaseAst", []),
        ("DynamicKeywordStatementAst", "StatementAst", ["CommandElements"]), ("CommandBaseAst", "StatementAst", ["Redirections"]),
        ("CommandAst", "CommandBaseAst", ["CommandElements", "InvocationOperator", "DefiningKeyword"]),
        ("CommandExpressionAst", "CommandBaseAst", ["Expression"]), ("RedirectionAst", "Ast", ["FromStream"]),
        ("FileRedirectionAst", "RedirectionAst", ["Location", "Append"]), ("MergingRedirectionAst", "RedirectionAst", ["ToStream"]),
        ("CommandElementAst", "Ast", []), ("CommandParameterAst", "CommandElementAst", ["ParameterName", "Argument"]),
        ("ExpressionAst", "CommandElementAst", ["StaticType"]), ("ConstantExpressionAst", "ExpressionAst", ["Value"]),
        ("StringConstantExpressionAst", "ConstantExpressionAst", ["StringConstantType"]),
        ("ExpandableStringExpressionAst", "ExpressionAst", ["Value", "StringConstantType", "NestedExpressions"]),
        ("VariableExpressionAst", "ExpressionAst", ["VariablePath", "Splatted"]),
        ("TypeExpressionAst", "ExpressionAst", ["TypeName"]),
        ("AttributedExpressionAst", "ExpressionAst", ["Attribute", "Child"]),
        ("ConvertExpressionAst", "AttributedExpressionAst", ["Type"]),
        ("UnaryExpressionAst", "ExpressionAst", ["TokenKind", "Child"]),
        ("BinaryExpressionAst", "ExpressionAst", ["Left", "Operator", "Right"]),
        ("TernaryExpressionAst", "ExpressionAst", ["Condition", "IfTrue", "IfFalse"]),
        ("ArrayLiteralAst", "ExpressionAst", ["Elements"]), ("ArrayExpressionAst", "ExpressionAst", ["SubExpression"]),
        ("SubExpressionAst", "ExpressionAst", ["SubExpression"]), ("ParenExpressionAst", "ExpressionAst", ["Pipeline"]),
        ("HashtableAst", "ExpressionAst", ["KeyValuePairs"]), ("ScriptBlockExpressionAst", "ExpressionAst", ["ScriptBlock"]),
        ("MemberExpressionAst", "ExpressionAst", ["Expression", "Member", "Static", "NullConditional"]),
        ("InvokeMemberExpressionAst", "MemberExpressionAst", ["Arguments"]),
        ("IndexExpressionAst", "ExpressionAst", ["Target", "Index", "NullConditional"]),
        ("ErrorExpressionAst", "ExpressionAst", []),
    ]

    private static let base = ObjectType(
        namespace + "Ast", base: .object,
        members: [
            .property("Extent", namespace + "IScriptExtent") { value in
                let node = try node(value)
                return ScriptExtent.value(node.file, node.node.span)
            },
            .property("Parent", namespace + "Ast") { try node($0).parent.map { .object($0) } ?? .null },
            .method("ToString", returns: "string") { value, _ in .string(value.displayText) },
            .method("Copy", returns: namespace + "Ast") { value, _ in
                let node = try node(value)
                return .object(AstObject(node.node, in: node.file, below: nil))
            },
        ])

    /// Methods of the classes.
    private static let further: [String: [Member]] = [
        "ScriptBlockAst": [
            .method("GetScriptBlock", returns: "scriptblock") { value, _ in
                guard let syntax = try node(value).scriptBlock else { return .null }
                return .object(ScriptBlock(BlockCode(syntax), session: nil))
            }
        ],
        "CommandAst": [
            .method("GetCommandName", returns: "string") { value, _ in
                guard case .element(.command(let command)) = try node(value).node, case .string(let name) = command.name else {
                    return .null
                }
                return .string(name.value)
            }
        ],
    ]

    /// The classes by their names without the namespace.
    static let all: [String: ObjectType] = {
        var made = ["Ast": base]
        for (name, parent, properties) in classes {
            made[name] = ObjectType(
                namespace + name, base: made[parent] ?? base,
                members: properties.map { property in
                    .property(property, "object") { value in try node(value).field(property) }
                } + (further[name] ?? []))
        }
        return made
    }()

    static func type(_ name: String) -> ObjectType { all[name] ?? base }

    static let collection =
        TypeTable.builtin.generic("System.Collections.ObjectModel.ReadOnlyCollection", [base]) ?? ObjectType.list
    static let pair = ObjectType("System.Tuple`2", base: .object)
    static let typeName = ObjectType(
        namespace + "TypeName", base: .object,
        members: [
            .method("GetReflectionType", returns: "type") { value, _ in
                TypeTable.builtin.find(value.property("FullName")?.displayText ?? "").map { .object(TypeObject($0)) } ?? .null
            },
            .method("ToString", returns: "string") { value, _ in value.property("FullName") ?? .null },
        ])
    static let variablePath = ObjectType(
        "System.Management.Automation.VariablePath", base: .object,
        members: [.method("ToString", returns: "string") { value, _ in value.property("UserPath") ?? .null }])
}
