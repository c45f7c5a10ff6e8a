import CmdletKit
import Values

/// `pwsh { … }`: calls this program with a script block. The block runs in a process of its own, and its objects and streams come
/// back as objects (about_Pwsh, -Command).
///
/// A service that holds the cmdlet which does this: the cmdlet itself has no name that scripts can call.
public struct BlockShell {
    private let registration: CmdletRegistration

    /// Wraps the registration of the cmdlet.
    public init(_ registration: CmdletRegistration) { self.registration = registration }

    /// The cmdlet and its arguments where one of the call's arguments is a script block; nil otherwise.
    /// - Throws: `ValueError` for an option that cannot stand beside a script block.
    static func find(_ arguments: [Argument], _ engine: Engine) throws -> (CmdletRegistration, [Argument])? {
        guard arguments.contains(where: { block($0) != nil }), let shell = engine.service(BlockShell.self) else { return nil }
        return (shell.registration, try parse(arguments))
    }

    private static func block(_ argument: Argument) -> Value? {
        guard case .value(let value, _, _) = argument, value.asObject(ScriptBlock.self) != nil else { return nil }
        return value
    }

    private static let switches = ["nologo", "noprofile", "noninteractive", "noexit", "interactive", "login"]
    private static let withValue = ["inputformat", "outputformat", "workingdirectory", "executionpolicy"]
    private static let short = [
        "nop": "noprofile", "nol": "nologo", "noni": "noninteractive", "c": "command", "l": "login", "i": "interactive",
        "if": "inputformat", "in": "inputformat", "of": "outputformat", "o": "outputformat", "wd": "workingdirectory",
        "ep": "executionpolicy", "ex": "executionpolicy", "args": "arguments",
    ]

    /// The program's options translated to parameters of the cmdlet.
    private static func parse(_ arguments: [Argument]) throws -> [Argument] {
        var parsed: [Argument] = []
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            if let block = block(argument) {
                parsed.append(.parameter(name: "Command", text: "-Command", value: block))
                continue
            }
            guard case .parameter(let written, let text, let attached) = argument, let name = try option(written, text) else {
                throw ValueError(
                    "The argument '\(shown(argument))' cannot stand beside a script block. Give the block values with -Args.",
                    id: "IncorrectValueForCommandParameter", category: "InvalidArgument")
            }
            if switches.contains(name) || name == "command" { continue }
            guard let value = attached ?? values(&rest) else {
                throw ValueError("\(text) needs a value behind it.", id: "MissingValueForOption", category: "InvalidArgument")
            }
            if name == "arguments" {
                parsed.append(.parameter(name: "ArgumentList", text: text, value: value))
            } else if name != "executionpolicy" {
                parsed.append(.parameter(name: name, text: text, value: value))
            }
        }
        return parsed
    }

    private static func values(_ rest: inout ArraySlice<Argument>) -> Value? {
        guard case .value(let value, _, _)? = rest.first else { return nil }
        rest.removeFirst()
        return value
    }

    private static func shown(_ argument: Argument) -> String {
        switch argument {
        case .value(let value, let text, _): text ?? value.displayText
        case .parameter(_, let text, _): text
        case .splatted(let name, _): "-" + name
        case .endOfParameters: "--"
        case .verbatim(let text): text
        }
    }

    private static func option(_ written: String, _ text: String) throws -> String? {
        let name = written.lowercased()
        if let known = short[name] { return known }
        let matches = (switches + withValue + ["command"]).filter { $0.hasPrefix(name) }
        guard matches.count <= 1 else {
            throw ValueError(
                "'\(text)' could be " + matches.map { "-" + $0 }.joined(separator: ", ") + ".", id: "AmbiguousParameter",
                category: "InvalidArgument")
        }
        return matches.first
    }
}
