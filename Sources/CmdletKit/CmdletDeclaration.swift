import Values

/// A cmdlet's whole declaration.
public struct CmdletDeclaration<C: Cmdlet>: Sendable {
    public let name: String
    public let aliases: [String]
    /// Of a type that all cmdlets share: one of each cmdlet's own would have to be made by the runtime for all of them at the shell's start.
    private let content: Once<DeclarationContent>
    public var signature: CommandSignature { content.value.signature }
    // Only the initializer below makes contents.
    var parameters: [Parameter<C>] { unsafeDowncast(content.value, to: CmdletContent<C>.self).parameters }

    /// - Parameters:
    ///   - aliases: the names by which users also know it (`gps`).
    ///   - defaultSet: the parameter set taken where the arguments fit several.
    ///   - confirms: adds -WhatIf and -Confirm.
    ///   - outputs: full type names of what it writes.
    ///   - view: the name of the default view, where output has one.
    public init(
        _ name: String, aliases: [String] = [], synopsis: String, description: String = "", defaultSet: String = "",
        confirms: Bool = false,
        parameters: @autoclosure @escaping @Sendable () -> [Parameter<C>] = [], outputs: [String] = [],
        examples: @autoclosure @escaping @Sendable () -> [Example] = [], notes: String = ""
    ) {
        self.name = name
        self.aliases = aliases
        // A key path costs the runtime a search for conformances: those of cmdlets that are never used would double the shell's start.
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

/// What a declaration says beside its names.
private class DeclarationContent: @unchecked Sendable {
    // Unchecked: a class that others derive from cannot be Sendable otherwise; nothing in it changes.
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

/// A use of a cmdlet with what it does, shown by Get-Help and run by the tests.
public struct Example: Sendable {
    public var code: String
    /// What it shows, a sentence.
    public var explanation: String
    /// What it prints, where that can be known; the tests compare it.
    public var output: String?
    /// Where the tests can run it: anywhere, on the simulated host, or nowhere (it would end the shell, or ask the user).
    public var runs: Runs

    public enum Runs: Sendable { case anywhere, simulatedHost, never }

    public init(_ code: String, _ explanation: String, output: String? = nil, runs: Runs = .anywhere) {
        self.code = code
        self.explanation = explanation
        self.output = output
        self.runs = runs
    }
}

/// What the binder knows of any command: a cmdlet, a script function or a script.
public struct CommandSignature: Sendable {
    public var name: String
    public var aliases: [String]
    public var synopsis: String
    public var description: String
    public var defaultSet: String
    /// Has -WhatIf and -Confirm.
    public var confirms: Bool
    public var parameters: [ParameterInfo]
    public var outputs: [String]
    public var examples: [Example]
    public var notes: String
    /// Takes the common parameters and rejects surplus arguments; a simple function does neither.
    public var isAdvanced: Bool
    /// How it is called, a line each, where it takes its arguments apart itself; empty where the parameters tell.
    public var usage: [String] = []

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

    /// The names of the parameter sets, in the order in which parameters name them; one empty name where there are none.
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
