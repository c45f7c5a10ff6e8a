import CmdletKit
import Interpreter
import Values

extension CompletionObjects {
    /// System.Management.Automation.CompletionResult: one completion.
    static let resultType = ObjectType(
        "System.Management.Automation.CompletionResult", base: .object,
        members: [
            .property("CompletionText", "string") { .string(candidate($0)?.text ?? "") },
            .property("ListItemText", "string") { .string(candidate($0)?.label ?? "") },
            .property("ResultType", "System.Management.Automation.CompletionResultType") { kind(candidate($0)?.kind ?? .text) },
            .property("ToolTip", "string") { value in
                let found = candidate(value)
                return .string(found.map { $0.detail.isEmpty ? $0.label : $0.detail } ?? "")
            },
        ],
        construct: { arguments in
            let text = arguments.string(0)
            guard arguments.count == 1 || arguments.count == 4, !text.isEmpty else {
                throw ValueError(
                    "CompletionResult takes a text, or a text, its entry in a list, a CompletionResultType and a tool tip.",
                    id: "MethodCountCouldNotFindBest", exception: "System.Management.Automation.MethodException",
                    category: "NotSpecified")
            }
            guard arguments.count == 4 else { return object(CompletionResult.Candidate(text)) }
            let name = try Conversion.convert(arguments[2], to: kindType).displayText
            return object(
                CompletionResult.Candidate(
                    text, label: arguments.string(1), detail: arguments.string(3),
                    kind: CompletionResult.Kind(rawValue: name) ?? .text))
        })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.CompletionResult") { CompletionObjects.resultType }
}
