import SourceText
import Syntax
import Values

extension PSTokens {
    /// System.Management.Automation.PSTokenType: the kinds of tokens.
    static let kinds = ObjectType.enumeration(
        "System.Management.Automation.PSTokenType",
        Enumeration([
            "Unknown", "Command", "CommandParameter", "CommandArgument", "Number", "String", "Variable", "Member", "LoopLabel",
            "Attribute", "Type", "Operator", "GroupStart", "GroupEnd", "Keyword", "Comment", "StatementSeparator", "NewLine",
            "LineContinuation", "Position",
        ]))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSTokenType") { PSTokens.kinds }
}
