/// What `bulkhead` was started with, with PowerShell's names and their unambiguous beginnings (about_Pwsh).
public struct CommandLineOptions: Sendable, Equatable {
    public enum Input: Sendable, Equatable {
        /// The prompt, or lines from standard input where that is no terminal.
        case interactive
        /// `-Command`: a text.
        case command(String)
        /// `-File`: a script and its arguments.
        case file(String, [String])
        /// `-` or `-Command -`: standard input.
        case standardInput
    }

    public var input = Input.interactive
    public var noLogo = false
    public var noProfile = false
    public var nonInteractive = false
    /// Stay at the prompt behind `-Command` or `-File`.
    public var noExit = false
    /// `Linux`, `Simulated`, `Docker`; nil: the Linux host where it can be used.
    public var engine: String?
    public var stateRoot: String?
    public var workingDirectory: String?
    public var showsHelp = false
    public var showsVersion = false

    public init() {}

    /// An option that cannot be used as given.
    public struct UsageError: Error, Sendable, CustomStringConvertible {
        public let description: String
    }

    private static let names = [
        "nologo", "noprofile", "noninteractive", "noexit", "engine", "stateroot", "workingdirectory", "command", "file", "help",
        "version",
        "login", "interactive", "executionpolicy",
    ]
    /// Beginnings that PowerShell gives to one of several names.
    private static let short = [
        "c": "command", "f": "file", "h": "help", "?": "help", "v": "version", "nop": "noprofile", "nol": "nologo",
        "noni": "noninteractive",
        "noe": "noexit", "wd": "workingdirectory", "w": "workingdirectory", "i": "interactive", "l": "login",
        "ep": "executionpolicy",
        "ex": "executionpolicy", "e": "engine", "s": "stateroot",
    ]

    /// - Parameter arguments: without the program's own name.
    public static func parse(_ arguments: [String]) throws(UsageError) -> CommandLineOptions {
        var options = CommandLineOptions()
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            if argument == "-" {
                options.input = .standardInput
                continue
            }
            guard let name = try optionName(argument) else {
                // As pwsh: the first argument that is no option is a script.
                options.input = .file(argument, Array(rest))
                return options
            }
            switch name {
            case "nologo": options.noLogo = true
            case "noprofile": options.noProfile = true
            case "noninteractive": options.nonInteractive = true
            case "noexit": options.noExit = true
            case "login", "interactive": break
            case "help": options.showsHelp = true
            case "version": options.showsVersion = true
            case "executionpolicy": _ = try value(of: argument, &rest)
            case "engine": options.engine = try value(of: argument, &rest)
            case "stateroot": options.stateRoot = try value(of: argument, &rest)
            case "workingdirectory": options.workingDirectory = try value(of: argument, &rest)
            case "file":
                let path = try value(of: argument, &rest)
                options.input = path == "-" ? .standardInput : .file(path, Array(rest))
                return options
            default:
                guard !rest.isEmpty else {
                    throw UsageError(description: "-Command needs a text behind it, or '-' for standard input.")
                }
                options.input = rest.count == 1 && rest.first == "-" ? .standardInput : .command(rest.joined(separator: " "))
                return options
            }
        }
        return options
    }

    private static func value(of option: String, _ rest: inout ArraySlice<String>) throws(UsageError) -> String {
        guard let value = rest.popFirst() else { throw UsageError(description: "\(option) needs a value behind it.") }
        return value
    }

    /// The option's full name; nil where the argument is none.
    private static func optionName(_ argument: String) throws(UsageError) -> String? {
        guard let dash = argument.first, "-–—―".contains(dash), argument.count > 1 else { return nil }
        var text = argument.dropFirst().lowercased()
        if text.first == "-" { text.removeFirst() }
        if let known = short[text] { return known }
        let matches = names.filter { $0.hasPrefix(text) }
        if matches.contains(text) { return text }
        guard matches.count == 1 else {
            let wanted =
                matches.isEmpty ? "is not an option of bulkhead" : "could be " + matches.map { "-" + $0 }.joined(separator: ", ")
            throw UsageError(description: "'\(argument)' \(wanted). Options: \(usage)")
        }
        return matches[0]
    }

    public static let usage =
        "[-NoLogo] [-NoProfile] [-NonInteractive] [-NoExit] [-Engine Linux|Simulated|Docker] [-StateRoot DIR] [-WorkingDirectory DIR] "
        + "[-Command TEXT | -File SCRIPT [ARGUMENTS] | -]"
}
