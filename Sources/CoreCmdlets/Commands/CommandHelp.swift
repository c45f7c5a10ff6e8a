import CmdletKit
import Interpreter
import Syntax
import Values

/// The help of a command as an object (MamlCommandHelpInfo), so that scripts can read its parts.
struct CommandHelp {
    private let command: CommandObject
    private let signature: CommandSignature
    /// The comment-based help of a function or script (about_Comment_Based_Help).
    private let comments: CommentHelp?

    init(_ command: CommandObject, _ signature: CommandSignature) {
        self.command = command
        self.signature = signature
        comments = command.comments
    }

    private static let name = "MamlCommandHelpInfo"

    private static func part(_ kind: String, _ notes: [(String, Value)]) -> Value {
        .object(
            CustomObject(notes, typeNames: ["\(name)#\(kind)", "System.Management.Automation.PSCustomObject", "System.Object"]))
    }

    private static func paragraph(_ text: String) -> Value {
        .object(CustomObject([("Text", .string(text))], typeNames: ["MamlParaTextItem", "MamlTextItem"]))
    }

    private static func text(_ text: String) -> Value { .array(text.isEmpty ? [] : [paragraph(text)]) }

    /// An example of comment-based help: in its first line the text up to a `>` is the prompt and the rest the code; the other
    /// lines are the remarks.
    private static func divided(_ example: String) -> (prompt: String, code: String, rest: String) {
        let end = example.unicodeScalars.firstIndex(of: "\n") ?? example.unicodeScalars.endIndex
        var line = example[..<end]
        var prompt = "PS >"
        if let sign = line.firstIndex(of: ">") {
            prompt = String(line[...sign]).trimmingSpaces()
            line = line[line.index(after: sign)...]
        }
        return (prompt, String(line).trimmingSpaces(), String(example[end...]).trimmingSpaces())
    }

    /// The help object of the whole command.
    /// - Parameters:
    ///   - view: the view that the object's type name selects, such as `FullView`; empty for the default one.
    ///   - lines: the text that is shown.
    func object(view: String, lines: [String]) -> Value {
        let syntax = CommandSyntaxText.text(signature)
        let parameters = signature.parameters.filter { !$0.isHidden }.map { parameter($0, lines: []) }
        let examples = signature.examples.enumerated().map { place, example in
            let shown = comments == nil ? ("PS >", example.code, example.explanation) : Self.divided(example.code)
            return Self.part(
                "example",
                [
                    ("title", .string("-------------------------- EXAMPLE \(place + 1) --------------------------")),
                    ("introduction", Self.text(shown.0)), ("code", .string(shown.1)),
                    // As in PowerShell's help files, four empty paragraphs follow the remarks.
                    ("remarks", .array(([shown.2] + Array(repeating: "", count: 4)).map(Self.paragraph))),
                ])
        }
        let synopsis = signature.synopsis.isEmpty ? "\n\(syntax)\n" : signature.synopsis
        let object = HelpObject(lines)
        object.attached = AttachedMembers(notes: [
            ("Name", .string(command.name)), ("Category", .string(command.kind)), ("Synopsis", .string(synopsis)),
            ("ModuleName", command.alias == nil ? .string(command.moduleName) : .null),
            ("Component", Self.orNull(comments?.component)), ("Role", Self.orNull(comments?.role)),
            ("Functionality", Self.orNull(comments?.functionality)),
            ("description", Self.text(signature.description)),
            ("details", Self.part("details", [("name", .string(command.name)), ("description", Self.text(synopsis))])),
            ("Syntax", Self.part("syntax", [("syntaxItem", .array(CommandSyntaxText.lines(signature).map { .string($0) }))])),
            ("parameters", Self.part("parameters", [("parameter", parameters.count == 1 ? parameters[0] : .array(parameters))])),
            ("examples", examples.isEmpty ? .null : Self.part("examples", [("example", .array(examples))])),
            ("alertSet", signature.notes.isEmpty ? .null : Self.part("alertSet", [("alert", Self.text(signature.notes))])),
            (
                "relatedLinks",
                .array(
                    (comments?.links ?? []).map { Self.part("navigationLink", [("linkText", .string($0)), ("uri", .string($0))]) })
            ),
        ])
        object.attached?.typeNames = (view.isEmpty ? [] : ["\(Self.name)#\(view)"]) + [Self.name, "HelpInfo"]
        return .object(object)
    }

    private static func orNull(_ text: String?) -> Value { text.flatMap { $0.isEmpty ? nil : .string($0) } ?? .null }

    /// The help object of one parameter.
    /// - Parameter lines: the text that is shown.
    func parameter(_ parameter: ParameterInfo, lines: [String]) -> Value {
        let part = parameter.memberships.first ?? ParameterInfo.Membership()
        let comment =
            comments?.parameters.first { $0.name.equalsIgnoringCase(parameter.name) }?.text
            ?? command.comment(before: parameter.name)
        let object = HelpObject(lines)
        object.attached = AttachedMembers(notes: [
            ("name", .string(parameter.name)), ("description", Self.text(comment ?? parameter.help)),
            ("type", Self.part("type", [("name", .string(parameter.typeName))])),
            ("parameterValue", parameter.isSwitch ? .null : .string(parameter.typeName)),
            ("required", .string(part.isMandatory ? "true" : "false")),
            ("position", .string(part.position.map { String($0 + 1) } ?? "named")),
            ("pipelineInput", .string(Self.pipeline(part).lowercased())), ("globbing", .string("false")),
            ("aliases", .string(parameter.aliases.isEmpty ? "none" : parameter.aliases.joined(separator: ", "))),
            ("defaultValue", .string(parameter.defaultText)),
        ])
        object.attached?.typeNames = ["\(Self.name)#parameter", "HelpInfo"]
        return .object(object)
    }

    /// Whether a parameter takes pipeline input, as help shows it: `True (ByValue, ByPropertyName)` or `False`.
    static func pipeline(_ part: ParameterInfo.Membership) -> String {
        let ways = [
            part.pipeline.contains(.byValue) ? "ByValue" : nil, part.pipeline.contains(.byPropertyName) ? "ByPropertyName" : nil,
        ].compactMap { $0 }
        return ways.isEmpty ? "False" : "True (\(ways.joined(separator: ", ")))"
    }
}

/// A help object that knows the text by which it is shown.
final class HelpObject: Object {
    let lines: [String]

    init(_ lines: [String]) {
        self.lines = lines
        super.init()
    }

    override var type: ObjectType { .customObject }
    override var stringForm: String? { lines.joined(separator: "\n") }
}
