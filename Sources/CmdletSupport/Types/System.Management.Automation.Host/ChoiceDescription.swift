import Interpreter
import Values

/// System.Management.Automation.Host.ChoiceDescription: an answer to choose, its key behind an ampersand.
final class ChoiceDescription: Object {
    let label: String
    var help: String

    init(_ label: String, help: String = "") {
        self.label = label
        self.help = help
        super.init()
    }

    override var type: ObjectType { Self.objectType }

    /// The label without its ampersand.
    var name: String { label.replacing("&", with: "", maxReplacements: 1) }

    /// The letter behind the ampersand; empty where there is none.
    var key: String {
        guard let mark = label.firstIndex(of: "&") else { return "" }
        return label[label.index(after: mark)...].prefix(1).uppercased()
    }

    static let objectType = ObjectType(
        "System.Management.Automation.Host.ChoiceDescription", base: .object,
        members: [
            .property("Label", "string") { .string($0.asObject(ChoiceDescription.self)?.label ?? "") },
            .property("HelpMessage", "string", set: { $0.asObject(ChoiceDescription.self)?.help = $1.displayText }) {
                .string($0.asObject(ChoiceDescription.self)?.help ?? "")
            },
        ],
        construct: { .object(ChoiceDescription($0.string(0), help: $0.count > 1 ? $0.string(1) : "")) },
        convert: { value in value.text.map { .object(ChoiceDescription($0)) } })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Host.ChoiceDescription") { ChoiceDescription.objectType }
}
