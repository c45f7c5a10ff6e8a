import Values

/// What a cmdlet declares of itself: names, parameters, output types, help and examples.
public struct CmdletDeclaration<C: Cmdlet>: Sendable {
    /// The cmdlet's name (`Get-Process`).
    public let name: String
    /// The aliases that the shell defines for it (`gps`).
    public let aliases: [String]
    /// The parts that are made when first read. Its type is the same for all cmdlets: `Once<CmdletContent<C>>` would be a type of
    /// its own for each cmdlet, which the Swift runtime would have to instantiate for all of them at the shell's start.
    private let content: Once<DeclarationContent>
    /// The declaration without its Swift type, as the binder and help read it; made when first read.
    public var signature: CommandSignature { content.value.signature }
    // Safe: the initializer below is the only maker of contents, and makes a CmdletContent<C>.
    var parameters: [Parameter<C>] { unsafeDowncast(content.value, to: CmdletContent<C>.self).parameters }

    /// Declares a cmdlet.
    /// - Parameters:
    ///   - name: the cmdlet's name (`Get-Process`).
    ///   - aliases: the aliases that the shell defines for it (`gps`).
    ///   - synopsis: one line for Get-Help.
    ///   - description: Get-Help's DESCRIPTION.
    ///   - defaultSet: the parameter set to use if the arguments fit several.
    ///   - confirms: adds -WhatIf and -Confirm (SupportsShouldProcess).
    ///   - parameters: the parameters; evaluated when first needed.
    ///   - outputs: the full names of the types that it writes.
    ///   - examples: uses for Get-Help and the tests; evaluated when first needed.
    ///   - notes: Get-Help's NOTES.
    public init(
        _ name: String, aliases: [String] = [], synopsis: String, description: String = "", defaultSet: String = "",
        confirms: Bool = false,
        parameters: @autoclosure @escaping @Sendable () -> [Parameter<C>] = [], outputs: [String] = [],
        examples: @autoclosure @escaping @Sendable () -> [Example] = [], notes: String = ""
    ) {
        self.name = name
        self.aliases = aliases
        // A key path costs the Swift runtime a search for conformances: making those of cmdlets that are never used would double
        // the shell's start.
        content = Once {
            let parameters = parameters()
            let signature = CommandSignature(
                name: name, aliases: aliases, synopsis: synopsis, description: description, defaultSet: defaultSet,
                confirms: confirms,
                parameters: parameters.map(\.info), outputs: outputs, examples: examples(), notes: notes)
            return CmdletContent(signature, parameters)
        }
    }
}

/// The parts of a declaration that are made when first read, with the cmdlet's type erased.
private class DeclarationContent: @unchecked Sendable {
    // Unchecked: a class that others derive from cannot be Sendable otherwise; no property changes after init.
    let signature: CommandSignature
    init(_ signature: CommandSignature) { self.signature = signature }
}

private final class CmdletContent<C: Cmdlet>: DeclarationContent, @unchecked Sendable {
    let parameters: [Parameter<C>]

    init(_ signature: CommandSignature, _ parameters: [Parameter<C>]) {
        self.parameters = parameters
        super.init(signature)
    }
}

/// A use of a command with its explanation, shown by Get-Help and run by the tests.
public struct Example: Sendable {
    /// The command line or lines.
    public var code: String
    /// A sentence that says what the example shows.
    public var explanation: String
    /// The expected output, which the tests compare; nil if it is not the same on every machine.
    public var output: String?
    /// Where the tests can run the example.
    public var runs: Runs

    /// Where an example can run: on any host, only on the simulated host, or never (it would end the shell or ask the user).
    public enum Runs: Sendable { case anywhere, simulatedHost, never }

    /// Makes an example; the parameters are the properties of the same names.
    public init(_ code: String, _ explanation: String, output: String? = nil, runs: Runs = .anywhere) {
        self.code = code
        self.explanation = explanation
        self.output = output
        self.runs = runs
    }
}

/// What the binder and help know of any command: a cmdlet, a script function, a script or a built-in program.
public struct CommandSignature: Sendable {
    /// The command's name.
    public var name: String
    /// Other names of the command.
    public var aliases: [String]
    /// One line for Get-Help.
    public var synopsis: String
    /// Get-Help's DESCRIPTION.
    public var description: String
    /// The parameter set to use if the arguments fit several (DefaultParameterSetName); empty if none is named.
    public var defaultSet: String
    /// Whether the command has -WhatIf and -Confirm (SupportsShouldProcess).
    public var confirms: Bool
    /// The parameters in the order of their declaration; the common parameters are not among them.
    public var parameters: [ParameterInfo]
    /// The full names of the types that the command writes (OutputType).
    public var outputs: [String]
    /// Get-Help's EXAMPLES.
    public var examples: [Example]
    /// Get-Help's NOTES.
    public var notes: String
    /// Whether the command takes the common parameters and rejects arguments that bind to no parameter. False for a simple
    /// function, which takes none of the former and puts the latter in `$args` (about_Functions_Advanced).
    public var isAdvanced: Bool
    /// The forms in which the command can be called, one a line, if it parses its arguments itself; empty if the parameters say it.
    public var usage: [String] = []

    /// Makes a signature; the parameters are the properties of the same names.
    public init(
        name: String, aliases: [String] = [], synopsis: String = "", description: String = "", defaultSet: String = "",
        confirms: Bool = false,
        parameters: [ParameterInfo], outputs: [String] = [], examples: [Example] = [], notes: String = "", isAdvanced: Bool = true
    ) {
        self.name = name
        self.aliases = aliases
        self.synopsis = synopsis
        self.description = description
        self.defaultSet = defaultSet
        self.confirms = confirms
        self.parameters = parameters
        self.outputs = outputs
        self.examples = examples
        self.notes = notes
        self.isAdvanced = isAdvanced
    }

    /// The names of the parameter sets: the default set first, then in the order in which parameters name them; one empty name if
    /// there are none.
    public var parameterSets: [String] {
        var names: [String] = defaultSet.isEmpty ? [] : [defaultSet]
        for parameter in parameters {
            for membership in parameter.memberships where !membership.set.isEmpty && !names.contains(membership.set) {
                names.append(membership.set)
            }
        }
        return names.isEmpty ? [""] : names
    }
}
