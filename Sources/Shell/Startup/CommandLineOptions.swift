import FoundationEssentials
import Values

/// The options of the command line: PowerShell's names and their unambiguous prefixes (about_Pwsh), in any case.
public struct CommandLineOptions: Sendable, Equatable {
    /// What the shell is to run.
    public enum Input: Sendable, Equatable {
        /// The prompt, or statements from standard input if that is no terminal.
        case interactive
        /// `-Command`: the text of a script.
        case command(String)
        /// `-CommandWithArgs`: the text of a script, and its `$args`.
        case commandWithArguments(String, [String])
        /// `-File`: the path of a script, and its arguments.
        case file(String, [String])
        /// `-` or `-Command -`: statements from standard input.
        case standardInput
    }

    /// What the shell is to run.
    public var input = Input.interactive
    /// `-NoLogo`: do not show the banner.
    public var noLogo = false
    /// `-NoProfile`: do not run the profile.
    public var noProfile = false
    /// `-NonInteractive`: never ask the user.
    public var nonInteractive = false
    /// `-NoExit`: show the prompt after `-Command` or `-File`.
    public var noExit = false
    /// `-Engine`: `Linux` or `Simulated`; nil for Linux.
    public var engine: String?
    /// `-StateRoot`: the folder of containers and images; nil for the default.
    public var stateRoot: String?
    /// `-WorkingDirectory`: the folder to start in; nil for the current one.
    public var workingDirectory: String?
    /// `-SettingsFile`: the path of a powershell.config.json.
    public var settingsFile: String?
    /// The index of `-Login` among the arguments; nil if it was not given.
    public var loginPlace: Int?
    /// `-Help`: print the help and exit.
    public var showsHelp = false
    /// `-Version`: print the version and exit.
    public var showsVersion = false

    /// The options of a command line without arguments.
    public init() {}

    /// A command line that cannot be understood.
    public struct UsageError: Error, Sendable, CustomStringConvertible {
        public let description: String
        /// The error's id, without the command.
        public var id = "BadCommandLineParameter"
    }

    private static let names = [
        "nologo", "noprofile", "noninteractive", "noexit", "noprofileloadtime", "engine", "stateroot", "workingdirectory",
        "command", "encodedcommand", "file", "help", "inputformat", "outputformat", "settingsfile", "version", "login",
        "interactive", "executionpolicy",
    ]
    /// The option that an abbreviation stands for which PowerShell assigns although it is a prefix of several names; also some full
    /// names.
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
        // Listed to spare the search among the names: almost every call uses it.
        case "command": "command"
        default: nil
        }
    }
    /// Options of PowerShell that exist on Windows only, or for a debugger or remoting.
    private static let unsupported = ["sta", "mta", "windowstyle", "custompipename", "configurationname", "configurationfile"]
    private static let executionPolicies = [
        "unrestricted", "remotesigned", "allsigned", "restricted", "default", "bypass", "undefined",
    ]

    /// Parses a command line.
    /// - Parameter arguments: without the program's own name.
    /// - Throws: `UsageError` for an option that is unknown, ambiguous or not supported, or a value that is missing or wrong.
    public static func parse(_ arguments: [String]) throws(UsageError) -> CommandLineOptions {
        var options = CommandLineOptions()
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            if argument == "-" {
                options.input = .standardInput
                continue
            }
            guard let name = try optionName(argument) else {
                // As in pwsh, the first argument that is no option is a script, and the rest are its arguments.
                options.input = .file(argument, Array(rest))
                return options
            }
            if name == "login" { options.loginPlace = rest.startIndex - 1 }
            if try options.take(name, argument, &rest) { return options }
        }
        return options
    }

    /// Takes one option with its value.
    /// - Returns: true if the option takes all arguments that are left.
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
            // -Version takes the arguments behind it and ignores them, as pwsh does.
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

    /// Decodes the text of -EncodedCommand: Base64 of UTF-16LE.
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

    /// The full name of an option; nil if the argument is no option.
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
