import Interpreter
import Values

extension TypeList {
    /// The types of completion.
    public static let completion = TypeList {
        [
            (CompletionObjects.resultType, ["completionresult"]), (CompletionObjects.kindType, ["completionresulttype"]),
        ]
    } ofSession: { _, link in
        CompletionObjects.types(of: link)
    }
}
