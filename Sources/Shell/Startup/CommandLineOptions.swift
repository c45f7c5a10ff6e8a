import FoundationEssentials
import Values

/// What `bulkhead` was started with, with PowerShell's names and their unambiguous beginnings (about_Pwsh).
public struct CommandLineOptions: Sendable, Equatable {
    public enum Input: Sendable, Equatable {
        /// The prompt, or lines from standard input where that is no terminal.
        case interactive
        /// `-Command`: a text.
        case command(String)
        /// `-CommandWithArgs`: a text and what its $args holds.
        case commandWithArguments(String, [String])
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
    /// A powershell.config.json.
    public var settingsFile: String?
    /// Where -Login stands among the arguments.
    public var loginPlace: Int?
    public var showsHelp = false
    public var showsVersion = false

    public init() {}

    /// An option that cannot be used as given.
    public struct UsageError: Error, Sendable, CustomStringConvertible {
        public let description: String
        /// The id of the error that a script sees.
        public var id = "BadCommandLineParameter"
    }

    private static let names = [
        "nologo", "noprofile", "noninteractive", "noexit", "noprofileloadtime", "engine", "stateroot", "workingdirectory",
        "command", "encodedcommand", "file", "help", "inputformat", "outputformat", "settingsfile", "version", "login",
        "interactive", "executionpolicy",
    ]
    /// Names that are written in full only, and beginnings that PowerShell gives to one of several names.
    private static func full(_ text: String) -> String? {
        switch text {
        case "c": "command"
        case "f": "file"
        case "h", "?": "help"
        case "v": "version"
        case "nop", "noprofile": "noprofile"
        case "nol": "nologo"
        case "noni": "noninteractive"
        case "noe": "noexit"
        case "wd", "w": "workingdirectory"
        case "i": "interactive"
        case "l": "login"
        case "ep", "ex": "executionpolicy"
        case "e", "ec", "en": "encodedcommand"
        case "s": "stateroot"
        case "if", "in": "inputformat"
        case "of": "outputformat"
        case "cwa", "commandwithargs": "commandwithargs"
        // The one that nearly every call has needs no search among the names.
        case "command": "command"
        default: nil
        }
    }
    /// What PowerShell has on Windows only, or beside a debugger.
    private static let unsupported = ["sta", "mta", "windowstyle", "custompipename", "configurationname", "configurationfile"]
    private static let executionPolicies = [
        "unrestricted", "remotesigned", "allsigned", "restricted", "default", "bypass", "undefined",
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
            if name == "login" { options.loginPlace = rest.startIndex - 1 }
            if try options.take(name, argument, &rest) { return options }
        }
        return options
    }

    /// Takes one option.
    /// - Returns: true where it takes all that is left.
    private mutating func take(
        _ name: String, _ argument: String, _ rest: inout ArraySlice<String>
    ) throws(UsageError) -> Bool {
        switch name {
        case "nologo": noLogo = true
        case "noprofile": noProfile = true
        case "noninteractive": nonInteractive = true
        case "noexit": noExit = true
        case "help": showsHelp = true
        case "version":
            // It takes what stands behind it for itself.
            showsVersion = true
            return true
        case "executionpolicy":
            let policy = try Self.value(of: argument, &rest)
            guard Self.executionPolicies.contains(policy.lowercased()) else {
                throw UsageError(
                    description: "'\(policy)' is no execution policy. Give -ExecutionPolicy one of "
                        + "Unrestricted, RemoteSigned, AllSigned, Restricted, Default, Bypass, Undefined; none limits scripts on Linux."
                )
            }
        case "inputformat", "outputformat":
            let format = try Self.value(of: argument, &rest)
            guard format.equalsIgnoringCase("text") else {
                throw UsageError(
                    description: format.equalsIgnoringCase("xml")
                        ? "\(argument) XML is not supported: objects leave and enter the program as text. "
                            + "Give \(argument) Text, and ConvertTo-Json or Export-Clixml for objects."
                        : "'\(format)' is no format. Give \(argument) Text.",
                    id: "IncorrectValueForFormatParameter")
            }
        case "engine": engine = try Self.value(of: argument, &rest)
        case "stateroot": stateRoot = try Self.value(of: argument, &rest)
        case "workingdirectory": workingDirectory = try Self.value(of: argument, &rest)
        case "settingsfile": settingsFile = try Self.value(of: argument, &rest)
        case "encodedcommand": input = .command(try Self.decoded(try Self.value(of: argument, &rest), argument))
        case "file":
            let path = try Self.value(of: argument, &rest)
            input = path == "-" ? .standardInput : .file(path, Array(rest))
            return true
        case "commandwithargs":
            let text = try Self.value(of: argument, &rest)
            input = .commandWithArguments(text, Array(rest))
            return true
        case "command":
            guard !rest.isEmpty else {
                throw UsageError(description: "-Command needs a text behind it, or '-' for standard input.")
            }
            input = rest.count == 1 && rest.first == "-" ? .standardInput : .command(rest.joined(separator: " "))
            return true
        default: break
        }
        return false
    }

    private static func value(of option: String, _ rest: inout ArraySlice<String>) throws(UsageError) -> String {
        guard let value = rest.popFirst() else { throw UsageError(description: "\(option) needs a value behind it.") }
        return value
    }

    /// The text of -EncodedCommand: Base64 of UTF-16, little end first.
    private static func decoded(_ text: String, _ option: String) throws(UsageError) -> String {
        guard let data = Data(base64Encoded: text), data.count % 2 == 0 else {
            throw UsageError(
                description: "\(option) needs Base64 of a text in UTF-16LE, as "
                    + "[Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($text)) gives.")
        }
        let bytes = Array(data)
        let units = stride(from: 0, to: bytes.count, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }
        return String(decoding: units, as: UTF16.self)
    }

    /// The option's full name; nil where the argument is none.
    private static func optionName(_ argument: String) throws(UsageError) -> String? {
        if argument == "/?" { return "help" }
        guard let dash = argument.first, "-–—―".contains(dash), argument.count > 1 else { return nil }
        var text = argument.dropFirst().lowercased()
        if text.first == "-" { text.removeFirst() }
        if let known = full(text) { return known }
        guard !unsupported.contains(text) else {
            throw UsageError(description: "'\(argument)' is not supported here. bulkhead -Help lists the options.")
        }
        var matches = names.filter { $0.hasPrefix(text) }
        if matches.contains(text) { return text }
        guard matches.count != 1 else { return matches[0] }
        if matches.isEmpty, text.count > 2 { matches = names.filter { $0.contains(text) } }
        let wanted =
            matches.isEmpty ? "is not an option of bulkhead" : "could be " + matches.map { "-" + $0 }.joined(separator: ", ")
        throw UsageError(description: "'\(argument)' \(wanted). bulkhead -Help lists the options.")
    }
}
